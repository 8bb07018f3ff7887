package org.urunan.ledger;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.urunan.chain.BlockRef;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.chain.ReadBlock;
import org.urunan.ledger.independent.IndependentLedger;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.money.Position;

/**
 * What every reading of a ledger must tell: computed from all entries of {@link IndependentLedger},
 * in memory, by looking through all of them for every question.
 */
final class NaiveReadings {

    /** An entry or an outgoing transfer beside its position. */
    record Placed<T>(long position, T what) {}

    private final BlockRef cursor;
    private final long finalised;
    private final IndependentLedger ledger;
    private final Map<Long, ReadBlock> blocks = new HashMap<>();
    private final List<Placed<LedgerEntry>> entries;
    private final List<Placed<OutgoingTransfer>> outgoing;

    NaiveReadings(LedgerOrigin origin, Appended chain, BlockRef cursor, long finalised) {
        this.cursor = cursor;
        this.finalised = finalised;
        this.ledger = new IndependentLedger(Books.TOKENS, origin.contract(), List.of(chain));
        chain.blocks().forEach(block -> blocks.put(block.number(), block));
        this.entries = ledger.entries().stream().map(row -> entry(row.split(" "))).toList();
        this.outgoing = ledger.outgoing().stream().map(row -> transfer(row.split(" "))).toList();
    }

    BlockRef cursor() {
        return cursor;
    }

    long finalised() {
        return finalised;
    }

    List<Placed<LedgerEntry>> entries() {
        return entries;
    }

    /** All of a filter in this order. */
    List<Placed<LedgerEntry>> entries(LedgerFilter filter, boolean isAscending) {
        var found = entries.stream().filter(it -> fits(filter, it.what())).toList();
        return isAscending ? found : found.reversed();
    }

    List<LedgerEntry> in(Hash txHash) {
        return entries.stream().map(Placed::what).filter(it -> it.txHash().equals(txHash)).toList();
    }

    LedgerPage page(LedgerQuery query) {
        var all = entries(query.filter(), query.isAscending());
        var key = query.after() == null ? null : PageKey.parse(query.after());
        var start = 0;
        var end = Math.min(all.size(), query.limit());
        if (key != null) {
            Predicate<Placed<?>> isBefore =
                    it ->
                            query.isAscending()
                                    ? it.position() < key.position()
                                    : it.position() > key.position();
            var before = (int) all.stream().filter(isBefore).count();
            var at = (int) all.stream().filter(it -> it.position() == key.position()).count();
            start = key.isBackward() ? Math.max(0, before - query.limit()) : before + at;
            end = key.isBackward() ? before : Math.min(all.size(), start + query.limit());
        }
        var page = all.subList(start, end);
        return new LedgerPage(
                cursor,
                page.stream().map(Placed::what).toList(),
                start > 0 && !page.isEmpty() ? PageKey.before(page.getFirst().position()) : null,
                end < all.size() && !page.isEmpty()
                        ? PageKey.behind(page.getLast().position())
                        : null);
    }

    /** What beneficiaries sent, newest first. */
    List<OutgoingTransfer> outgoing(Address beneficiary) {
        return outgoing.reversed().stream()
                .map(Placed::what)
                .filter(it -> beneficiary == null || it.beneficiary().equals(beneficiary))
                .toList();
    }

    List<Total> totals(Predicate<LedgerEntry> isOfScope) {
        var all = new ArrayList<Total>();
        for (var token : Books.TOKENS.tokens()) {
            var counted = counted(isOfScope).filter(it -> it.token().equals(token)).toList();
            var isFinal = counted.stream().filter(LedgerEntry::isFinal).toList();
            if (!counted.isEmpty()) {
                all.add(
                        new Total(
                                token,
                                sum(counted),
                                sum(isFinal),
                                counted.size(),
                                counted.stream().map(LedgerEntry::donor).distinct().count()));
            }
        }
        return all;
    }

