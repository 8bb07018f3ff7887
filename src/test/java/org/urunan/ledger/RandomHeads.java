package org.urunan.ledger;

import java.util.Random;
import org.urunan.chain.BlockHeader;
import org.urunan.chain.Bloom;
import org.urunan.money.Hash;
import org.urunan.support.FakeChain;

/**
 * The heads that a liar tells: far ahead, of hashes that nobody has, behind those it told before,
 * and finalised ones that are not final yet.
 */
final class RandomHeads {

    private final FakeChain chain;
    private final Random random;
    private final boolean isAlone;

    /**
     * @param isAlone whether nobody else says what is final: nobody could doubt a block that is
     *     there
     */
    RandomHeads(FakeChain chain, Random random, boolean isAlone) {
        this.chain = chain;
        this.random = random;
        this.isAlone = isAlone;
    }

    BlockHeader latest(BlockHeader honest) {
        synchronized (random) {
            return switch (random.nextInt(10)) {
                case 0 -> invented(honest.number() + 1 + random.nextInt(1_000_000), someHash());
                case 1 -> invented(honest.number() + 1, honest.hash());
                case 2 -> invented(honest.number(), honest.parentHash());
                case 3 -> invented(honest.number() + 1, someHash());
                case 4 -> chain.header(random.nextLong(honest.number() + 1));
                default -> honest;
            };
        }
    }

    BlockHeader finalised(BlockHeader honest) {
        synchronized (random) {
            return switch (random.nextInt(isAlone ? 6 : 7)) {
                case 0 -> invented(chain.head() + 1 + random.nextInt(1_000_000), someHash());
                case 1 -> invented(random.nextLong(chain.head() + 2), someHash());
                case 2 -> invented(honest.number(), honest.parentHash());
                case 3 -> chain.header(random.nextLong(honest.number() + 1));
                case 6 -> chain.header(random.nextLong(honest.number(), chain.head() + 1));
                default -> honest;
            };
        }
    }

    private BlockHeader invented(long number, Hash parent) {
        return new BlockHeader(
                number,
                someHash(),
                parent,
                random.nextInt(),
                someHash(),
                someHash(),
                Bloom.EMPTY,
                false);
    }

    private Hash someHash() {
        return Hash.keccak256(Long.toString(random.nextLong()).getBytes());
    }
}
