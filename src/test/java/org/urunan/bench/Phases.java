package org.urunan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the processor's time goes, by Java Flight Recorder's samples of what runs. Each sample
 * counts for the innermost frame that one of the phases knows.
 */
final class Phases implements AutoCloseable {

    /** In the order in which they are told. */
    enum Phase {
        FETCH("java.net.http", "jdk.internal.net.http", "sun.nio", "org.urunan.chain.Flow"),
        DECODE("com.fasterxml.jackson", "org.urunan.chain"),
        MATCH(
                "org.urunan.ledger.TxFacts",
                "org.urunan.ledger.LedgerRules",
                "org.urunan.ledger.TransactionRules",
                "org.urunan.ledger.Announcements",
                "org.urunan.ledger.Judgement"),
        STORE("org.postgresql", "org.h2", "org.urunan.database", "org.urunan.ledger"),
        OTHER();

        private final List<String> prefixes;

        Phase(String... prefixes) {
            this.prefixes = List.of(prefixes);
        }
    }

    private static final Duration PERIOD = Duration.ofMillis(10);

    private final Recording recording = new Recording();

    Phases() {
        recording.enable("jdk.ExecutionSample").withPeriod(PERIOD);
        recording.enable("jdk.NativeMethodSample").withPeriod(PERIOD);
        recording.start();
    }

    /** Stops watching. */
    String tell() throws IOException {
        recording.stop();
        var file = Files.createTempFile("urunan-bench", ".jfr");
        try {
            recording.dump(file);
            return describe(file);
        } finally {
            Files.delete(file);
        }
    }

    private static String describe(Path file) throws IOException {
        var byPhase = new EnumMap<Phase, Integer>(Phase.class);
        Map<String, Integer> byMethod = new LinkedHashMap<>();
        var all = 0;
        for (var event : RecordingFile.readAllEvents(file)) {
            if (event.getEventType().getName().equals("jdk.ExecutionSample")
                    && event.getStackTrace() != null) {
                all++;
                byPhase.merge(phase(event), 1, Integer::sum);
                byMethod.merge(name(event.getStackTrace().getFrames().getFirst()), 1, Integer::sum);
            }
        }
        var samples = Math.max(1, all);
        var shares =
                byPhase.entrySet().stream()
                        .map(
                                e ->
                                        "%s %d %%"
                                                .formatted(
                                                        e.getKey()
                                                                .name()
                                                                .toLowerCase(java.util.Locale.ROOT),
                                                        Math.round(100.0 * e.getValue() / samples)))
                        .collect(Collectors.joining(", "));
        var hottest =
                byMethod.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .limit(12)
                        .map(
                                e ->
                                        "%s %.1f %%"
                                                .formatted(
                                                        e.getKey(), 100.0 * e.getValue() / samples))
                        .collect(Collectors.joining(", "));
        return "of %d samples: %s; hottest: %s".formatted(all, shares, hottest);
    }

    private static Phase phase(RecordedEvent sample) {
        for (var frame : sample.getStackTrace().getFrames()) {
            var type = frame.getMethod().getType().getName();
            for (var phase : List.of(Phase.MATCH, Phase.STORE, Phase.FETCH, Phase.DECODE)) {
                if (phase.prefixes.stream().anyMatch(type::startsWith)) {
                    return phase;
                }
            }
        }
        return Phase.OTHER;
    }

    private static String name(RecordedFrame frame) {
        var type = frame.getMethod().getType().getName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethod().getName();
    }

    @Override
    public void close() {
        recording.close();
    }
}
