package org.urunan;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.urunan.ledger.AuditCommand;

/** Where the process begins: a node, or a command beside it. */
@QuarkusMain
public final class Node {

    private Node() {}

    /**
     * @param words nothing for a node; {@value AuditCommand#NAME} and two blocks for {@link
     *     AuditCommand}, which neither reads the chain into the ledger nor listens
     */
    public static void main(String... words) {
        if (words.length > 0 && words[0].equals(AuditCommand.NAME)) {
            System.setProperty("urunan.ledger.write", "false");
            System.setProperty("quarkus.http.host-enabled", "false");
            Quarkus.run(AuditCommand.class, words);
        } else {
            Quarkus.run(words);
        }
    }
}
