package org.urunan.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urunan.chain.ReadBlock;
import org.urunan.database.Transaction;
import org.urunan.money.Position;

/** The blocks of one update, each with whether anything of the ledger lies in it. */
record WrittenBlocks(List<ReadBlock> blocks) {

    private static final List<String> COLUMNS =
            List.of("number", "time", "received", "used", "hash");

    void write(Transaction transaction, Judgement judgement) {
        var used = used(judgement);
        var rows = new ArrayList<@Nullable Object[]>();
        for (var block : blocks) {
            rows.add(
                    new Object[] {
                        block.number(),
                        block.time(),
                        block.received(),
                        used.contains(block.number()),
                        block.hash()
                    });
        }
        transaction.insertAll("block", COLUMNS, rows);
    }

    private static Set<Long> used(Judgement judgement) {
        var used = new HashSet<Long>();
        judgement.entries().forEach(each -> used.add(Position.blockNumber(each.position())));
        judgement.rejections().forEach(each -> used.add(Position.blockNumber(each.position())));
        judgement.outgoing().forEach(each -> used.add(Position.blockNumber(each.position())));
        judgement.statements().forEach(each -> used.add(Position.blockNumber(each.position())));
        return used;
    }

    /** Of each block by its number. */
    Map<Long, Long> times() {
        var times = new HashMap<Long, Long>();
        blocks.forEach(block -> times.put(block.number(), block.time()));
        return times;
    }
}
