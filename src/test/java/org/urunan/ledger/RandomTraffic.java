package org.urunan.ledger;

import static org.urunan.support.ChainScript.address;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.money.Token;
import org.urunan.support.FakeLog;
import org.urunan.support.FakeTx;

/** Transactions of every kind, right and odd ones, as a seed says. */
final class RandomTraffic {

    static final Address CONTRACT = Books.ORIGIN.contract();
    static final List<Address> BENEFICIARIES =
            List.of(address("siti"), address("budi"), address("ani"));
    static final List<Address> PEOPLE =
            List.of(
                    address("siti"),
                    address("budi"),
                    address("one"),
                    address("two"),
                    address("three"),
                    Address.ZERO);
    private static final List<Address> TOKENS = List.of(Books.DOLLAR, Books.COCOA);

    private final Random random;

    /** How many of 4 blocks log native transfers (EIP-7708): as before, at and after a fork. */
    private final int logging;

    private boolean isLogging;

    RandomTraffic(Random random) {
        this.random = random;
        this.logging = List.of(0, 0, 2, 4, 4).get(random.nextInt(5));
    }

    List<FakeTx> block() {
        isLogging = random.nextInt(4) < logging;
        var txs = new ArrayList<FakeTx>();
        for (var count = random.nextInt(4); count > 0; count--) {
            txs.add(tx());
        }
        return txs;
    }

