package org.urunan.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.ChainCheck;
import org.urunan.chain.EndpointHealth;
import org.urunan.chain.Endpoints;
import org.urunan.content.ContentStore;
import org.urunan.ledger.LedgerSync;
import org.urunan.ledger.LedgerView;
import org.urunan.ledger.SyncStatus;
import org.urunan.money.Hash;
import org.urunan.money.Token;
import org.urunan.money.TokenList;
import org.urunan.peer.PeerHealth;
import org.urunan.peer.Peers;

/** What this node knows of itself, and does not know. */
@Path("/status")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class StatusPages {

    private static final Hash CODE_HASH = ChainCheck.expectedCodeHash();

    /**
     * @param digest at the finalised block; null when nothing is final
     */
    public record NodeStatus(
            ApiStatus ledger,
            @Nullable String digest,
            SyncStatus sync,
            List<EndpointHealth> endpoints,
            List<PeerHealth> peers,
            ContentStore.Counts contents,
            List<Token> tokens,
            int listeners,
            String version) {

        /** What the contract's code was found to be at start: no node runs with another. */
        public Hash codeHash() {
            return CODE_HASH;
        }

        /** Something needs the operator: nothing new is called final meanwhile. */
        public boolean isAlarm() {
            return sync.state() == SyncStatus.State.STOPPED
                    || (sync.reader() != null && sync.reader().alarm() != null);
        }

        /**
         * Sentences of the machine, in English: what it waits for, what went wrong, what is
         * unproved.
         */
        public List<String> sentences() {
            return java.util.stream.Stream.of(
                            sync.failure(),
                            sync.reader() == null ? null : sync.reader().waiting(),
                            sync.reader() == null ? null : sync.reader().alarm(),
                            sync.reader() == null ? null : sync.reader().unproved())
                    .filter(java.util.Objects::nonNull)
                    .toList();
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance status(Page page, NodeStatus node);
    }

    private final Answers answers;
    private final LedgerSync sync;
    private final Endpoints endpoints;
    private final Peers peers;
    private final ContentStore contents;
    private final TokenList tokens;
    private final ApiStream stream;
    private final String version;

    StatusPages(
            Answers answers,
            LedgerSync sync,
            Endpoints endpoints,
            Peers peers,
            ContentStore contents,
            TokenList tokens,
            ApiStream stream,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.answers = answers;
        this.sync = sync;
        this.endpoints = endpoints;
        this.peers = peers;
        this.contents = contents;
        this.tokens = tokens;
        this.stream = stream;
        this.version = version;
    }

    @GET
    public Response status() {
        return answers.page((view, page) -> Templates.status(page, node(view)));
    }

    private NodeStatus node(LedgerView view) {
        var digest = view.digestAt(view.status().finalised().number());
        return new NodeStatus(
                ApiStatus.of(view, version),
                digest.map(Object::toString).orElse(null),
                sync.status(),
                endpoints.health(),
                peers.health(),
                contents.counts(),
                tokens.tokens(),
                stream.listeners(),
                version);
    }
}
