package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/** What comes over the wire, well or badly formed. */
@Timeout(30)
class Web3jChainTest {

    private static final Address CONTRACT = Scene.CONTRACT;
    private static final LogFilter FILTER = new LogFilter.OfContract(CONTRACT);
    private static final LogFilter TRANSFERS =
            new LogFilter.TransfersOf(Set.of(Scene.TOKEN), Set.of(Scene.BENEFICIARY));
    private static final String LOG =
            """
            {"address":"%s","topics":["%s","0x%s"],"data":"0x","blockNumber":"0x10",\
            "blockHash":"0x%s","transactionHash":"0x%s","transactionIndex":"0x1",\
            "logIndex":"0x2","removed":false,"blockTimestamp":"0x65","extra":{"a":[1,{}]}}"""
                    .formatted(
                            CONTRACT,
                            LogDecoder.CLOSED,
                            "11".repeat(32),
                            "22".repeat(32),
                            "33".repeat(32));

    private HttpServer server;
    private HttpClient client;
    private Web3jChain chain;
    private int status = 200;
    private boolean isZipped;
    private boolean hangs;
    private String retryAfter = "";
    private volatile String asked = "";
    private String answer = "";
    private String refusedBatch = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    var isRefused = refusedBatch.length() > 0 && asked.startsWith("[");
                    var body = (isRefused ? refusedBatch : answer).getBytes(StandardCharsets.UTF_8);
                    if (!retryAfter.isEmpty()) {
                        exchange.getResponseHeaders().add("Retry-After", retryAfter);
                    }
                    if (isZipped) {
                        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
                        body = zipped(body);
                    }
                    if (hangs) {
                        exchange.sendResponseHeaders(status, 0);
                        exchange.getResponseBody().write(body);
                        exchange.getResponseBody().flush();
                        return; // never ends
                    }
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        client = HttpClient.newHttpClient();
        chain =
                new Web3jChain(
                        client,
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/key"),
                        Duration.ofSeconds(1),
                        OptionalInt.empty());
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        server.stop(0);
    }

    @Test
    void logsAreReadWithTheirTimes() {
        answerWith("[" + LOG + "]");
        var logs = chain.logs(FILTER, 1, 20);
        assertThat(logs.logs())
                .singleElement()
                .isInstanceOfSatisfying(
                        ChainLog.Closed.class,
                        it ->
                                assertThat(it.place())
                                        .isEqualTo(
                                                new LogPlace(
                                                        16,
                                                        Hash.parse("0x" + "22".repeat(32)),
                                                        Hash.parse("0x" + "33".repeat(32)),
                                                        1,
                                                        2)));
        assertThat(logs.times()).containsEntry(16L, 101L);
        assertThat(asked).contains("\"fromBlock\":\"0x1\",\"toBlock\":\"0x14\"");
    }

    /** An audit would hold for ever: the header says another one. */
    @Test
    void aTimeOfZeroIsNone() {
        answerWith("[" + LOG.replace("\"0x65\"", "\"0x0\"") + "]");
        var logs = chain.logs(FILTER, 1, 20);
        assertThat(logs.logs()).hasSize(1);
        assertThat(logs.times()).isEmpty();
    }

    @Test
    void zippedAnswersAreRead() {
        isZipped = true;
        answerWith("[" + LOG + "]");
        assertThat(chain.logs(FILTER, 1, 20).logs()).hasSize(1);
    }

    @Test
    void transfersToAndFromBeneficiariesAreAskedForInOneBatch() {
        answer = "[{\"id\":1,\"result\":[%s]},{\"id\":0,\"result\":[]}]".formatted(transfer());
        assertThat(chain.logs(TRANSFERS, 1, 2).logs()).hasSize(1);
        assertThat(asked)
                .startsWith("[")
                .contains("\"address\":[\"%s\"]".formatted(Scene.TOKEN))
                .contains(
                        "\"topics\":[\"%s\",null,[\"%s\"]]"
                                .formatted(LogDecoder.TRANSFER, word(Scene.BENEFICIARY)))
                .contains(
                        "\"topics\":[\"%s\",[\"%s\"]]"
                                .formatted(LogDecoder.TRANSFER, word(Scene.BENEFICIARY)));
    }

    @Test
    void aTransferToOneselfIsInBothAnswersAndCountsOnce() {
        answer =
                "[{\"id\":0,\"result\":[%1$s]},{\"id\":1,\"result\":[%1$s]}]".formatted(transfer());
        assertThat(chain.logs(TRANSFERS, 1, 2).logs()).hasSize(1);
    }

    @Test
    void whereBatchesAreRefusedTransfersAreAskedForOneByOne() {
        refusedBatch = "{\"error\":{\"code\":-32600,\"message\":\"no batches here\"}}";
        answerWith("[" + transfer() + "]");
        assertThat(chain.logs(TRANSFERS, 1, 2).logs()).hasSize(1);
        assertThat(asked).startsWith("{");
    }

    @Test
    void aRefusedRangeInABatchIsTheQuestionsAnswer() {
        answer =
                """
                [{"id":0,"result":[]},\
                {"id":1,"error":{"code":-32005,"message":"block range too large, max range: 9"}}]""";
        assertThatThrownBy(() -> chain.logs(TRANSFERS, 1, 20))
                .isInstanceOfSatisfying(
                        ChainFailure.RangeTooWide.class,
                        it -> assertThat(it.blocks()).isEqualTo(9));
    }

    private static String transfer() {
        return LOG.replace(CONTRACT.toString(), Scene.TOKEN.toString())
                .replace(LogDecoder.CLOSED.toString(), LogDecoder.TRANSFER.toString())
                .replace(
                        "0x" + "11".repeat(32),
                        word(Scene.BENEFICIARY) + "\",\"" + word(Scene.BENEFICIARY))
                .replace("\"data\":\"0x\"", "\"data\":\"0x%s\"".formatted("00".repeat(31) + "05"));
    }

    private static String word(Address address) {
        return "0x" + "0".repeat(24) + address.toString().substring(2);
    }

    @Test
    void answersThatAreNoneAreWrong() {
        for (var result :
                List.of(
                        "null",
                        "{}",
                        "\"0x\"",
                        "[{}]",
                        "[" + LOG.replace("\"removed\":false", "\"removed\":true") + "]",
                        "[" + LOG.replace("0x10", "16") + "]",
                        "[" + LOG.replace("\"0x2\"", "\"0x2000000\"") + "]",
                        "[" + LOG.replace("2222", "22zz") + "]",
                        "[" + LOG.replace(CONTRACT.toString(), Scene.TOKEN.toString()) + "]",
                        "[" + LOG)) {
            answerWith(result);
            assertThatThrownBy(() -> chain.logs(FILTER, 1, 20))
                    .as(result)
                    .isInstanceOf(ChainFailure.WrongAnswer.class);
        }
        answer = "<html>Welcome</html>";
        assertThatThrownBy(() -> chain.logs(FILTER, 1, 20))
                .isInstanceOf(ChainFailure.WrongAnswer.class);
        answer = "";
        assertThatThrownBy(() -> chain.logs(FILTER, 1, 20))
                .isInstanceOf(ChainFailure.WrongAnswer.class);
    }

    @Test
    void whereReceiptsOfBlocksAreUnknownTheyAreAskedForOneByOne() {
        answer = "{\"id\":1,\"error\":{\"code\":-32601,\"message\":\"the method is unknown\"}}";
        var block = new BlockRef(16, Hash.ZERO);
        assertThatThrownBy(() -> chain.receipts(block))
                .isInstanceOf(ChainFailure.NotSupported.class);
        assertThat(asked).contains("eth_getBlockByHash");
        answerWith("null");
        assertThatThrownBy(() -> chain.receipts(block)).isInstanceOf(ChainFailure.Lagging.class);
        assertThat(asked).as("not asked for again").contains("eth_getBlockByHash");
    }

    @Test
    void whatCameOfATransactionIsToldWithItsBlock() {
        var tx = Hash.parse("0x" + "33".repeat(32));
        var block = Hash.parse("0x" + "22".repeat(32));
        for (var status : List.of("0x0", "0x1")) {
            answerWith(receipt(tx, block, status));
            assertThat(chain.outcomes(List.of(tx)))
                    .containsExactly(Map.entry(tx, new TxOutcome(tx, block, status.equals("0x1"))));
        }
        for (var receipt : List.of("null", "{}", receipt(tx, Hash.ZERO, "0x1"))) {
            answerWith(receipt);
            assertThatThrownBy(() -> chain.outcomes(List.of(tx)))
                    .as(receipt)
                    .isInstanceOf(ChainFailure.WrongAnswer.class);
        }
        answerWith(receipt(block, block, "0x1"));
        assertThatThrownBy(() -> new CheckedChain(chain).outcomes(List.of(tx)))
                .isInstanceOf(ChainFailure.WrongAnswer.class)
                .hasMessageContaining("left out receipts");
    }

    private static String receipt(Hash tx, Hash block, String status) {
        return """
               {"transactionHash":"%s","blockHash":"%s","status":"%s","logs":[{"data":"0x"}]}"""
                .formatted(tx, block, status);
    }

    @Test
    void tooManyRequestsSayWhenToComeBack() {
        status = 429;
        retryAfter = "7";
        assertThatThrownBy(() -> chain.latest())
                .isInstanceOfSatisfying(
                        ChainFailure.RateLimited.class,
                        it -> assertThat(it.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void statusesAreUnderstood() {
        status = 503;
        assertThatThrownBy(() -> chain.latest()).isInstanceOf(ChainFailure.Unavailable.class);
        status = 413;
        assertThatThrownBy(() -> chain.logs(FILTER, 1, 20))
                .isInstanceOf(ChainFailure.RangeTooWide.class);
        status = 400;
        answer =
                "{\"error\":{\"code\":-32005,\"message\":\"block range too large, max range: 9\"}}";
        assertThatThrownBy(() -> chain.logs(FILTER, 1, 20))
                .isInstanceOfSatisfying(
                        ChainFailure.RangeTooWide.class,
                        it -> assertThat(it.blocks()).isEqualTo(9));
    }

    @Test
    void errorsAreUnderstoodWhereverTheirTextStands() {
        answer =
                """
                {"id":1,"jsonrpc":"2.0","error":{"code":-32602,"message":"Invalid params",\
                "data":"range 20001 is bigger than range limit 10000"}}""";
        assertThatThrownBy(() -> chain.logs(FILTER, 1, 20_001))
                .isInstanceOfSatisfying(
                        ChainFailure.RangeTooWide.class,
                        it -> assertThat(it.blocks()).isEqualTo(10_000));
    }

    @Test
    void anAnswerThatDoesNotEndIsGivenUp() {
        hangs = true;
        answer = "{\"id\":1,\"result\":[";
        assertThatThrownBy(() -> chain.logs(FILTER, 1, 20))
                .isInstanceOf(ChainFailure.Unavailable.class)
                .hasMessageContaining("did not answer within PT1S");
    }

    @Test
    void batchesAreOrderedByIdAndMustBeComplete() {
        answer = "[%s,%s]".formatted(header(1, 6), header(0, 5));
        assertThat(chain.headers(5, 6)).extracting(BlockHeader::number).containsExactly(5L, 6L);
        for (var wrong :
                List.of(
                        "[%s]".formatted(header(0, 5)),
                        "[%s,%s]".formatted(header(0, 5), header(0, 5)),
                        "[%s,{\"id\":1,\"result\":null}]".formatted(header(0, 5)))) {
            answer = wrong;
            assertThatThrownBy(() -> chain.headers(5, 6))
                    .isInstanceOf(ChainFailure.WrongAnswer.class);
        }
    }

    @Test
    void whereBatchesAreRefusedBlocksAreAskedForOneByOne() {
        refusedBatch =
                "{\"id\":null,\"error\":{\"code\":-32600,\"message\":\"no more than 1 at once\"}}";
        answer = header(1, 5);
        assertThat(chain.headers(5, 9)).hasSize(5);
        assertThat(asked).doesNotStartWith("[");
    }

    @Test
    void aChainWithoutAFinalizedHeadSaysWhatToSet() {
        answer = "{\"id\":1,\"error\":{\"code\":-32602,\"message\":\"invalid block tag\"}}";
        assertThatThrownBy(() -> chain.finalised())
                .hasMessageContaining("URUNAN_CHAIN_FINALITY_DEPTH");
    }

    @Test
    void anInventedHeaderIsNotProved() {
        answer = "[%s,%s]".formatted(header(1, 6), header(0, 5));
        assertThat(chain.headers(5, 6)).noneMatch(BlockHeader::isProved);
    }

    @Test
    void aBlockThatLostItsTransactionsIsNotBelieved() {
        var none = Hash.keccak256(new byte[] {(byte) 0x80});

        answer = emptyBlock(none);
        assertThat(chain.blocks(5, 5)).singleElement().matches(it -> it.header().isProved());

        answer = emptyBlock(Hash.sha256(new byte[] {1}));
        assertThatThrownBy(() -> chain.blocks(5, 5))
                .isInstanceOf(ChainFailure.class)
                .hasMessageContaining("block 5 without its transactions");
    }

    /** Its hash is that of its header, which has these fields alone. */
    private static String emptyBlock(Hash transactionsRoot) {
        var header = Rlp.list(Rlp.bytes(transactionsRoot.bytes()), Rlp.number(5), Rlp.number(1));
        return """
               {"id":0,"result":{"number":"0x5","hash":"%s","transactionsRoot":"%s",\
               "timestamp":"0x1","transactions":[]}}"""
                .formatted(Hash.keccak256(header), transactionsRoot);
    }

    @Test
    void peopleDoNotSeeTheKeyInAnEndpointsPath() {
        status = 500;
        assertThat(chain.name()).doesNotContain("key");
        assertThatThrownBy(() -> chain.latest()).message().doesNotContain("key");
    }

    private void answerWith(String result) {
        answer = "{\"jsonrpc\":\"2.0\",\"result\":%s,\"id\":1}".formatted(result);
    }

    private static String header(int id, int number) {
        return """
               {"id":%d,"result":{"number":"0x%x","hash":"0x%s","parentHash":"0x%s",\
               "timestamp":"0x1","receiptsRoot":"0x%s","logsBloom":"0x%s","transactions":["0x1"]}}"""
                .formatted(
                        id,
                        number,
                        "11".repeat(32),
                        "22".repeat(32),
                        "33".repeat(32),
                        "00".repeat(256));
    }

    private static byte[] zipped(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        }
        return bytes.toByteArray();
    }
}
