package org.urunan.chain;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Linked headers: each one's parent is the one before it. */
record Span(List<BlockHeader> headers) {

    Span {
        for (var i = 1; i < headers.size(); i++) {
            if (!headers.get(i).parentHash().equals(headers.get(i - 1).hash())) {
                throw new ChainFailure.WrongAnswer(
                        "Block %d does not follow the block before it: the chain moved meanwhile"
                                .formatted(headers.get(i).number()));
            }
        }
    }

    static Span read(Endpoints endpoints, long first, long last) {
        return endpoints.ask(last, chain -> new Span(chain.headers(first, last)));
    }

    boolean follows(BlockRef parent) {
        return headers.getFirst().parentHash().equals(parent.hash());
    }

    BlockRef last() {
        return headers.getLast().ref();
    }

    Map<Long, BlockHeader> byNumber() {
        return headers.stream().collect(Collectors.toMap(BlockHeader::number, it -> it));
    }
}
