package org.urunan.web;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.urunan.money.Address;
import org.urunan.money.Amount;
import org.urunan.money.Hash;
import org.urunan.money.Token;

/**
 * How figures and addresses look. Figures are written alike in every language, so that nobody
 * mistakes a thousand for a one: groups of three with a narrow space, a point before the fraction.
 */
@TemplateExtension(namespace = "show")
public final class Show {

    private static final char NARROW_SPACE = '\u202f';
    private static final int GROUP = 4;
    private static final int LONG_BITS = 84;

    private Show() {}

    /** The exact amount, without the symbol. */
    public static String amount(BigInteger amount, Token token) {
        var decimal = Amount.toDecimal(amount, token.decimals());
        var point = decimal.indexOf('.');
        return point < 0
                ? grouped(decimal)
                : grouped(decimal.substring(0, point)) + decimal.substring(point);
    }

    /** The same for an amount that may be below 0. */
    public static String signed(BigInteger amount, Token token) {
        return amount.signum() < 0
                ? "\u2212" + amount(amount.negate(), token)
                : amount(amount, token);
    }

    /** Whether the amount has more digits than a line of a phone holds. */
    public static boolean isLong(BigInteger amount) {
        return amount.bitLength() > LONG_BITS;
    }

    /** The exact amount with the symbol. */
    public static String money(BigInteger amount, Token token) {
        return amount(amount, token) + "\u00a0" + token.symbol();
    }

    public static String number(long number) {
        return number < 0 ? "-" + number(-number) : grouped(Long.toString(number));
    }

    public static String number(BigInteger number) {
        return grouped(number.toString());
    }

    /** The checksummed address in groups of four; copied, it has no spaces in it. */
    public static List<String> groups(Address address) {
        var text = address.checksummed();
        var groups = new ArrayList<String>();
        groups.add(text.substring(0, 2 + GROUP));
        for (var at = 2 + GROUP; at < text.length(); at += GROUP) {
            groups.add(text.substring(at, at + GROUP));
        }
        return groups;
    }

    /** Six digits from each end; beside the address's pattern, which tells look-alikes apart. */
    public static String brief(Address address) {
        var text = address.checksummed();
        return text.substring(0, 8) + "…" + text.substring(text.length() - 6);
    }

    public static String brief(Hash hash) {
        var text = hash.toString();
        return text.substring(0, 10) + "…" + text.substring(text.length() - 6);
    }

    /** A picture of the address's hash: one changed digit changes all of it. */
    public static RawString pattern(Address address) {
        return new RawString(Pattern.of(Hash.keccak256(address.bytes())));
    }

    /** What stands in for a campaign's picture. */
    public static RawString cover(org.urunan.money.CampaignId campaign) {
        return new RawString(Cover.of(Hash.keccak256(campaign.bytes())));
    }

    private static String grouped(String digits) {
        var result = new StringBuilder(digits);
        for (var at = digits.length() - 3; at > 0; at -= 3) {
            result.insert(at, NARROW_SPACE);
        }
        return result.toString();
    }
}
