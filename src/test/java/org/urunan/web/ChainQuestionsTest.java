package org.urunan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.urunan.chain.ChainFailure;
import org.urunan.chain.Endpoints;
import org.urunan.chain.Patience;
import org.urunan.money.Hash;
import org.urunan.support.ChainScript;
import org.urunan.support.FakeChain;
import org.urunan.support.FakeEndpoint;
import org.urunan.support.FakeTx;

class ChainQuestionsTest {

    private final FakeChain chain = new FakeChain(31337);
    private final FakeEndpoint endpoint = new FakeEndpoint(chain);
    private final ChainQuestions questions =
            new ChainQuestions(
                    new Endpoints(
                            List.of(endpoint),
                            31337,
                            new Patience(Duration.ofMillis(1), Duration.ofMillis(1), 1, 9),
                            Clock.systemUTC()));

    @Test
    void transactionThatTheChainDoesNotKnowIsUnknown() {
        assertThat(stateOf(ChainScript.hash("nobody"), 0)).isEqualTo(TxState.UNKNOWN);
    }

    @Test
    void transactionInABlockThatWasNotReadYetIsAhead() {
        var tx = mine(FakeTx.nativeTransfer(from(), to(), BigInteger.TEN, new byte[0]));

        assertThat(stateOf(tx, 0)).isEqualTo(TxState.AHEAD);
    }

    @Test
    void transactionInAReadBlockWithoutAnEntryGaveNothing() {
        var tx = mine(FakeTx.nativeTransfer(from(), to(), BigInteger.TEN, new byte[0]));

        assertThat(stateOf(tx, chain.head())).isEqualTo(TxState.NO_DONATION);
    }

    /** Of the same height as one that was read: what is there, the ledger will tell. */
    @Test
    void transactionInABlockOfABranchThatWasNotReadYetIsAhead() {
        var old = chain.mine().ref();
        chain.cut(1);
        var tx = mine(FakeTx.nativeTransfer(from(), to(), BigInteger.TEN, new byte[0]));

        assertThat(questions.stateOf(tx, old::equals)).isEqualTo(TxState.AHEAD);
    }

    @Test
    void failedTransactionIsFailed() {
        var tx = mine(FakeTx.failed(from(), to(), BigInteger.TEN));

        assertThat(stateOf(tx, chain.head())).isEqualTo(TxState.FAILED);
    }

    @Test
    void endpointThatDoesNotAnswerMakesNothingUnknown() {
        endpoint.fault(
                method -> {
                    throw new ChainFailure.Unavailable("The endpoint is away", null);
                });

        assertThat(stateOf(ChainScript.hash("nobody"), 0)).isEqualTo(TxState.NOT_ASKED);
    }

    private Hash mine(FakeTx tx) {
        var block = chain.mine(tx).number();
        return endpoint.blocks(block, block).getFirst().transactions().getFirst().hash();
    }

    private TxState stateOf(Hash tx, long asOf) {
        return questions.stateOf(tx, block -> block.number() <= asOf);
    }

    private static org.urunan.money.Address from() {
        return ChainScript.address("from");
    }

    private static org.urunan.money.Address to() {
        return ChainScript.address("to");
    }
}
