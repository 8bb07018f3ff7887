package org.urunan.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.urunan.chain.ChainUpdate.Appended;

@Timeout(60)
class BackfillTest {

    private static final int RANGE = 5;

    @AutoClose private final Scene scene = new Scene();

    @Test
    void rangesThatAreThereAlreadyAreHandedOnAsOne() throws Exception {
        scene.mineHistory(200, 1);
        List<Appended> updates;
        do { // until whoever stores them was slower than the reading
            updates = readSlowly(20);
        } while (updates.stream().noneMatch(update -> blocks(update) > RANGE));
        assertThat(updates.getFirst().parent()).isEqualTo(scene.chain.header(0).ref());
        for (var i = 1; i < updates.size(); i++) {
            assertThat(updates.get(i).parent()).isEqualTo(updates.get(i - 1).last());
        }
        assertThat(TrueLogs.told(logs(updates))).isEqualTo(TrueLogs.told(scene.truth()));
    }

    @Test
    void whatIsHandedOnAsOneFitsIntoMemory() throws Exception {
        scene.mineHistory(41, 1_000);
        var updates = readSlowly(200);
        assertThat(logs(updates)).hasSizeGreaterThan(60_000);
        assertThat(updates).allMatch(update -> update.logs().size() <= 24_000);
        assertThat(updates).anyMatch(update -> blocks(update) > RANGE);
    }

    @Test
    void itBecomesFinalBeforeTheLedgerHasTooMuchToRemember() {
        scene.mineHistory(10, 1);
        var genesis = scene.chain.header(0).ref();
        var window = new Window(genesis, genesis, List.of());
        var handedOn = new HandedOn(window, new Beneficiaries(Map.of()), null);
        var head = scene.chain.header(10);
        var finality = new Finality();
        var said = new ArrayList<ChainUpdate>();
        for (var number = 1; number <= 10; number++) {
            handedOn.take(block(number), head, true);
            finality.take(24_000);
            said.add(finality.next(handedOn, head, true));
        }
        assertThat(said).doesNotContainNull();
    }

    private Appended block(long number) {
        var parent = scene.chain.header(number - 1).ref();
        var header = scene.chain.header(number);
        var block = new ReadBlock(number, header.hash(), header.time(), 0);
        return new Appended(parent, header.ref(), List.of(block), List.of(), Map.of(), List.of());
    }

    private List<Appended> readSlowly(long millis) throws InterruptedException {
        var requests = new Requests(scene.openEndpoints(), new Flow(), 1);
        var updates = new ArrayList<Appended>();
        try (var backfill =
                new Backfill(
                        scene.settings(),
                        requests,
                        new WholeBlocks(AuditDepth.NONE),
                        new RangeSizer(RANGE),
                        new Proven(),
                        scene.chain.header(0).ref(),
                        new Beneficiaries(Map.of()),
                        scene.chain.head())) {
            while (!backfill.isDone()) {
                var update = backfill.poll(Duration.ofSeconds(20));
                assertThat(update).isNotNull();
                updates.add(update);
                Thread.sleep(millis);
            }
        }
        return updates;
    }

    private static long blocks(Appended update) {
        return update.last().number() - update.parent().number();
    }

    private static List<ChainLog> logs(List<Appended> updates) {
        return updates.stream().flatMap(update -> update.logs().stream()).toList();
    }
}
