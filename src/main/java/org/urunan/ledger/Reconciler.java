package org.urunan.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.BlockRef;
import org.urunan.chain.Holding;
import org.urunan.database.Database;
import org.urunan.money.Address;
import org.urunan.money.Hash;
import org.urunan.money.Position;

/**
 * Compares what beneficiaries should own with what they own, at the last final block: of whoever
 * moved something since the comparison before, who moved last first. One request at a time; what
 * fails is compared later. A reorg changes nothing of it.
 */
final class Reconciler {

    /** A beneficiary's token that moved since it was compared. */
    private record Moved(
            int beneficiary,
            Address owner,
            short token,
            Address tokenAddress,
            BigInteger received,
            BigInteger sent,
            long movedAt,
            long knownFrom,
            Hash knownBlock,
            @Nullable BigInteger opening) {

        BlockRef opened() {
            return new BlockRef(Position.blockNumber(knownFrom), knownBlock);
        }
    }

    private final Database database;
    private final Tally tally;
    private final Function<List<Holding>, List<@Nullable BigInteger>> balances;
    private final int atOnce;

    /**
     * @param balances asks the chain
     * @param atOnce most beneficiaries and tokens in one question
     */
    Reconciler(
            Database database,
            Function<List<Holding>, List<@Nullable BigInteger>> balances,
            int atOnce) {
        this.database = database;
        this.tally = new Tally(database);
        this.balances = balances;
        this.atOnce = atOnce;
    }

    /**
     * Compares everything that moved.
     *
     * @param mayGoOn asked between any two steps
     * @throws org.urunan.chain.ChainFailure if no endpoint answers; what was compared is kept
     */
    void run(BooleanSupplier mayGoOn) {
        var at = tally.proceed();
        while (at.isEmpty() && mayGoOn.getAsBoolean()) {
            at = tally.proceed();
        }
        Moved last = null;
        while (at.isPresent() && mayGoOn.getAsBoolean()) {
            var moved = movedBefore(last);
            if (moved.isEmpty()) {
                return;
            }
            compare(moved, at.get());
            last = moved.getLast();
        }
    }

    private List<Moved> movedBefore(@Nullable Moved last) {
        var behind = last == null ? Long.MAX_VALUE : last.movedAt();
        return database.read(
                snapshot ->
                        snapshot.list(
                                """
                                select t.beneficiary, b.address, t.token, a.address, t.received,
                                    t.sent, t.moved_at, b.known_from, k.hash, r.opening
                                from tally t
                                join beneficiary b on b.id = t.beneficiary
                                join token a on a.id = t.token
                                join block k on k.number = b.known_from / 67108864
                                left join reconciliation r
                                    on r.beneficiary = t.beneficiary and r.token = t.token
                                where (t.moved_at < ? or (t.moved_at = ? and t.beneficiary < ?))
                                    and (r.block_number is null
                                        or t.moved_at / 67108864 > r.block_number)
                                order by t.moved_at desc, t.beneficiary desc limit
                                """
                                        + atOnce,
                                row ->
                                        new Moved(
                                                row.integer(1),
                                                row.address(2),
                                                (short) row.integer(3),
                                                row.address(4),
                                                row.amount(5),
                                                row.amount(6),
                                                row.number(7),
                                                row.number(8),
                                                row.hash(9),
                                                row.amountOrNull(10)),
                                behind,
                                behind,
                                last == null ? 0 : last.beneficiary()));
    }

    private void compare(List<Moved> moved, BlockRef at) {
        var holdings = new ArrayList<Holding>();
        moved.forEach(it -> holdings.add(new Holding(it.owner(), it.tokenAddress(), at)));
        moved.stream()
                .filter(it -> it.opening() == null)
                .map(it -> new Holding(it.owner(), it.tokenAddress(), it.opened()))
                .forEach(holdings::add);
        var told = balances.apply(holdings);
        var openings = told.subList(moved.size(), told.size()).iterator();
        for (var i = 0; i < moved.size(); i++) {
            var it = moved.get(i);
            var opening = it.opening() == null ? openingOf(it, openings.next()) : it.opening();
            var balance = told.get(i);
            if (balance != null) {
                write(it, opening, balance, at);
            }
        }
    }

    /**
     * @param end the balance at the end of the block in which the beneficiary became known
     */
    private @Nullable BigInteger openingOf(Moved moved, @Nullable BigInteger end) {
        return end == null
                ? null
                : end.subtract(inFirstBlock("entry", moved)).add(inFirstBlock("outgoing", moved));
    }

    /** What moved in the block of the first announcement, and behind it. */
    private BigInteger inFirstBlock(String table, Moved moved) {
        return database.read(
                snapshot ->
                        snapshot
                                .list(
                                        """
                                        select amount from %s where position > ? and position <= ?
                                            and beneficiary = ? and token = ?
                                        """
                                                .formatted(table),
                                        row -> row.amount(1),
                                        moved.knownFrom(),
                                        Position.endOf(moved.opened().number()),
                                        moved.beneficiary(),
                                        moved.token())
                                .stream()
                                .reduce(BigInteger.ZERO, BigInteger::add));
    }

    private void write(Moved moved, @Nullable BigInteger opening, BigInteger balance, BlockRef at) {
        database.write(
                transaction -> {
                    transaction.change(
                            "delete from reconciliation where beneficiary = ? and token = ?",
                            moved.beneficiary(),
                            moved.token());
                    return transaction.change(
                            """
                            insert into reconciliation (beneficiary, token, block_number,
                                block_hash, opening, received, sent, balance)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            """,
                            moved.beneficiary(),
                            moved.token(),
                            at.number(),
                            at.hash(),
                            opening,
                            moved.received(),
                            moved.sent(),
                            balance);
                });
    }
}