    private FakeTx tx() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> statement();
            case 2, 3 -> contract();
            case 4 -> batch();
            case 5 -> authorization();
            case 6 -> tagged();
            case 7, 8 -> nativeTransfer();
            case 9 -> outgoing();
            case 10 -> innerCall();
            default -> call().emit(transfer(token(), person(), beneficiary(), amount()));
        };
    }

    private FakeTx statement() {
        var id = campaign();
        var tx = call();
        return switch (random.nextInt(6)) {
            case 0 -> tx.emit(FakeLog.closed(CONTRACT, id));
            case 1 -> tx.emit(FakeLog.moved(CONTRACT, id, campaign()));
            default -> tx.emit(FakeLog.announced(CONTRACT, id, hash()));
        };
    }

    private FakeTx contract() {
        var id = campaign();
        var donor = person();
        var amount = amount();
        var token =
                switch (random.nextInt(6)) {
                    case 0 -> Books.UNLISTED;
                    case 1, 2 -> Token.NATIVE;
                    default -> token();
                };
        var tx = call().emit(FakeLog.donated(CONTRACT, id, donor, token, amount));
        if (random.nextInt(6) == 0) {
            tx.emit(transfer(token(), person(), beneficiary(), amount()));
        }
        var isHonest = random.nextInt(6) > 0;
        if (token.equals(Token.NATIVE)) {
            return logged(tx, CONTRACT, id.beneficiary(), amount);
        }
        return isHonest ? tx.emit(transfer(token, donor, id.beneficiary(), amount)) : tx;
    }

    /** A beneficiary spends, or hands on. */
    private FakeTx outgoing() {
        var from = beneficiary();
        var to = person();
        var amount = amount();
        if (random.nextBoolean()) {
            return call().emit(transfer(token(), from, to, amount));
        }
        return random.nextInt(6) == 0
                ? FakeTx.failed(from, to, amount)
                : logged(
                        FakeTx.nativeTransfer(from, to, amount, new byte[random.nextInt(14)]),
                        from,
                        to,
                        amount);
    }

    /** Native coin moved by calls inside a transaction, which may itself look like a tagged one. */
    private FakeTx innerCall() {
        var id = campaign();
        var data = random.nextBoolean() ? id.numberBytes() : new byte[4];
        var tx = FakeTx.call(person(), random.nextBoolean() ? id.beneficiary() : CONTRACT, data);
        for (var calls = 1 + random.nextInt(3); calls > 0; calls--) {
            logged(tx, person(), beneficiary(), BigInteger.valueOf(1 + random.nextInt(2)));
        }
        return tx;
    }

    /** Calls to oneself, and of nothing, are not logged. */
    private FakeTx logged(FakeTx tx, Address from, Address to, BigInteger amount) {
        return isLogging && !from.equals(to) && amount.signum() > 0
                ? tx.emit(transfer(Token.NATIVE_LOGGER, from, to, amount))
                : tx;
    }

    /** Several gifts with few different amounts, so that their transfers look alike. */
    private FakeTx batch() {
        var donor = person();
        var token = token();
        var tx = call();
        for (var legs = 1 + random.nextInt(5); legs > 0; legs--) {
            var id = campaign();
            var amount = BigInteger.valueOf(1 + random.nextInt(2));
            if (random.nextInt(5) > 0) {
                tx.emit(FakeLog.donated(CONTRACT, id, donor, token, amount));
            }
            if (random.nextInt(5) > 0) {
                tx.emit(transfer(token, donor, id.beneficiary(), amount));
            }
        }
        return tx;
    }

    private FakeTx authorization() {
        var id = campaign();
        var donor = person();
        var nonce = ByteBuffer.allocate(32).put(id.numberBytes()).putInt(20, random.nextInt());
        nonce.put(31, (byte) (random.nextInt(5) == 0 ? 1 : 0));
        var used = FakeLog.authorizationUsed(Books.DOLLAR, donor, Hash.of(nonce.array()));
        var moved = transfer(Books.DOLLAR, donor, id.beneficiary(), amount());
        var tx = call();
        return random.nextBoolean() ? tx.emit(used).emit(moved) : tx.emit(moved).emit(used);
    }

    private FakeTx tagged() {
        var id = campaign();
        var donor = person();
        var token = token();
        var amount = amount();
        var length = 68 + (random.nextInt(5) == 0 ? 13 : 12);
        var input =
                ByteBuffer.allocate(length)
                        .put(new byte[] {(byte) 0xa9, 0x05, (byte) 0x9c, (byte) 0xbb})
                        .put(68, id.numberBytes())
                        .array();
        return FakeTx.call(donor, random.nextInt(5) == 0 ? CONTRACT : token, input)
                .emit(transfer(token, donor, id.beneficiary(), amount));
    }

    private FakeTx nativeTransfer() {
        var id = campaign();
        var data =
                switch (random.nextInt(3)) {
                    case 0 -> new byte[0];
                    case 1 -> new byte[] {1, 2, 3};
                    default -> id.numberBytes();
                };
        if (random.nextInt(6) == 0) {
            return FakeTx.failed(person(), id.beneficiary(), amount());
        }
        var from = person();
        var amount = amount();
        var tx = FakeTx.nativeTransfer(from, id.beneficiary(), amount, data);
        logged(tx, from, id.beneficiary(), amount);
        return random.nextInt(5) == 0
                ? tx.emit(FakeLog.announced(CONTRACT, campaign(), hash()))
                : tx;
    }

    private FakeTx call() {
        return FakeTx.call(person(), CONTRACT, new byte[4]);
    }

    private static FakeLog transfer(Address token, Address from, Address to, BigInteger amount) {
        return FakeLog.transferred(token, from, to, amount);
    }

    private CampaignId campaign() {
        return new CampaignId(beneficiary(), BigInteger.valueOf(random.nextInt(3)));
    }

    private Address beneficiary() {
        return BENEFICIARIES.get(random.nextInt(BENEFICIARIES.size()));
    }

    private Address person() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private Address token() {
        return TOKENS.get(random.nextInt(TOKENS.size()));
    }

    private BigInteger amount() {
        return switch (random.nextInt(8)) {
            case 0 -> BigInteger.ZERO;
            case 1 -> BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
            default -> BigInteger.valueOf(1 + random.nextInt(100));
        };
    }

    private Hash hash() {
        return Hash.sha256(BigInteger.valueOf(random.nextLong()).toByteArray());
    }
}
