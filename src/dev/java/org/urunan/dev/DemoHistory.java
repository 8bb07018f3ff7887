package org.urunan.dev;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.urunan.money.Address;
import org.urunan.money.Hash;

/**
 * Ninety days of campaigns and donations, ending now: what happens when, and then all of it in
 * order.
 */
final class DemoHistory {

    static final int DAYS = 90;
    private static final int GIFTS = 330;
    private static final int DAYS_BEFORE_SPENDING = 9;

    private record Event(double day, Runnable action) {}

    private final DevChain chain;
    private final Address donations;
    private final DevTokens tokens;
    private final Gifts gifts;
    private final DemoGiving giving;
    private final DemoSpending spending;
    private final Random random;
    private final List<DemoCampaign> campaigns;
    private final List<Event> events = new ArrayList<>();

    /** Beneficiaries that have coin for fees. */
    private final Set<Address> funded = new HashSet<>();

    DemoHistory(DevChain chain, Address donations, DevTokens tokens, Random random, Gifts gifts) {
        this.chain = chain;
        this.donations = donations;
        this.tokens = tokens;
        this.random = random;
        this.gifts = gifts;
        giving = new DemoGiving(tokens, gifts, random);
        spending = new DemoSpending(chain, tokens, new Random(GIFTS));
        campaigns = DemoCampaign.all(chain.accounts());
    }

    /** Hands the content to the node, and puts everything on the chain. */
    void happen(NodeUploads uploads) throws IOException, InterruptedException {
        var now = Instant.now();
        for (var campaign : campaigns) {
            plan(campaign, uploads, LocalDate.ofInstant(now, ZoneOffset.UTC));
        }
        planGifts();
        planWhatDoesNotCount();
        campaigns.forEach(this::planSpending);
        chain.openEveryAccount();
        chain.mineEachTransaction();
        giving.fund(chain);
        var first = now.minus(Duration.ofDays(DAYS));
        events.sort(Comparator.comparingDouble(Event::day));
        for (var event : events) {
            var time = first.plusSeconds((long) (event.day * 86_400));
            var previous = chain.time();
            chain.setNextTime(time.isAfter(previous) ? time : previous.plusSeconds(12));
            event.action.run();
        }
        chain.setNextTime(now.isAfter(chain.time()) ? now : chain.time().plusSeconds(1));
        chain.mine(1);
        chain.mineSoon();
    }

    private void plan(DemoCampaign campaign, NodeUploads uploads, LocalDate today)
            throws IOException, InterruptedException {
        var cids = new ArrayList<String>();
        for (var words : campaign.pictures()) {
            cids.add(uploads.picture(Painting.of(words)).cid());
        }
        var first = uploads.manifest(campaign.manifest(tokens, today, cids, false)).digest();
        at(campaign.day(), () -> announce(campaign, first));
        var revised = campaign.dayOf("revised");
        if (revised != null) {
            var next = uploads.manifest(campaign.manifest(tokens, today, cids, true)).digest();
            at(revised, () -> announce(campaign, next));
        }
        var closed = campaign.dayOf("closed");
        if (closed != null) {
            at(closed, () -> state(campaign, Calldata.of("close(uint96)", campaign.id().number())));
        }
        var moved = campaign.dayOf("moved");
        if (moved != null) {
            var signature = "move(uint96,bytes32)";
            var number = campaign.id().number();
            at(moved, () -> state(campaign, Calldata.of(signature, number, campaign.successor())));
        }
    }

    private void planGifts() {
        for (var i = 0; i < GIFTS; i++) {
            var day = 0.2 + (DAYS - 0.3) * Math.pow(random.nextDouble(), 0.8);
            // Everyone gives once before anyone is chosen by chance.
            var donor = i < giving.donors().size() ? giving.donors().get(i) : giving.anyDonor();
            at(
                    day,
                    () -> {
                        var open = campaigns.stream().filter(c -> c.isOpenOn(day)).toList();
                        giving.give(donor, open, giving.chosenOf(open));
                    });
        }
    }

    /** Every other week, once gifts have come in. */
    private void planSpending(DemoCampaign campaign) {
        for (var day = campaign.day() + DAYS_BEFORE_SPENDING; day < DAYS; day += 14) {
            at(day, () -> spending.spend(campaign));
        }
    }

    /** What a ledger must not count, or count otherwise. */
    private void planWhatDoesNotCount() {
        var mangroves = campaigns.get(3);
        var bridge = campaigns.get(8);
        var one = giving.donors().getFirst();
        var two = giving.donors().get(1);
        var usdc = tokens.usdc();
        var fifty = BigInteger.valueOf(50_000_000);
        var clinic = campaigns.getFirst().id();
        // Before the beneficiary is known.
        at(1, () -> gifts.direct(one, campaigns.get(4).id().beneficiary(), usdc, fifty));
        // A beneficiary to itself.
        var self = Person.named("coast");
        at(33.1, () -> gifts.tagged(self, mangroves.id(), tokens.ether(), BigInteger.TEN.pow(16)));
        at(33.2, () -> gifts.direct(self, self.address(), usdc, BigInteger.ONE));
        // Nothing, a failure, a token that nobody listed, and a donation of it through the
        // contract.
        at(41, () -> gifts.tagged(two, clinic, usdc, BigInteger.ZERO));
        at(44, () -> gifts.failed(two, clinic.beneficiary(), usdc));
        at(47, () -> gifts.forged(two, clinic.beneficiary(), tokens.fake(), fifty));
        at(48, () -> gifts.contract(two, clinic, tokens.fake(), fifty));
        // After closing: counted, and marked.
        at(76, () -> gifts.contract(one, bridge.id(), tokens.ether(), BigInteger.TEN.pow(16)));
        at(78, () -> gifts.tagged(two, bridge.id(), usdc, fifty));
    }

    private void at(double day, Runnable action) {
        events.add(new Event(day, action));
    }

    private void announce(DemoCampaign campaign, Hash manifest) {
        var number = campaign.id().number();
        state(campaign, Calldata.of("announce(uint96,bytes32)", number, manifest));
    }

    private void state(DemoCampaign campaign, String call) {
        var beneficiary = campaign.id().beneficiary();
        if (!chain.accounts().contains(beneficiary) && funded.add(beneficiary)) {
            chain.setBalance(beneficiary, BigInteger.TEN.pow(17));
        }
        chain.send(beneficiary, donations, call);
    }
}
