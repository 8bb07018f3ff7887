package org.urunan.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Set;
import org.urunan.chain.ChainLog;
import org.urunan.chain.ChainUpdate.Appended;
import org.urunan.chain.LogFilter;
import org.urunan.chain.NativeTransfer;
import org.urunan.chain.ReadBlock;
import org.urunan.chain.TxCall;
import org.urunan.money.Hash;
import org.urunan.money.Token;
import org.urunan.support.FakeChain;
import org.urunan.support.FakeEndpoint;

/** Everything a chain has, straight from it. */
final class Truth {

    private Truth() {}

    static Appended of(FakeChain chain, LedgerOrigin origin) {
        var honest = new FakeEndpoint(chain);
        var blocks = new ArrayList<ReadBlock>();
        var logs = new ArrayList<ChainLog>();
        var calls = new HashMap<Hash, TxCall>();
        var natives = new ArrayList<NativeTransfer>();
        var beneficiaries = Set.copyOf(RandomTraffic.BENEFICIARIES);
        var people = Set.copyOf(RandomTraffic.PEOPLE);
        for (var number = origin.startBlock(); number <= chain.head(); number++) {
            var header = chain.header(number);
            blocks.add(new ReadBlock(number, header.hash(), header.time(), 0));
            for (var filter :
                    new LogFilter[] {
                        new LogFilter.OfContract(RandomTraffic.CONTRACT),
                        new LogFilter.TransfersOf(
                                Set.of(Books.DOLLAR, Books.COCOA, Token.NATIVE_LOGGER),
                                beneficiaries),
                        new LogFilter.AuthorizationsBy(Set.of(Books.DOLLAR), people)
                    }) {
                logs.addAll(honest.logs(filter, number, number).logs());
            }
            for (var tx : honest.blocks(number, number).getFirst().transactions()) {
                calls.put(tx.hash(), tx.call());
                if (origin.readsNatives()
                        && tx.value().signum() > 0
                        && tx.call().to() != null
                        && (beneficiaries.contains(tx.call().to())
                                || beneficiaries.contains(tx.from()))
                        && honest.outcomes(Set.of(tx.hash())).get(tx.hash()).isSuccessful()) {
                    natives.add(
                            new NativeTransfer(
                                    header.ref(),
                                    tx.hash(),
                                    tx.index(),
                                    tx.from(),
                                    tx.call().to(),
                                    tx.value(),
                                    tx.call().input()));
                }
            }
        }
        logs.sort(Comparator.comparingLong(log -> log.place().position()));
        var last = chain.header(chain.head()).ref();
        return new Appended(last, last, blocks, logs, calls, natives);
    }
}
