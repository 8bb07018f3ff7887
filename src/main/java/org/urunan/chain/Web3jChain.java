package org.urunan.chain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.Hash;
import org.web3j.protocol.Service;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.utils.Numeric;

/**
 * An endpoint over HTTP. What is asked rarely goes through web3j's types; blocks, logs and receipts
 * are parsed as a stream, over the same connections.
 */
public final class Web3jChain implements Chain {

    private final RpcTransport transport;
    private final RpcQuestions questions;
    private final BlockQuestions blocks;
    private final ReceiptQuestions receipts;
    private final Web3j web3j;

    /**
     * @param finalityDepth for a chain without the {@code finalized} head
     */
    public Web3jChain(HttpClient client, URI url, Duration timeout, OptionalInt finalityDepth) {
        this.transport = new RpcTransport(client, url, timeout);
        this.questions = new RpcQuestions(transport);
        this.blocks = new BlockQuestions(questions, transport.name(), finalityDepth);
        this.receipts = new ReceiptQuestions(questions, transport.name());
        this.web3j = Web3j.build(new Connection(transport));
    }

    /** Lets web3j use our connections, time-outs and errors. */
    private static final class Connection extends Service {

        private final RpcTransport transport;

        Connection(RpcTransport transport) {
            super(false);
            this.transport = transport;
        }

        @Override
        protected InputStream performIO(String body) {
            return new ByteArrayInputStream(transport.post(body));
        }

        @Override
        public void close() {}
    }

    @Override
    public String name() {
        return transport.name();
    }

    @Override
    public long chainId() {
        return send(web3j.ethChainId()).getChainId().longValueExact();
    }

    @Override
    public byte[] code(Address address) {
        var code = web3j.ethGetCode(address.toString(), DefaultBlockParameterName.LATEST);
        return Numeric.hexStringToByteArray(send(code).getCode());
    }

    private <T extends Response<?>> T send(Request<?, T> request) {
        try {
            var response = request.send();
            if (response.hasError()) {
                var error = response.getError();
                throw Refusals.understand(
                        name(), error.getCode(), String.valueOf(error.getMessage()), false);
            }
            if (response.getResult() == null) {
                throw wrong("gave null to " + request.getMethod(), null);
            }
            return response;
        } catch (IOException | ArithmeticException | tools.jackson.core.JacksonException e) {
            throw wrong("gave an answer that cannot be read to " + request.getMethod(), e);
        }
    }

    @Override
    public BlockHeader latest() {
        return blocks.latest();
    }

    @Override
    public BlockHeader finalised() {
        return blocks.finalised();
    }

    @Override
    public List<BlockHeader> headers(long first, long last) {
        return blocks.headers(first, last);
    }

    @Override
    public List<Block> blocks(long first, long last) {
        return blocks.whole(first, last);
    }

    @Override
    public @Nullable BlockHeader header(Hash block) {
        return blocks.header(block);
    }

    @Override
    public Logs logs(LogFilter filter, long first, long last) {
        return logs(RpcRequest.logs(filter, first, last), filter, true);
    }

    @Override
    public Logs logs(LogFilter filter, BlockRef block) {
        return logs(RpcRequest.logs(filter, block), filter, false);
    }

    private Logs logs(List<RpcRequest> requests, LogFilter filter, boolean isRange) {
        var only = filter instanceof LogFilter.OfContract(var contract) ? contract : null;
        var all = Logs.NONE;
        for (var logs : questions.together(requests, isRange, it -> LogParser.read(it, only))) {
            if (logs == null) {
                throw wrong("gave null instead of logs", null);
            }
            all = all.with(logs);
        }
        return all;
    }

    @Override
    public Map<Hash, Transaction> transactions(Collection<Hash> hashes) {
        var requests =
                hashes.stream()
                        .map(hash -> RpcRequest.ofHash("eth_getTransactionByHash", hash))
                        .toList();
        var transactions = new HashMap<Hash, Transaction>();
        for (var transaction :
                questions.askAll(
                        requests, json -> json.isNull() ? null : TransactionParser.read(json))) {
            if (transaction != null) {
                transactions.put(transaction.hash(), transaction);
            }
        }
        return transactions;
    }

    @Override
    public @Nullable TxFate fate(Hash transaction) {
        var receipt = RpcRequest.ofHash("eth_getTransactionReceipt", transaction);
        var mined = questions.ask(receipt, FateParser::read);
        if (mined != null) {
            return mined;
        }
        return transactions(List.of(transaction)).isEmpty() ? null : new TxFate(null, false);
    }

    @Override
    public Map<Hash, TxOutcome> outcomes(Collection<Hash> transactions) {
        return receipts.outcomes(transactions);
    }

    @Override
    public List<Receipt> receipts(BlockRef block) {
        return receipts.of(block);
    }

    @Override
    public List<@Nullable BigInteger> balances(List<Holding> holdings) {
        var requests = holdings.stream().map(RpcRequest::balance).toList();
        return questions.askEach(requests, BalanceParser::read);
    }

    private ChainFailure wrong(String what, @Nullable Throwable cause) {
        var sentence = name() + " " + what;
        return cause == null
                ? new ChainFailure.WrongAnswer(sentence)
                : new ChainFailure.WrongAnswer(sentence, cause);
    }
}
