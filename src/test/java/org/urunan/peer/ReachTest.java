package org.urunan.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                // The same in spellings that some programs take for public ones.
                "2130706433",
                "127.1",
                "10.1",
                "3232235777",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff:1::1",
                "4000::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void privateAndSpecialAddressesAreNotPublic(String address) throws UnknownHostException {
        assertThat(Reach.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "169.253.0.1",
                "192.167.1.1",
                "192.0.1.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2001:4860:4860::8888",
                "2a00:1450::1",
                "::ffff:1.1.1.1"
            })
    void otherAddressesArePublic(String address) throws UnknownHostException {
        assertThat(Reach.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "::1, true",
        "fd00::1, true",
        "localhost, true",
        "node2, true",
        "node.urunan.svc.cluster.local, true",
        "nas.lan, true",
        "db.internal, true",
        "urunan.example, false",
        "10.0.0.1.example, false",
        "localhost.example, false",
        "internal.example.org, false"
    })
    void namesThatThePublicDnsCannotHaveAreLocal(String host, boolean isLocal) {
        assertThat(Reach.isLocalName(host)).isEqualTo(isLocal);
    }

    @Test
    void whatTheOperatorWroteAsAddressMayBePrivate() {
        assertThat(Reach.problem("127.0.0.1")).isEmpty();
        assertThat(Reach.problem("::1")).isEmpty();
        assertThat(Reach.problem("no-such-host-here.invalid")).isEqualTo("its name is not known");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Node.Example/, https://node.example",
        "https://node.example:8443//, https://node.example:8443",
        "http://127.0.0.1:8080/urunan/, http://127.0.0.1:8080/urunan",
        "http://[fd00::1]:80, http://[fd00::1]:80",
        "'  https://node.example', https://node.example"
    })
    void peersAreWrittenAsUrls(String text, String url) {
        assertThat(PeerUrl.parse(text)).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "node.example",
                "node.example:8080",
                "ftp://node.example",
                "file:///etc/passwd",
                "https://",
                "https:///x",
                "https://user@node.example",
                "https://node.example:99999",
                "https://node.example:0",
                "https://node.example?x",
                "https://node.example#x",
                "https://a b.example",
                "javascript:alert(1)",
                "https://node_1.example:x"
            })
    void everythingElseIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> PeerUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("URUNAN_PEERS names \"")
                .hasMessageEndingWith("Write it like https://node.example.");
    }
}
