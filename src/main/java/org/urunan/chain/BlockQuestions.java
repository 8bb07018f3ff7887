package org.urunan.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Hash;

/** Asks one endpoint for blocks and its heads. Any thread. */
final class BlockQuestions {

    private final RpcQuestions questions;
    private final String endpoint;
    private final OptionalInt finalityDepth;

    /**
     * @param finalityDepth for a chain without the {@code finalized} head
     */
    BlockQuestions(RpcQuestions questions, String endpoint, OptionalInt finalityDepth) {
        this.questions = questions;
        this.endpoint = endpoint;
        this.finalityDepth = finalityDepth;
    }

    BlockHeader latest() {
        return headerAt("latest");
    }

    BlockHeader finalised() {
        if (finalityDepth.isPresent()) {
            var number = Math.max(0, latest().number() - finalityDepth.getAsInt());
            return headers(number, number).getFirst();
        }
        try {
            return headerAt("finalized");
        } catch (ChainFailure.Lagging e) {
            return headers(0, 0).getFirst(); // a young chain: nothing is final yet
        } catch (ChainFailure.NotSupported e) {
            throw new ChainFailure.NotSupported(
                    e.getMessage()
                            + " If this chain has no finalized head, set"
                            + " URUNAN_CHAIN_FINALITY_DEPTH.");
        }
    }

    private BlockHeader headerAt(String tag) {
        var block = questions.ask(RpcRequest.block(tag, false), BlockParser::read);
        if (block == null) {
            throw new ChainFailure.Lagging("%s has no %s block".formatted(endpoint, tag));
        }
        return block.header();
    }

    List<BlockHeader> headers(long first, long last) {
        return blocks(first, last, false).stream().map(Block::header).toList();
    }

    /** With their transactions. */
    List<Block> whole(long first, long last) {
        return blocks(first, last, true);
    }

    private List<Block> blocks(long first, long last, boolean withTransactions) {
        var requests = new ArrayList<RpcRequest>();
        for (var number = first; number <= last; number++) {
            requests.add(RpcRequest.block(number, withTransactions));
        }
        var blocks = new ArrayList<Block>();
        for (var block : questions.askAll(requests, BlockParser::read)) {
            if (block == null) {
                throw new ChainFailure.WrongAnswer(
                        "%s gave null for one of the blocks %d … %d"
                                .formatted(endpoint, first, last));
            }
            blocks.add(block);
        }
        return blocks;
    }

    /** Null if the endpoint does not know the block. */
    @Nullable BlockHeader header(Hash block) {
        var request = new RpcRequest("eth_getBlockByHash", "[\"%s\",false]".formatted(block));
        var answer = questions.ask(request, BlockParser::read);
        return answer == null ? null : answer.header();
    }
}
