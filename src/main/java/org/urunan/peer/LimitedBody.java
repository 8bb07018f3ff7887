package org.urunan.peer;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A body of at most so many bytes, and none at all of an answer that is not 200. What is beyond is
 * not read: the connection is closed.
 */
final class LimitedBody implements BodySubscriber<byte[]> {

    /** There was more than asked for. */
    static final class TooLarge extends RuntimeException {
        TooLarge(int limit) {
            super("it sent more than %d bytes".formatted(limit));
        }
    }

    private static final int OK = 200;

    private final int limit;
    private final boolean isWanted;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private byte[] bytes = new byte[8 * 1024];
    private int length;
    private Flow.@Nullable Subscription subscription;

    private LimitedBody(int limit, ResponseInfo info) {
        this.limit = limit;
        this.isWanted = info.statusCode() == OK;
        var announced = info.headers().firstValueAsLong("Content-Length").orElse(0);
        if (isWanted && announced > limit) {
            body.completeExceptionally(new TooLarge(limit));
        }
    }

    static BodyHandler<byte[]> ofAtMost(int limit) {
        return info -> new LimitedBody(limit, info);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        if (!isWanted) {
            body.complete(new byte[0]);
        }
        if (body.isDone()) {
            subscription.cancel();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (var buffer : buffers) {
            if (buffer.remaining() > limit - length) {
                body.completeExceptionally(new TooLarge(limit));
                Objects.requireNonNull(subscription).cancel();
                return;
            }
            var more = buffer.remaining();
            if (length + more > bytes.length) {
                var room = Math.min(limit, Math.max(length + more, 2 * bytes.length));
                bytes = java.util.Arrays.copyOf(bytes, room);
            }
            buffer.get(bytes, length, more);
            length += more;
        }
        Objects.requireNonNull(subscription).request(1);
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(java.util.Arrays.copyOf(bytes, length));
    }
}
