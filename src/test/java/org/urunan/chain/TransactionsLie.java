package org.urunan.chain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.urunan.money.Address;
import org.urunan.money.Hash;
import org.urunan.support.Falsified;

/** What can be done to a block's transactions while its header stays what it is. */
enum TransactionsLie {
    LAST_LEFT_OUT(list -> list.removeLast()),
    ALL_BUT_ONE_LEFT_OUT(list -> list.subList(1, list.size()).clear()),
    ALL_LEFT_OUT(List::clear),
    THE_GIFT_LEFT_OUT(list -> list.remove(1)),
    TWICE(list -> list.add(list.get(1))),
    OTHERWISE_ORDERED(list -> Collections.swap(list, 1, 2)),
    OTHER_RECIPIENT(
            list -> list.set(1, Falsified.moving(BigInteger.TWO, to(Scene.DONOR), list.get(1)))),
    OTHER_AMOUNT(
            list ->
                    list.set(
                            1,
                            Falsified.moving(BigInteger.TEN, to(Scene.BENEFICIARY), list.get(1)))),
    ANOTHER_GIFT_INVENTED(
            list -> list.add(Falsified.moving(BigInteger.TEN, to(Scene.BENEFICIARY), list.get(0)))),
    OTHER_SENDER(list -> list.set(1, Falsified.from(Scene.BENEFICIARY, list.get(1)))),
    OTHER_HASH(list -> list.set(1, Falsified.named(Hash.sha256(new byte[0]), list.get(1)))),
    OF_A_TYPE_NOBODY_KNOWS(list -> list.set(1, Falsified.ofType(0x64, list.get(1)))),
    WITHOUT_A_SIGNATURE(list -> list.set(1, Falsified.ofType(2, list.get(1))));

    private final Consumer<List<Transaction>> change;

    TransactionsLie(Consumer<List<Transaction>> change) {
        this.change = change;
    }

    /** The block with the gift, and indices as they should be. */
    Block of(Block block) {
        if (block.transactions().size() != 4) {
            return block;
        }
        var changed = new ArrayList<>(block.transactions());
        change.accept(changed);
        for (var i = 0; i < changed.size(); i++) {
            changed.set(i, Falsified.at(i, changed.get(i)));
        }
        return new Block(block.header(), changed);
    }

    private static TxCall to(Address recipient) {
        return new TxCall(recipient, new byte[0]);
    }
}
