package org.urunan.content;

/** Too many uploads wait for their announcements; later there is room again. */
public final class QuarantineFull extends RuntimeException {

    QuarantineFull() {
        super(
                "This node holds as many uploads waiting for their announcement as it takes. Try"
                        + " again in an hour, or upload to another node.");
    }
}
