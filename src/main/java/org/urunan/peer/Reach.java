package org.urunan.peer;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which addresses peers are asked at. A name of the public DNS must lead to public addresses alone:
 * whoever owns the name could otherwise turn this node's requests on machines behind its firewall
 * (RFC 6890 and IANA's registries of special-purpose addresses). Addresses and local names that the
 * operator wrote down himself may be private: other nodes on the same machine or network.
 */
final class Reach {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    // RFC 6761, RFC 6762, RFC 8375, ICANN's .internal: never in the public DNS.
    private static final List<String> LOCAL_ENDINGS =
            List.of(".localhost", ".local", ".internal", ".home.arpa", ".lan", ".test");

    private Reach() {}

    /**
     * Looks the host up, so that a connection right after uses the same answer: Java keeps it for
     * half a minute.
     *
     * @return why this host is not asked; empty if it may be
     */
    static String problem(String host) {
        try {
            var addresses = InetAddress.getAllByName(host);
            return isLocalName(host) || Arrays.stream(addresses).allMatch(Reach::isPublic)
                    ? ""
                    : "its name leads to a private address";
        } catch (UnknownHostException e) {
            return "its name is not known";
        }
    }

    /** Written as an address, without a dot, or with an ending that the public DNS never has. */
    static boolean isLocalName(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return ADDRESS.matcher(name).matches()
                || !name.contains(".")
                || LOCAL_ENDINGS.stream().anyMatch(name::endsWith);
    }

    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == 4 ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        var a = bytes[0] & 0xff;
        var b = bytes[1] & 0xff;
        var c = bytes[2] & 0xff;
        return switch (a) {
            case 0, 10, 127 -> false;
            case 100 -> b < 64 || b > 127;
            case 169 -> b != 254;
            case 172 -> b < 16 || b > 31;
            case 192 -> b != 168 && !(b == 0 && (c == 0 || c == 2)) && !(b == 88 && c == 99);
            case 198 -> b != 18 && b != 19 && !(b == 51 && c == 100);
            case 203 -> !(b == 0 && c == 113);
            default -> a < 224;
        };
    }

    /** Of 2000::/3 all but Teredo and its neighbours, documentation, and 6to4. */
    private static boolean isPublic6(byte[] bytes) {
        var first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        var second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        if (first >> 13 != 1 || first == 0x2002 || (first == 0x3fff && second < 0x1000)) {
            return false;
        }
        return first != 0x2001 || (second >= 0x200 && second != 0xdb8);
    }
}
