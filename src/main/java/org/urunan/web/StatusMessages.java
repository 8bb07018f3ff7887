package org.urunan.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the status page. The texts are in {@code messages/status_*.properties}. */
@MessageBundle("status")
public interface StatusMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String good();

    @Message
    String behind();

    @Message
    String alarm();

    @Message
    String chain();

    @Message
    String chainId();

    @Message
    String head();

    @Message
    String latest();

    @Message
    String lag();

    @Message
    String finalised();

    @Message
    String verified();

    @Message
    String contract();

    @Message
    String codeHash();

    @Message
    String digest();

    @Message
    String digestHint();

    @Message
    String digestAt(String block);

    @Message
    String digestNone();

    @Message
    String tokenList();

    @Message
    String tokens();

    @Message
    String endpoints();

    @Message
    String endpoint(long n);

    @Message
    String healthy();

    @Message
    String unhealthy();

    @Message
    String peers();

    @Message
    String noPeers();

    @Message
    String localPeer();

    @Message
    String lastReorg();

    @Message
    String lastReorgNone();

    @Message
    String lastReorgText(String depth, String block);

    @Message
    String missing();

    @Message
    String version();

    @Message
    String listeners();

    @Message
    String unknown();
}
