package org.urunan.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.urunan.ledger.LedgerStatus;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * What the frame around a page's content needs to know, and how this page's language writes days
 * and times.
 *
 * @param path this page's path and query without {@code lang}
 * @param langParameter the language as the visitor asked for it, to be kept in links; null when the
 *     browser's wish was taken
 * @param site where this node is reached, without a slash at the end
 * @param status null when this node has not read a block yet, or cannot tell
 * @param silentSince {@link Heads#silentSince}
 */
public record Page(
        Language language,
        String path,
        @Nullable String langParameter,
        String site,
        long chainId,
        @Nullable LedgerStatus status,
        @Nullable Instant silentSince) {

    private static final long DEVELOPMENT_CHAIN = 31337;

    /** A few blocks are the normal way of things; more, and every page says so. */
    private static final long LAG_WORTH_SAYING = 5;

    public String lang() {
        return language.tag();
    }

    public String chain() {
        return Long.toString(chainId);
    }

    /** Whether the coins of this chain are worthless by agreement. */
    public boolean isValueless() {
        return chainId == DEVELOPMENT_CHAIN;
    }

    public boolean isLagging() {
        return status != null && status.lagBlocks() > LAG_WORTH_SAYING;
    }

    public boolean isAnythingFinal() {
        return status != null && !status.finalised().hash().equals(Hash.ZERO);
    }

    /** This same page in another language. */
    public String in(String lang) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + lang;
    }

    /** A link of this node that keeps the language the visitor chose. */
    public String to(String link) {
        if (langParameter == null) {
            return link;
        }
        return link + (link.contains("?") ? "&" : "?") + "lang=" + langParameter;
    }

    /** The same for a link that ends in what {@code last} names. */
    public String to(String link, Object last) {
        return to(link + last);
    }

    /** The outgoing transfers of a beneficiary behind, or before, the key of a page. */
    public String toOutgoing(Address beneficiary, String key) {
        return to("/beneficiaries/" + beneficiary + "?after=" + key) + "#outgoing";
    }

    /** Whether the page shown is, or is below, this path. */
    public boolean isAt(String start) {
        return path.equals(start) || path.startsWith(start + "/") || path.startsWith(start + "?");
    }

    /** The page's address for other sites and readers. */
    public String address() {
        return site + path;
    }

    public String day(LocalDate day) {
        return language.day().format(day);
    }

    public String day(Instant time) {
        return day(LocalDate.ofInstant(time, ZoneOffset.UTC));
    }

    public String time(Instant time) {
        return language.time().format(time.atOffset(ZoneOffset.UTC)) + " UTC";
    }
}
