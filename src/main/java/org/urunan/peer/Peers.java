package org.urunan.peer;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The peers that the operator configured. */
@Singleton
public final class Peers {

    private final List<Peer> all;

    /**
     * @throws IllegalArgumentException with a sentence for operators if a URL is wrong
     */
    public Peers(PeerConfig config, Clock clock) {
        this.all =
                config.urls().stream()
                        .flatMap(Collection::stream)
                        .map(PeerUrl::parse)
                        .distinct()
                        .map(url -> new Peer(url, clock, config.restAfterLie()))
                        .toList();
    }

    public List<PeerHealth> health() {
        return all.stream().map(Peer::health).toList();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Those that may be asked now: at random, so that all share the load, the reliable first. */
    List<Peer> toAsk() {
        var peers = new ArrayList<>(all);
        peers.removeIf(Peer::isResting);
        Collections.shuffle(peers);
        peers.sort(Comparator.comparingInt(Peer::failuresInARow));
        return peers;
    }
}
