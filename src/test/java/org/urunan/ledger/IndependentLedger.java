package org.urunan.ledger;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.urunan.chain.ChainLog;
import org.urunan.chain.ChainLog.AuthorizationUsed;
import org.urunan.chain.ChainLog.Donated;
import org.urunan.chain.ChainLog.Transferred;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.chain.NativeTransfer;
import org.urunan.chain.TxCall;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.money.Token;
import org.urunan.money.TokenList;

/**
 * The ledger of a chain computed a second time, from the rules' wording: all at once, in memory, by
 * looking through everything for every question. Slow, and sharing nothing with the ledger but the
 * facts.
 */
final class IndependentLedger {

    private record Entry(
            long position,
            Hash tx,
            CampaignId campaign,
            Address beneficiary,
            Address donor,
            Address token,
            BigInteger amount,
            String way,
            boolean self,
            boolean afterClosing) {}

    private record Said(long position, CampaignId campaign, String what, String about, Hash tx) {}

    private final TokenList tokens;
    private final Address contract;
    private final List<ChainLog> logs = new ArrayList<>();
    private final List<NativeTransfer> natives = new ArrayList<>();
    private final Map<Hash, TxCall> calls = new HashMap<>();
    private final Map<Long, Hash> blocks = new TreeMap<>();
    private final Map<Long, Instant> times = new HashMap<>();
    private final List<Said> said = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private final TreeMap<Long, String> outgoing = new TreeMap<>();

    IndependentLedger(TokenList tokens, Address contract, List<Appended> chain) {
        this.tokens = tokens;
        this.contract = contract;
        for (var part : chain) {
            logs.addAll(part.logs());
            natives.addAll(part.natives());
            calls.putAll(part.calls());
            part.blocks().forEach(block -> blocks.put(block.number(), block.hash()));
            part.blocks().forEach(b -> times.put(b.number(), Instant.ofEpochSecond(b.time())));
        }
        logs.forEach(this::hear);
        byTransaction().forEach(this::judge);
        natives.forEach(this::judge);
        entries.sort(Comparator.comparingLong(Entry::position));
        rejected.sort(Comparator.comparing(row -> Long.parseLong(row.split(" ")[0])));
    }

