package org.urunan.ledger.independent;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.urunan.money.Address;
import org.urunan.money.TokenList;

/** What entries come to, each sum from all of them. */
final class Sums {

    private final TokenList tokens;
    private final List<Entry> entries;
    private final List<Sent> sent;

    Sums(TokenList tokens, List<Entry> entries, List<Sent> sent) {
        this.tokens = tokens;
        this.entries = entries;
        this.sent = sent;
    }

    List<String> totals() {
        var scopes = entries.stream().flatMap(e -> e.scopes().stream()).collect(Collectors.toSet());
        var all = new TreeSet<String>();
        for (var scope : scopes) {
            for (var token : tokens.tokens()) {
                total(scope, token.address()).ifPresent(all::add);
            }
        }
        return List.copyOf(all);
    }

    private Optional<String> total(String scope, Address token) {
        var counted =
                entries.stream()
                        .filter(e -> !e.self() && e.token().equals(token))
                        .filter(e -> e.scopes().contains(scope))
                        .toList();
        var donors = counted.stream().map(Entry::donor).distinct().count();
        var amount = sum(counted.stream().map(Entry::amount));
        return counted.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s %s %s %d %d".formatted(scope, token, amount, counted.size(), donors));
    }

    List<String> days(Map<Long, Instant> times) {
        var all = new TreeMap<String, Integer>();
        for (var entry : entries) {
            var time = times.get(Places.blockOf(entry.position()));
            var date = time.atZone(ZoneOffset.UTC).toLocalDate();
            for (var scope : entry.self() ? List.<String>of() : entry.scopes()) {
                all.merge(scope + " " + date, 1, Integer::sum);
            }
        }
        return all.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
    }

    List<String> tally(List<Address> beneficiaries, long finalised) {
        var end = Places.startOf(finalised + 1);
        var all = new TreeSet<String>();
        for (var who : beneficiaries) {
            for (var token : tokens.tokens()) {
                tally(who, token.address(), end).ifPresent(all::add);
            }
        }
        return List.copyOf(all);
    }

    private Optional<String> tally(Address who, Address token, long end) {
        var in =
                entries.stream()
                        .filter(e -> e.position() < end)
                        .filter(e -> e.beneficiary().equals(who) && e.token().equals(token))
                        .toList();
        var out =
                sent.stream()
                        .filter(s -> s.position() < end)
                        .filter(s -> s.beneficiary().equals(who) && s.token().equals(token))
                        .toList();
        var received = sum(in.stream().map(Entry::amount));
        var spent = sum(out.stream().map(Sent::amount));
        var last =
                LongStream.concat(
                                in.stream().mapToLong(Entry::position),
                                out.stream().mapToLong(Sent::position))
                        .max();
        return last.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s %s %s %s %d".formatted(who, token, received, spent, last.getAsLong()));
    }

    private static BigInteger sum(Stream<BigInteger> amounts) {
        return amounts.reduce(BigInteger.ZERO, BigInteger::add);
    }
}
