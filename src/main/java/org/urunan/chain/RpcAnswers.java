package org.urunan.chain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON-RPC answers: results, or failures that say what the endpoint meant. */
final class RpcAnswers {

    /** Reads the value of {@code result}. */
    interface Result<T> {
        @Nullable T read(JsonReader json) throws IOException;
    }

    /** The endpoint takes no batches, or none so large; single requests it may answer. */
    static final class BatchRefused extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** One answer's fields as they come, in whatever order. */
    private static final class Answer<T> {
        private final String endpoint;
        private final boolean isRange;
        private int id = -1;
        private boolean hasResult;
        private @Nullable T result;
        private @Nullable ChainFailure error;

        Answer(String endpoint, boolean isRange) {
            this.endpoint = endpoint;
            this.isRange = isRange;
        }

        void read(JsonReader json, Result<T> parser) throws IOException {
            json.fields((name, value) -> field(name, value, parser));
        }

        private void field(String name, JsonReader json, Result<T> parser) throws IOException {
            switch (name) {
                case "id" -> id = json.isNull() ? -1 : json.integer();
                case "result" -> {
                    hasResult = true;
                    result = parser.read(json);
                }
                case "error" -> {
                    if (json.isObject()) {
                        error = error(json);
                    } else if (!json.isNull()) {
                        error = Refusals.understand(endpoint, 0, json.text(), isRange);
                    }
                }
                default -> json.skip();
            }
        }

        private ChainFailure error(JsonReader json) throws IOException {
            var code = new int[1];
            var text = new StringBuilder();
            json.fields(
                    (name, value) -> {
                        if (name.equals("code")) {
                            code[0] = value.integer();
                        } else if (value.isString()) {
                            text.append(text.isEmpty() ? "" : " ").append(value.text());
                        } else {
                            value.skip();
                        }
                    });
            return Refusals.understand(endpoint, code[0], text.toString(), isRange);
        }

        @Nullable T get(boolean isNothingAnAnswer) {
            if (error != null) {
                if (isNothingAnAnswer && isAboutTheQuestion(error)) {
                    return null;
                }
                throw error;
            }
            if (!hasResult) {
                throw new ChainFailure.WrongAnswer(endpoint + " answered without a result");
            }
            return result;
        }
    }

    private final String endpoint;
    private final boolean isNothingAnAnswer;

    RpcAnswers(String endpoint) {
        this(endpoint, false);
    }

    private RpcAnswers(String endpoint, boolean isNothingAnAnswer) {
        this.endpoint = endpoint;
        this.isNothingAnAnswer = isNothingAnAnswer;
    }

    /** Takes what an endpoint does not keep, or a call that fails, for null. */
    RpcAnswers orNothing() {
        return new RpcAnswers(endpoint, true);
    }

    private static boolean isAboutTheQuestion(ChainFailure error) {
        return error instanceof ChainFailure.Pruned || error instanceof ChainFailure.Unavailable;
    }

    /**
     * @param isRange whether the answer is to a question for a range of blocks
     */
    <T> @Nullable T one(byte[] body, boolean isRange, Result<T> parser) {
        return parse(
                        body,
                        json -> {
                            var answer = new Answer<T>(endpoint, isRange);
                            answer.read(json, parser);
                            json.end();
                            return answer;
                        })
                .get(isNothingAnAnswer);
    }

    /**
     * As many results as were asked for, in the order of the questions.
     *
     * @param isRange whether they are to questions for a range of blocks
     */
    <T> List<@Nullable T> batch(byte[] body, int count, boolean isRange, Result<T> parser) {
        return parse(body, json -> batch(json, count, isRange, parser));
    }

    private <T> List<@Nullable T> batch(
            JsonReader json, int count, boolean isRange, Result<T> parser) throws IOException {
        if (!json.isArray()) {
            throw refusal(json, count, parser);
        }
        var results = new ArrayList<@Nullable T>(Collections.nCopies(count, null));
        var isAnswered = new boolean[count];
        while (json.nextElement()) {
            var answer = new Answer<T>(endpoint, isRange);
            answer.read(json, parser);
            var result = answer.get(isNothingAnAnswer);
            if (answer.id < 0 || answer.id >= count || isAnswered[answer.id]) {
                throw new IOException("an answer nobody asked for");
            }
            isAnswered[answer.id] = true;
            results.set(answer.id, result);
        }
        json.end();
        for (var is : isAnswered) {
            if (!is) {
                throw new IOException("fewer answers than questions in a batch of " + count);
            }
        }
        return results;
    }

    /**
     * One error for a whole batch, in whatever words: batches are refused, unless it says
     * otherwise.
     */
    private <T> RuntimeException refusal(JsonReader json, int count, Result<T> parser)
            throws IOException {
        var refused = new Answer<T>(endpoint, true);
        refused.read(json, parser);
        try {
            refused.get(false);
        } catch (ChainFailure.RangeTooWide | ChainFailure.NotSupported e) {
            return new BatchRefused();
        } catch (ChainFailure e) {
            return e;
        }
        throw new IOException("one answer to a batch of " + count);
    }

    private interface Parse<T> {
        T read(JsonReader json) throws IOException;
    }

    private <T> T parse(byte[] body, Parse<T> parse) {
        try {
            return parse.read(new JsonReader(body));
        } catch (IOException | ArithmeticException e) {
            throw new ChainFailure.WrongAnswer(
                    "%s gave an answer that cannot be read: %s".formatted(endpoint, e.getMessage()),
                    e);
        }
    }
}
