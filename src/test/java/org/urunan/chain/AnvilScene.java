package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Hash;
import org.urunan.support.Anvil;

/** A real chain with the contract and a token, and accounts that give. */
final class AnvilScene implements AutoCloseable {

    private static final Path OUT = Path.of("contracts/out");
    private static final Pattern HASH = Pattern.compile("0x[0-9a-f]{64}");
    static final Address TOKEN = Address.parse("0x0000000000000000000000000000000000007070");
    static final Address BENEFICIARY = Address.parse("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    static final Address DONOR = Address.parse("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
    static final CampaignId CAMPAIGN = new CampaignId(BENEFICIARY, BigInteger.ONE);

    /** From which the type of a transaction follows: legacy, EIP-2930, EIP-1559. */
    static final List<String> FEES =
            List.of(
                    "\"gasPrice\":\"0xb2d05e00\"",
                    """
                    "gasPrice":"0xb2d05e00","accessList":[{"address":"%s","storageKeys":["%s"]}]"""
                            .formatted(TOKEN, Hash.ZERO),
                    """
                    "maxFeePerGas":"0xb2d05e00","maxPriorityFeePerGas":"0x1\"""");

    final Anvil anvil = Anvil.start();
    final HttpClient client = HttpClient.newHttpClient();
    final Web3jChain chain =
            new Web3jChain(client, anvil.url(), Duration.ofSeconds(10), OptionalInt.empty());
    final Address contract = Address.parse(json("deployment.json", "address"));
    final Replica replica = new Replica();
    private boolean mines = true;

    AnvilScene() {
        setCode(contract, json("Donations.sol/Donations.json", "deployedBytecode", "object"));
        setCode(TOKEN, json("DevToken.sol/DevToken.json", "deployedBytecode", "object"));
        send(DONOR, TOKEN, 0, call("mint(address,uint256)", word(DONOR), word(1_000_000)));
        send(DONOR, TOKEN, 0, call("approve(address,uint256)", word(contract), word(1_000_000)));
    }

    private void setCode(Address at, String code) {
        anvil.call("anvil_setCode", "\"%s\",\"%s\"".formatted(at, code));
    }

    void announce() {
        send(BENEFICIARY, contract, 0, call("announce(uint96,bytes32)", word(1), word(7)));
    }

    void donate(long amount) {
        send(
                DONOR,
                contract,
                0,
                call(
                        "donate(bytes32,address,uint256)",
                        CAMPAIGN.bytes(),
                        word(TOKEN),
                        word(amount)));
    }

    void transfer(long amount) {
        var call = call("transfer(address,uint256)", word(BENEFICIARY), word(amount));
        send(DONOR, TOKEN, 0, call);
    }

    void transferTagged(long amount) {
        var call = call("transfer(address,uint256)", word(BENEFICIARY), word(amount));
        send(DONOR, TOKEN, 0, call + "000000000000000000000001");
    }

    /**
     * A plain native transfer.
     *
     * @param fees one of {@link #FEES}
     */
    void give(long wei, String fees) {
        send(
                "{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x%x\",\"gas\":\"0x7a12\",%s}"
                        .formatted(DONOR, BENEFICIARY, wei, fees));
    }

    void send(Address from, Address to, long wei, String data) {
        send(
                "{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x%x\",\"data\":\"%s\",\"gas\":\"0x7a120\"}"
                        .formatted(from, to, wei, data));
    }

    /** Whoever sends is answered before it is mined: here not, unless that was stopped. */
    private void send(String transaction) {
        var answer = anvil.call("eth_sendTransaction", transaction);
        var hash = HASH.matcher(answer);
        assertThat(hash.find()).as(answer).isTrue();
        while (mines
                && anvil.call("eth_getTransactionReceipt", '"' + hash.group() + '"')
                        .contains("\"result\":null")) {
            LockSupport.parkNanos(2_000_000);
        }
    }

    /** From now on only what is asked to be mined is. */
    void stopMining() {
        mines = false;
        anvil.call("evm_setAutomine", "false");
    }

    ChainReader reader(AuditDepth audit) {
        var settings =
                new ReaderSettings(
                        contract,
                        Set.of(TOKEN),
                        Set.of(),
                        0,
                        true,
                        Duration.ofMillis(50),
                        audit,
                        500,
                        50);
        var endpoints = new Endpoints(List.of(chain), 31337, Patience.USUAL, Clock.systemUTC());
        return new ChainReader(
                endpoints, settings, replica.cursor == null ? ResumePoint.NONE : replica.resume());
    }

    /** Applies updates until the head is read and all that the chain calls final is final. */
    void readAll(ChainReader reader) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < deadline) {
            replica.apply(reader.next());
            if (chain.latest().ref().equals(replica.cursor)
                    && replica.finalised != null
                    && replica.finalised.number() >= chain.finalised().number()) {
                return;
            }
        }
        throw new AssertionError(reader.status());
    }

    private static String json(String file, String... path) {
        try {
            var node = new ObjectMapper().readTree(OUT.resolve(file).toFile());
            for (var field : path) {
                node = node.required(field);
            }
            return node.asText();
        } catch (IOException e) {
            throw new AssertionError("Build the contracts first", e);
        }
    }

    static String call(String signature, byte[]... words) {
        var call = new StringBuilder();
        var selector = Hash.keccak256(signature.getBytes(StandardCharsets.US_ASCII)).toString();
        call.append(selector, 0, 10);
        for (var word : words) {
            call.append(Hash.of(word).toString().substring(2));
        }
        return call.toString();
    }

    static byte[] word(long number) {
        var word = new byte[32];
        for (var i = 0; i < 8; i++) {
            word[31 - i] = (byte) (number >> (8 * i));
        }
        return word;
    }

    static byte[] word(Address address) {
        var word = new byte[32];
        System.arraycopy(address.bytes(), 0, word, 12, 20);
        return word;
    }

    @Override
    public void close() {
        client.shutdownNow();
        anvil.close();
    }
}