    List<String> entries() {
        return entries.stream()
                .map(
                        e ->
                                Stream.of(
                                                e.position,
                                                e.tx,
                                                e.campaign,
                                                e.beneficiary,
                                                e.donor,
                                                e.token,
                                                e.amount,
                                                e.way,
                                                e.self,
                                                e.afterClosing)
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(" ")))
                .toList();
    }

    List<String> rejected() {
        return rejected;
    }

    List<String> outgoing() {
        return List.copyOf(outgoing.values());
    }

    /** beneficiary token received sent last movement, of what is final */
    List<String> tally(long finalised) {
        var all = new TreeSet<String>();
        var last = (finalised + 1) * 67108864 - 1;
        for (var who : said.stream().map(s -> s.campaign.beneficiary()).distinct().toList()) {
            for (var token : tokens.tokens()) {
                var in =
                        entries.stream()
                                .filter(e -> e.position <= last)
                                .filter(e -> e.beneficiary.equals(who))
                                .filter(e -> e.token.equals(token.address()))
                                .toList();
                var out =
                        outgoing.headMap(last, true).values().stream()
                                .map(row -> List.of(row.split(" ")))
                                .filter(row -> row.get(2).equals(who.toString()))
                                .filter(row -> row.get(4).equals(token.address().toString()))
                                .toList();
                var moved =
                        Stream.concat(
                                        in.stream().map(Entry::position),
                                        out.stream().map(row -> Long.valueOf(row.getFirst())))
                                .max(Comparator.naturalOrder());
                moved.ifPresent(
                        at ->
                                all.add(
                                        "%s %s %s %s %d"
                                                .formatted(
                                                        who,
                                                        token.address(),
                                                        in.stream()
                                                                .map(Entry::amount)
                                                                .reduce(
                                                                        BigInteger.ZERO,
                                                                        BigInteger::add),
                                                        out.stream()
                                                                .map(row -> row.get(5))
                                                                .map(BigInteger::new)
                                                                .reduce(
                                                                        BigInteger.ZERO,
                                                                        BigInteger::add),
                                                        at)));
            }
        }
        return List.copyOf(all);
    }

    List<String> statements() {
        return said.stream()
                .map(s -> "%d %s %s %s %s".formatted(s.position, s.campaign, s.what, s.about, s.tx))
                .toList();
    }

    /** scope token amount donations donors */
    List<String> totals() {
        var all = new TreeSet<String>();
        var scopes = new HashSet<String>();
        for (var entry : entries) {
            scopes.addAll(scopes(entry));
        }
        for (var scope : scopes) {
            for (var token : tokens.tokens()) {
                var counted =
                        entries.stream()
                                .filter(e -> !e.self && e.token.equals(token.address()))
                                .filter(e -> scopes(e).contains(scope))
                                .toList();
                if (!counted.isEmpty()) {
                    all.add(
                            "%s %s %s %d %d"
                                    .formatted(
                                            scope,
                                            token.address(),
                                            counted.stream()
                                                    .map(Entry::amount)
                                                    .reduce(BigInteger.ZERO, BigInteger::add),
                                            counted.size(),
                                            counted.stream().map(Entry::donor).distinct().count()));
                }
            }
        }
        return List.copyOf(all);
    }

    /** scope date donations */
    List<String> days() {
        var all = new TreeMap<String, Integer>();
        for (var entry : entries) {
            var date = times.get(entry.position / 67108864).atZone(ZoneOffset.UTC).toLocalDate();
            for (var scope : entry.self ? List.<String>of() : scopes(entry)) {
                all.merge(scope + " " + date, 1, Integer::sum);
            }
        }
        return all.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
    }

    /** id announced revised closed moved content */
    List<String> campaigns() {
        var all = new TreeSet<String>();
        for (var id : said.stream().map(Said::campaign).collect(Collectors.toSet())) {
            var own = said.stream().filter(s -> s.campaign.equals(id)).toList();
            var announcements = own.stream().filter(s -> s.what.equals("announced")).toList();
            var last = announcements.getLast();
            var later = own.stream().filter(s -> s.position > last.position).toList();
            all.add(
                    "%s %d %d %s %s %s"
                            .formatted(
                                    id,
                                    announcements.getFirst().position,
                                    last.position,
                                    later.stream()
                                            .filter(s -> s.what.equals("closed"))
                                            .map(s -> String.valueOf(s.position))
                                            .reduce((_, b) -> b)
                                            .orElse("null"),
                                    later.stream()
                                            .filter(s -> s.what.equals("moved"))
                                            .map(Said::about)
                                            .reduce((_, b) -> b)
                                            .orElse("null"),
                                    last.about));
        }
        return List.copyOf(all);
    }

    /** address known-from */
    List<String> beneficiaries() {
        var from = new TreeMap<String, Long>();
        said.stream()
                .filter(s -> s.what.equals("announced"))
                .forEach(
                        s ->
                                from.merge(
                                        s.campaign.beneficiary().toString(),
                                        s.position,
                                        Math::min));
        return from.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
    }

    List<String> donors() {
        return entries.stream().map(e -> e.donor.toString()).distinct().sorted().toList();
    }

    /** number digest, for every block with entries up to {@code finalised}. */
    List<String> digests(LedgerOrigin origin, long finalised) {
        var digest =
                sha256(
                        "urunan-ledger-1".getBytes(StandardCharsets.US_ASCII),
                        number(origin.chainId(), 8),
                        origin.contract().bytes(),
                        origin.tokenListHash().bytes(),
                        number(origin.startBlock(), 8),
                        number(origin.readsNatives() ? 1 : 0, 1));
        var rows = new ArrayList<String>();
        var byBlock =
                entries.stream()
                        .collect(
                                Collectors.groupingBy(
                                        e -> e.position / 67108864,
                                        TreeMap::new,
                                        Collectors.toList()));
        for (var block : byBlock.headMap(finalised, true).entrySet()) {
            var parts = new ArrayList<byte[]>();
            parts.add(digest);
            parts.add(number(block.getKey(), 8));
            parts.add(blocks.get(block.getKey()).bytes());
            for (var e : block.getValue()) {
                var index = e.position % 67108864;
                parts.add(index >= 33554432 ? number(0xffffffffL, 4) : number(index, 4));
                parts.add(e.tx.bytes());
                parts.add(e.beneficiary.bytes());
                parts.add(number(e.campaign == null ? 0 : 1, 1));
                parts.add(
                        e.campaign == null
                                ? new byte[12]
                                : Arrays.copyOfRange(e.campaign.bytes(), 20, 32));
                parts.add(e.donor.bytes());
                parts.add(e.token.bytes());
                parts.add(big(e.amount));
                parts.add(
                        number(
                                List.of("contract", "authorization", "tagged", "direct")
                                        .indexOf(e.way),
                                1));
                parts.add(number((e.self ? 1 : 0) + (e.afterClosing ? 2 : 0), 1));
            }
            digest = sha256(parts.toArray(byte[][]::new));
            rows.add(block.getKey() + " " + Hash.of(digest));
        }
        return rows;
    }

    private void hear(ChainLog log) {
        var at = log.place().position();
        var tx = log.place().txHash();
        switch (log) {
            case ChainLog.Announced a ->
                    said.add(
                            new Said(
                                    at, a.campaign(), "announced", a.contentHash().toString(), tx));
            case ChainLog.Closed c -> {
                if (isAnnounced(c.campaign(), at)) {
                    said.add(new Said(at, c.campaign(), "closed", "null", tx));
                }
            }
            case ChainLog.Moved m -> {
                if (isAnnounced(m.campaign(), at)) {
                    said.add(new Said(at, m.campaign(), "moved", m.to().toString(), tx));
                }
            }
            default -> {}
        }
    }

    private List<List<ChainLog>> byTransaction() {
        var groups = new LinkedHashMap<Hash, List<ChainLog>>();
        for (var log : logs) {
            groups.computeIfAbsent(log.place().txHash(), _ -> new ArrayList<>()).add(log);
        }
        return List.copyOf(groups.values());
    }

    private void judge(List<ChainLog> tx) {
        Map<Transferred, Donated> money = new HashMap<>();
        for (var log : tx) {
            if (log instanceof Donated d) {
                judge(d, tx, money);
            }
        }
        Set<AuthorizationUsed> used = new HashSet<>();
        for (var log : tx) {
            if (log instanceof Transferred t && tokens.contains(assetOf(t))) {
                judge(t, tx, money.get(t), used);
                var at = t.place().position();
                send(at, at, t.place().txHash(), t.from(), t.to(), assetOf(t), t.amount());
            }
        }
    }

    private void judge(Donated d, List<ChainLog> tx, Map<Transferred, Donated> money) {
        var at = d.place().position();
        var to = d.campaign().beneficiary();
        if (!tokens.contains(d.token())) {
            reject(d, "unlisted-token");
        } else if (d.amount().signum() == 0) {
            reject(d, "zero-amount");
        } else if (!isKnown(to, at)) {
            reject(d, "beneficiary-not-announced");
        } else if (d.token().equals(Token.NATIVE)) {
            count(
                    at,
                    d.place().txHash(),
                    announced(d.campaign(), at),
                    to,
                    d.donor(),
                    d.token(),
                    d.amount(),
                    "contract",
                    at);
            for (var log : tx) {
                if (log instanceof Transferred t
                        && t.place().index() > d.place().index()
                        && !money.containsKey(t)
                        && isOfNative(t)
                        && t.from().equals(contract)
                        && t.to().equals(to)
                        && t.amount().equals(d.amount())) {
                    money.put(t, d);
                    return;
                }
            }
        } else {
            for (var log : tx) {
                if (log instanceof Transferred t
                        && t.place().index() > d.place().index()
                        && !money.containsKey(t)
                        && t.emitter().equals(d.token())
                        && t.from().equals(d.donor())
                        && t.to().equals(to)
                        && t.amount().equals(d.amount())) {
                    money.put(t, d);
                    return;
                }
            }
            reject(d, "no-transfer");
        }
    }

    private void judge(
            Transferred t, List<ChainLog> tx, Donated donated, Set<AuthorizationUsed> used) {
        var at = t.place().position();
        if (!isKnown(t.to(), at)) {
            return;
        }
        if (t.amount().signum() == 0) {
            rejected.add(
                    "%d %s null %s %s %s 0 zero-amount"
                            .formatted(at, t.place().txHash(), t.to(), t.from(), assetOf(t)));
            return;
        }
        if (isOfNative(t)) {
            judgeNative(t, donated);
            return;
        }
        CampaignId campaign = null;
        String way = null;
        if (donated != null) {
            way = "contract";
            campaign = announced(donated.campaign(), at);
        }
        for (var log : tx) {
            if (way == null
                    && log instanceof AuthorizationUsed a
                    && !used.contains(a)
                    && a.token().equals(t.token())
                    && a.authorizer().equals(t.from())
                    && a.nonce().toString().endsWith("0000000000000000")) {
                var number = new BigInteger(a.nonce().toString().substring(2, 26), 16);
                campaign = announced(new CampaignId(t.to(), number), at);
                if (campaign != null) {
                    way = "authorization";
                    used.add(a);
                }
            }
        }
        var call = calls.get(t.place().txHash());
        if (way == null
                && call != null
                && t.token().equals(call.to())
                && call.input().length == 80) {
            var input = HexFormat.of().formatHex(call.input());
            if (input.startsWith("a9059cbb")) {
                campaign =
                        announced(
                                new CampaignId(t.to(), new BigInteger(input.substring(136), 16)),
                                at);
                way = campaign == null ? null : "tagged";
            }
        }
        if (way == null) {
            way = "direct";
            campaign = onlyOpen(t.to(), at);
        }
        count(at, t.place().txHash(), campaign, t.to(), t.from(), t.token(), t.amount(), way, at);
    }

    private static boolean isOfNative(Transferred t) {
        return t.emitter().toString().equals("0xfffffffffffffffffffffffffffffffffffffffe");
    }

    private static Address assetOf(Transferred t) {
        return isOfNative(t) ? Token.NATIVE : t.emitter();
    }

    private void judgeNative(Transferred t, Donated donated) {
        if (donated != null) {
            return;
        }
        var at = t.place().position();
        var call = calls.get(t.place().txHash());
        var tagged =
                call != null && t.to().equals(call.to()) && call.input().length == 12
                        ? announced(new CampaignId(t.to(), new BigInteger(1, call.input())), at)
                        : null;
        count(
                at,
                t.place().txHash(),
                tagged != null ? tagged : onlyOpen(t.to(), at),
                t.to(),
                t.from(),
                Token.NATIVE,
                t.amount(),
                tagged != null ? "tagged" : "direct",
                at);
    }

    private void send(
            long position,
            long at,
            Hash tx,
            Address from,
            Address to,
            Address token,
            BigInteger n) {
        if (isKnown(from, at) && n.signum() > 0) {
            outgoing.put(position, "%d %s %s %s %s %s".formatted(position, tx, from, to, token, n));
        }
    }

    private void judge(NativeTransfer n) {
        for (var log : logs) {
            if (log instanceof Transferred t
                    && t.place().txHash().equals(n.txHash())
                    && isOfNative(t)
                    && t.from().equals(n.from())
                    && t.to().equals(n.to())
                    && t.amount().equals(n.amount())) {
                return;
            }
        }
        // What logs of the same block say counts if their transaction comes before.
        var at =
                logs.stream()
                        .map(ChainLog::place)
                        .filter(p -> p.blockNumber() == n.block().number())
                        .filter(p -> p.txIndex() >= n.txIndex())
                        .mapToLong(p -> p.position())
                        .min()
                        .orElse((n.block().number() + 1) * 67108864);
        if (!tokens.contains(Token.NATIVE)) {
            return;
        }
        var position = n.block().number() * 67108864 + 33554432 + n.txIndex();
        send(position, at, n.txHash(), n.from(), n.to(), Token.NATIVE, n.amount());
        if (!isKnown(n.to(), at)) {
            return;
        }
        CampaignId tagged =
                n.data().length == 12
                        ? announced(new CampaignId(n.to(), new BigInteger(1, n.data())), at)
                        : null;
        count(
                position,
                n.txHash(),
                tagged != null ? tagged : onlyOpen(n.to(), at),
                n.to(),
                n.from(),
                Token.NATIVE,
                n.amount(),
                tagged != null ? "tagged" : "direct",
                at);
    }

    private void count(
            long position,
            Hash tx,
            CampaignId campaign,
            Address to,
            Address from,
            Address token,
            BigInteger amount,
            String way,
            long at) {
        entries.add(
                new Entry(
                        position,
                        tx,
                        campaign,
                        to,
                        from,
                        token,
                        amount,
                        way,
                        from.equals(to),
                        campaign != null && !isOpen(campaign, at)));
    }

    private void reject(Donated d, String reason) {
        rejected.add(
                "%d %s %s %s %s %s %s %s"
                        .formatted(
                                d.place().position(),
                                d.place().txHash(),
                                d.campaign(),
                                d.campaign().beneficiary(),
                                d.donor(),
                                d.token(),
                                d.amount(),
                                reason));
    }

    private static List<String> scopes(Entry entry) {
        return entry.campaign == null
                ? List.of("everything", entry.beneficiary.toString())
                : List.of("everything", entry.beneficiary.toString(), entry.campaign.toString());
    }

    private boolean isKnown(Address beneficiary, long at) {
        return said.stream()
                .anyMatch(s -> s.position < at && s.campaign.beneficiary().equals(beneficiary));
    }

    private boolean isAnnounced(CampaignId id, long at) {
        return said.stream().anyMatch(s -> s.position < at && s.campaign.equals(id));
    }

    private CampaignId announced(CampaignId id, long at) {
        return isAnnounced(id, at) ? id : null;
    }

    private boolean isOpen(CampaignId id, long at) {
        return said.stream()
                .filter(s -> s.position < at && s.campaign.equals(id))
                .reduce((_, last) -> last)
                .filter(s -> s.what.equals("announced"))
                .isPresent();
    }

    private CampaignId onlyOpen(Address beneficiary, long at) {
        var open =
                said.stream()
                        .map(Said::campaign)
                        .filter(id -> id.beneficiary().equals(beneficiary))
                        .distinct()
                        .filter(id -> isOpen(id, at))
                        .toList();
        return open.size() == 1 ? open.getFirst() : null;
    }

    private static byte[] number(long value, int length) {
        return Arrays.copyOfRange(ByteBuffer.allocate(8).putLong(value).array(), 8 - length, 8);
    }

    private static byte[] big(BigInteger value) {
        var hex = value.toString(16);
        return HexFormat.of().parseHex("0".repeat(64 - hex.length()) + hex);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
