package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions as real nodes told them. */
class SenderTest {

    /** The transaction of block 46147 of Ethereum: the first one, without a chain id (EIP-155). */
    static final String FIRST =
            """
            {"from":"0xa1e4380a3b1f749673e270229993ee55f35663b4","gas":"0x5208",\
            "gasPrice":"0x2d79883d2000","nonce":"0x0","value":"0x7a69","input":"0x",\
            "hash":"0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060",\
            "to":"0x5df9b87991262f6ba471f09758cde1c0fc1de734","transactionIndex":"0x0",\
            "v":"0x1c",\
            "r":"0x88ff6cf0fefd94db46111149ae4bfc179e9b94721fffd821d38d16464b3f71d0",\
            "s":"0x45e0aff800961cfce805daef7016b9b675c137a6a41a548f7b60a3484c06a33a"}""";

    @ParameterizedTest
    @ValueSource(strings = {"every-type", "optimism"})
    void whoSignedIsTheSenderThatNodesTell(String file) throws IOException {
        for (var transaction : BlockParser.read(resource(file)).transactions()) {
            assertThat(sender(transaction))
                    .as("type %d", transaction.type())
                    .isEqualTo(transaction.from());
        }
    }

    @Test
    void alsoOfABlobTransactionAndOfTheFirstOne() throws IOException {
        var first = new JsonReader(FIRST.getBytes(StandardCharsets.UTF_8));
        for (var json : List.of(resource("blob-transaction"), first)) {
            var transaction = TransactionParser.read(json);
            assertThat(sender(transaction)).isEqualTo(transaction.from());
        }
    }

    @Test
    void whatNobodySignedHasNoSenderThatCouldBeProved() {
        assertThat(Sender.of(0, legacy(Rlp.number(0)))).isNull();
    }

    @Test
    void whatIsNoSignatureIsNotTakenForOne() {
        // No point of the curve has this x.
        assertThatThrownBy(() -> Sender.of(0, legacy(Rlp.number(5))))
                .isInstanceOf(ArithmeticException.class);
    }

    private static byte[] legacy(byte[] r) {
        var fields = new ArrayList<byte[]>();
        for (var i = 0; i < 6; i++) {
            fields.add(Rlp.number(0));
        }
        fields.addAll(List.of(Rlp.number(27), r, Rlp.number(1)));
        return Rlp.list(fields);
    }

    private static Object sender(Transaction transaction) {
        return Sender.of(transaction.type(), transaction.encoded());
    }

    private static JsonReader resource(String file) throws IOException {
        try (var in = SenderTest.class.getResourceAsStream("/chain/" + file + ".json")) {
            return new JsonReader(in.readAllBytes());
        }
    }
}
