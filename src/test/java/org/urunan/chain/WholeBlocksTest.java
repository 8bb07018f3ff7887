package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urunan.money.Hash;
import org.urunan.support.FakeChain;
import org.urunan.support.FakeEndpoint;
import org.urunan.support.FakeTx;
import org.urunan.support.Falsified;

/** Blocks as real nodes told them, altered where an endpoint could alter them. */
class WholeBlocksTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What no header proves: it is not in what a transaction's hash is of. */
    private static final Set<String> UNPROVED = Set.of("from", "transactionIndex");

    private final WholeBlocks whole = new WholeBlocks(AuditDepth.RECEIPTS);

    /**
     * A block of anvil with types 0, 1, 2 and 4 and a creation, and one of an OP stack with a
     * deposit.
     */
    @ParameterizedTest
    @ValueSource(strings = {"every-type", "optimism"})
    void realBlocksAreProved(String file) throws IOException {
        assertThat(read(block(file)).transactions()).isNotEmpty();
        assertThat(whole.unproved()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"every-type", "optimism"})
    void everythingInATransactionMatters(String file) throws IOException {
        var matters = new HashSet<String>();
        var mayBeAnything = new HashSet<String>();
        var transactions = block(file).withArray("transactions").size();
        for (var i = 0; i < transactions; i++) {
            for (var name : names(block(file).withArray("transactions").get(i))) {
                var altered = block(file);
                var transaction = (ObjectNode) altered.withArray("transactions").get(i);
                transaction.set(name, altered(transaction.get(name)));
                (isRefused(altered) ? matters : mayBeAnything)
                        .add(transaction.get("type").asText() + " " + name);
            }
        }
        assertThat(matters)
                .contains("0x2 to", "0x2 value", "0x2 input", "0x2 hash", "0x2 nonce", "0x2 s");
        mayBeAnything.removeIf(it -> UNPROVED.contains(it.substring(it.indexOf(' ') + 1)));
        // Derived: a legacy v has the chain id, others have yParity, a deposit has no signature.
        assertThat(mayBeAnything)
                .isSubsetOf(
                        "0x0 chainId",
                        "0x1 v",
                        "0x2 v",
                        "0x2 gasPrice",
                        "0x4 v",
                        "0x4 gasPrice",
                        "0x7e gasPrice",
                        "0x7e nonce",
                        "0x7e r",
                        "0x7e s",
                        "0x7e v");
    }

    @Test
    void whatIsLeftOutOfATransactionIsMissed() throws IOException {
        for (var i = 0; i < 5; i++) {
            for (var name : List.of("r", "s", "gas", "nonce")) {
                var altered = block("every-type");
                ((ObjectNode) altered.withArray("transactions").get(i)).remove(name);
                assertThat(isRefused(altered)).as(name).isTrue();
            }
        }
    }

    @Test
    void everyTransactionItsPlaceAndTheirNumberMatter() throws IOException {
        for (var i = 0; i < 5; i++) {
            var fewer = block("every-type");
            fewer.withArray("transactions").remove(i);
            assertThat(isRefused(fewer)).isTrue();

            var more = block("every-type");
            var list = more.withArray("transactions");
            list.insert(i, list.get(i).deepCopy());
            assertThat(isRefused(more)).isTrue();

            var swapped = block("every-type");
            var places = swapped.withArray("transactions");
            var moved = places.remove(i);
            places.insert((i + 1) % 5, moved);
            assertThat(isRefused(swapped)).isTrue();
        }
    }

    @Test
    void aHeaderThatIsAlteredToFitIsNotBelieved() throws IOException {
        var altered = block("every-type");
        altered.withArray("transactions").removeAll();
        altered.put("transactionsRoot", TransactionsRoot.of(List.of()).toString());
        assertThatThrownBy(() -> read(altered))
                .isInstanceOf(ChainFailure.WrongAnswer.class)
                .hasMessageContaining("with a hash that is not that of its header");
    }

    @Test
    void whoeverWantsNoProofsBelieves() throws IOException {
        var altered = block("every-type");
        altered.withArray("transactions").remove(4);
        for (var depth : List.of(AuditDepth.NONE, AuditDepth.BLOOMS)) {
            var told = parsed(altered);
            assertThat(new WholeBlocks(depth).read(telling(told), 0, 0)).containsExactly(told);
        }
    }

    @Test
    void theFirstTransactionOfEthereumHasItsHashAndRoot() throws IOException {
        var json = SenderTest.FIRST.getBytes(StandardCharsets.UTF_8);
        var transaction = TransactionParser.read(new JsonReader(json));
        assertThat(Hash.keccak256(transaction.encoded())).isEqualTo(transaction.hash());
        assertThat(TransactionsRoot.of(List.of(transaction)))
                .hasToString("0x4513310fcb9f6f616972a3b948dc5d547f280849a87ebb5af0191f98b87be598");
    }

    /** Alone, because anvil's root is of a blob transaction with its blobs, against EIP-4844. */
    @Test
    void aBlobTransactionHasItsHash() throws IOException {
        try (var in = WholeBlocksTest.class.getResourceAsStream("/chain/blob-transaction.json")) {
            var transaction = TransactionParser.read(new JsonReader(in.readAllBytes()));
            assertThat(transaction.type()).isEqualTo(3);
            assertThat(Hash.keccak256(transaction.encoded())).isEqualTo(transaction.hash());
        }
    }

    /** As Polygon does; receipts likewise. */
    @Test
    void aTransactionThatNobodySignedBesideTheBlockIsLeftOut() {
        var chain = new FakeChain(1);
        chain.mine(FakeTx.call(Scene.DONOR, Scene.TOKEN, new byte[0]));
        chain.mine();
        var endpoint =
                new FakeEndpoint(chain)
                        .tellBlocks(blocks -> blocks.stream().map(WholeBlocksTest::more).toList())
                        .tellReceipts(WholeBlocksTest::moreReceipts);

        var blocks = whole.read(endpoint, 1, 2);

        assertThat(blocks).extracting(it -> it.transactions().size()).containsExactly(1, 0);
        assertThat(ReceiptsRoot.proved(endpoint, blocks.getFirst())).hasSize(1);
        assertThat(ReceiptsRoot.proved(endpoint, blocks.getLast())).isEmpty();
        assertThat(whole.unproved()).isNull();
    }

    @Test
    void whoCallsATransactionUnsignedDoesNotHideIt() throws IOException {
        var altered = block("every-type");
        var last = (ObjectNode) altered.withArray("transactions").get(4);
        last.put("r", "0x0").put("s", "0x0").put("type", "0x2");
        assertThatThrownBy(() -> read(altered))
                .isInstanceOf(ChainFailure.WrongAnswer.class)
                .hasMessageContaining("other transactions than its header names");
    }

    private static Block more(Block block) {
        var fields = new ArrayList<byte[]>();
        for (var i = 0; i < 9; i++) {
            fields.add(Rlp.number(0));
        }
        var transactions = new ArrayList<>(block.transactions());
        transactions.add(
                new Transaction(
                        Hash.sha256(new byte[1]),
                        transactions.size(),
                        0,
                        Scene.DONOR,
                        new TxCall(Scene.BENEFICIARY, new byte[0]),
                        BigInteger.TEN,
                        Rlp.list(fields)));
        return new Block(block.header(), transactions);
    }

    private static List<Receipt> moreReceipts(List<Receipt> receipts) {
        var more = new ArrayList<>(receipts);
        more.add(new Receipt(Hash.ZERO, 0, 1, 0, Bloom.EMPTY, List.of(), null, null));
        return more;
    }

    @Test
    void aTypeThatTheReceiptsProveIsBelievedAndSaid() {
        var chain = new FakeChain(1);
        var endpoint = new FakeEndpoint(chain);
        var transfer = FakeTx.call(Scene.DONOR, Scene.TOKEN, new byte[0]);
        chain.mine(transfer, transfer.ofType(0x64));
        chain.mine(transfer.ofType(0x64), transfer);

        assertThat(whole.read(endpoint, 1, 1).getFirst().transactions()).hasSize(2);

        assertThat(whole.unproved()).startsWith("Block 1 has a transaction of type 0x64");
        endpoint.fault(
                method -> {
                    if (method.equals("receipts")) {
                        throw new AssertionError("asked for again");
                    }
                });
        assertThat(whole.read(endpoint, 2, 2).getFirst().transactions()).hasSize(2);
        assertThat(whole.unproved()).startsWith("Block 1 has");
    }

    @Test
    void aTypeThatTheReceiptsDisproveIsALie() throws IOException {
        var chain = new FakeChain(1);
        var endpoint = new FakeEndpoint(chain);
        chain.mine(FakeTx.call(Scene.DONOR, Scene.TOKEN, new byte[0]));
        endpoint.tellBlocks(blocks -> blocks.stream().map(WholeBlocksTest::ofType64).toList());

        assertThatThrownBy(() -> whole.read(endpoint, 1, 1))
                .isInstanceOf(ChainFailure.WrongAnswer.class)
                .hasMessageContaining("with another type of transaction");
        assertThat(whole.unproved()).isNull();
    }

    private static Block ofType64(Block block) {
        return new Block(
                block.header(),
                block.transactions().stream().map(it -> Falsified.ofType(0x64, it)).toList());
    }

    private boolean isRefused(ObjectNode block) {
        try {
            read(block);
            return false;
        } catch (ChainFailure | IOException e) {
            return true;
        }
    }

    private Block read(ObjectNode block) throws IOException {
        return whole.read(telling(parsed(block)), 0, 0).getFirst();
    }

    private static Chain telling(Block block) {
        return new FakeEndpoint(new FakeChain(1)).tellBlocks(_ -> List.of(block));
    }

    /** With indices as they should be: who alters a list alters them too. */
    private static Block parsed(ObjectNode block) throws IOException {
        var transactions = (ArrayNode) block.get("transactions");
        for (var i = 0; i < transactions.size(); i++) {
            ((ObjectNode) transactions.get(i)).put("transactionIndex", "0x%x".formatted(i));
        }
        return BlockParser.read(new JsonReader(JSON.writeValueAsBytes(block)));
    }

    private static List<String> names(JsonNode transaction) {
        var names = new ArrayList<String>();
        transaction.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> transaction.get(name).isArray() && transaction.get(name).isEmpty());
        return names;
    }

    /** The first text in it gets another last digit; {@code null} becomes an address. */
    private static JsonNode altered(JsonNode value) {
        if (value.isNull()) {
            return JSON.getNodeFactory().textNode(Scene.DONOR.toString());
        }
        if (value.isTextual()) {
            var text = value.asText();
            var last = text.charAt(text.length() - 1);
            return JSON.getNodeFactory()
                    .textNode(
                            text.equals("0x")
                                    ? "0x00"
                                    : text.substring(0, text.length() - 1)
                                            + (last == '1' ? '2' : '1'));
        }
        if (value instanceof ObjectNode object) {
            var name = object.fieldNames().next();
            object.set(name, altered(object.get(name)));
        } else if (value instanceof ArrayNode array) {
            array.set(0, altered(array.get(0)));
        }
        return value;
    }

    private static ObjectNode block(String file) throws IOException {
        try (var in = WholeBlocksTest.class.getResourceAsStream("/chain/" + file + ".json")) {
            return (ObjectNode) JSON.readTree(in);
        }
    }
}
