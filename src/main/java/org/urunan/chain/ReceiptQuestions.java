package org.urunan.chain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Hash;

/**
 * Asks one endpoint for receipts: those of a block at once, or, where it does not know how, one by
 * one. Any thread.
 */
final class ReceiptQuestions {

    /** In one batch, if they are asked for one by one. */
    private static final int AT_ONCE = 100;

    private final RpcQuestions questions;
    private final String endpoint;
    private volatile boolean knowsBlocks = true;

    ReceiptQuestions(RpcQuestions questions, String endpoint) {
        this.questions = questions;
        this.endpoint = endpoint;
    }

    /** All receipts of a block, in order. */
    List<Receipt> of(BlockRef block) {
        if (knowsBlocks) {
            try {
                return atOnce(block);
            } catch (ChainFailure.NotSupported e) {
                knowsBlocks = false;
            }
        }
        return oneByOne(block);
    }

    private List<Receipt> atOnce(BlockRef block) {
        var request = RpcRequest.ofHash("eth_getBlockReceipts", block.hash());
        var receipts = questions.ask(request, ReceiptQuestions::list);
        if (receipts == null) {
            throw lagging("receipts", block);
        }
        return receipts;
    }

    private static @Nullable List<Receipt> list(JsonReader json) throws IOException {
        if (json.isNull()) {
            return null;
        }
        var receipts = new ArrayList<Receipt>();
        while (json.nextElement()) {
            receipts.add(ReceiptParser.read(json));
        }
        return receipts;
    }

    List<Receipt> oneByOne(BlockRef block) {
        var request = new RpcRequest("eth_getBlockByHash", "[\"%s\",true]".formatted(block.hash()));
        var whole = questions.ask(request, BlockParser::read);
        if (whole == null) {
            throw lagging("transactions", block);
        }
        var hashes = whole.transactions().stream().map(Transaction::hash).toList();
        var receipts = new ArrayList<Receipt>();
        for (var chunk : Chunks.of(hashes, AT_ONCE)) {
            receipts.addAll(single(chunk, json -> json.isNull() ? null : ReceiptParser.read(json)));
        }
        return receipts;
    }

    /** What came of all these transactions. */
    Map<Hash, TxOutcome> outcomes(Collection<Hash> transactions) {
        var outcomes = new HashMap<Hash, TxOutcome>();
        for (var outcome : single(transactions, OutcomeParser::read)) {
            outcomes.put(outcome.txHash(), outcome);
        }
        return outcomes;
    }

    private <T> List<T> single(Collection<Hash> transactions, RpcAnswers.Result<T> parser) {
        var requests =
                transactions.stream()
                        .map(hash -> RpcRequest.ofHash("eth_getTransactionReceipt", hash))
                        .toList();
        var answers = new ArrayList<T>();
        for (var answer : questions.askAll(requests, parser)) {
            if (answer == null) {
                throw new ChainFailure.WrongAnswer(endpoint + " gave null instead of a receipt");
            }
            answers.add(answer);
        }
        return answers;
    }

    private ChainFailure lagging(String what, BlockRef block) {
        return new ChainFailure.Lagging(
                "%s has no %s of block %d".formatted(endpoint, what, block.number()));
    }
}
