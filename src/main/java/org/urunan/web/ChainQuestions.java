package org.urunan.web;

import jakarta.enterprise.context.ApplicationScoped;
import org.urunan.chain.BlockRef;
import org.urunan.money.Hash;

/** What only the chain itself can tell: the fate of a transaction that no block of ours has. */
@ApplicationScoped
class ChainQuestions {

    TxState stateOf(Hash tx, BlockRef asOf) {
        return TxState.NOT_ASKED;
    }
}