    List<Day> days(Predicate<LedgerEntry> isOfScope) {
        var counts = new TreeMap<LocalDate, Long>();
        counted(isOfScope).forEach(it -> counts.merge(dayOf(it), 1L, Long::sum));
        var all = new ArrayList<Day>();
        for (var back = 29; back >= 0 && !counts.isEmpty(); back--) {
            var day = counts.lastKey().minusDays(back);
            all.add(new Day(day, counts.getOrDefault(day, 0L)));
        }
        return all;
    }

    Hash digestAt(LedgerOrigin origin, long block) {
        return ledger.digests(origin, block).stream()
                .reduce((_, last) -> last)
                .map(row -> Hash.parse(row.split(" ")[1]))
                .orElseGet(origin::digest);
    }

    boolean isKnown(Address beneficiary) {
        return ledger.beneficiaries().stream().anyMatch(row -> row.startsWith(beneficiary + " "));
    }

    private Stream<LedgerEntry> counted(Predicate<LedgerEntry> isOfScope) {
        return entries.stream().map(Placed::what).filter(it -> !it.isSelf()).filter(isOfScope);
    }

    private static BigInteger sum(List<LedgerEntry> entries) {
        return entries.stream().map(LedgerEntry::amount).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static LocalDate dayOf(LedgerEntry entry) {
        return entry.time().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static boolean fits(LedgerFilter filter, LedgerEntry entry) {
        return isWanted(filter.campaign(), entry.campaign())
                && isWanted(filter.donor(), entry.donor())
                && isWanted(filter.beneficiary(), entry.beneficiary())
                && isWanted(filter.token(), entry.token().address())
                && isWanted(filter.way(), entry.way())
                && (filter.from() == null || !dayOf(entry).isBefore(filter.from()))
                && (filter.to() == null || !dayOf(entry).isAfter(filter.to()))
                && (filter.fromBlock() == null || entry.blockNumber() >= filter.fromBlock())
                && (filter.toBlock() == null || entry.blockNumber() <= filter.toBlock());
    }

    private static boolean isWanted(Object wanted, Object is) {
        return wanted == null || Objects.equals(wanted, is);
    }

    private Placed<LedgerEntry> entry(String[] row) {
        var position = Long.parseLong(row[0]);
        var block = blocks.get(Position.blockNumber(position));
        return new Placed<>(
                position,
                new LedgerEntry(
                        orNull(row[2], CampaignId::parse),
                        Address.parse(row[3]),
                        Address.parse(row[4]),
                        Books.TOKENS.get(Address.parse(row[5])),
                        new BigInteger(row[6]),
                        Way.valueOf(row[7].toUpperCase()),
                        Boolean.parseBoolean(row[8]),
                        Boolean.parseBoolean(row[9]),
                        block.number(),
                        block.hash(),
                        Instant.ofEpochSecond(block.time()),
                        Hash.parse(row[1]),
                        logIndex(position),
                        block.number() <= finalised,
                        cursor.number() - block.number() + 1));
    }

    private Placed<OutgoingTransfer> transfer(String[] row) {
        var position = Long.parseLong(row[0]);
        var block = blocks.get(Position.blockNumber(position));
        return new Placed<>(
                position,
                new OutgoingTransfer(
                        Address.parse(row[2]),
                        Address.parse(row[3]),
                        Books.TOKENS.get(Address.parse(row[4])),
                        new BigInteger(row[5]),
                        block.number(),
                        block.hash(),
                        Instant.ofEpochSecond(block.time()),
                        Hash.parse(row[1]),
                        logIndex(position),
                        block.number() <= finalised,
                        cursor.number() - block.number() + 1));
    }

    private static <T> T orNull(String text, Function<String, T> parser) {
        return text.equals("null") ? null : parser.apply(text);
    }

    private static Integer logIndex(long position) {
        var within = position % 67108864;
        return within >= 33554432 ? null : (Integer) (int) within;
    }
}
