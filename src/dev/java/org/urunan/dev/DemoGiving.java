package org.urunan.dev;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.urunan.money.Token;

/**
 * Who gives how much in which way, by chance: some donors often, most once, sums small and large.
 */
final class DemoGiving {

    private static final int DONORS = 72;
    private static final BigInteger PLENTY = BigInteger.valueOf(5_000_000);

    private enum Kind {
        CONTRACT,
        BATCH,
        PERMIT,
        TAGGED,
        AUTHORIZATION,
        DIRECT
    }

    private final DevTokens tokens;
    private final Gifts gifts;
    private final Random random;
    private final List<Person> donors =
            IntStream.range(0, DONORS).mapToObj(i -> Person.named("donor " + i)).toList();

    DemoGiving(DevTokens tokens, Gifts gifts, Random random) {
        this.tokens = tokens;
        this.gifts = gifts;
        this.random = random;
    }

    List<Person> donors() {
        return donors;
    }

    /** Gives every donor, and the chain's own accounts, plenty of everything. */
    void fund(DevChain chain) {
        var everyone = new ArrayList<>(chain.accounts());
        for (var donor : donors) {
            chain.setBalance(donor.address(), units(tokens.ether(), PLENTY));
            everyone.add(donor.address());
        }
        for (var token : tokens.listed().subList(1, 4)) {
            for (var account : everyone) {
                var sum = units(token, PLENTY);
                var call = Calldata.of("mint(address,uint256)", account, sum);
                chain.send(everyone.getFirst(), token.address(), call);
            }
        }
    }

    /** Gives once to a campaign, or to several at once; mostly in the token of its goal. */
    void give(Person donor, List<DemoCampaign> open, DemoCampaign campaign) {
        var id = campaign.id();
        var token = random.nextInt(10) < 6 ? campaign.goalToken(tokens) : anyToken();
        var amount = amount(campaign, token);
        switch (anyOf(waysOf(token))) {
            case CONTRACT -> gifts.contract(donor, id, token, amount);
            case BATCH -> gifts.batch(donor, token, legs(open, token));
            case PERMIT -> gifts.permit(donor, id, token, amount);
            case TAGGED -> gifts.tagged(donor, id, token, amount);
            case AUTHORIZATION -> gifts.authorization(donor, id, token, amount);
            case DIRECT -> gifts.direct(donor, id.beneficiary(), token, amount);
        }
    }

    private static List<Kind> waysOf(Token token) {
        var ways = new ArrayList<>(List.of(Kind.TAGGED, Kind.TAGGED, Kind.CONTRACT, Kind.DIRECT));
        if (token.permit()) {
            ways.add(Kind.PERMIT);
        } else {
            ways.add(Kind.BATCH);
        }
        if (token.authorization()) {
            ways.add(Kind.AUTHORIZATION);
        }
        return ways;
    }

    /** The first donors give often, the last ones once or twice. */
    Person anyDonor() {
        return donors.get((int) (DONORS * Math.pow(random.nextDouble(), 1.7)));
    }

    /** By weight. */
    DemoCampaign chosenOf(List<DemoCampaign> campaigns) {
        var all = campaigns.stream().mapToDouble(DemoCampaign::weight).sum();
        var at = random.nextDouble() * all;
        for (var campaign : campaigns) {
            at -= campaign.weight();
            if (at < 0) {
                return campaign;
            }
        }
        return campaigns.getLast();
    }

    private Token anyToken() {
        return anyOf(tokens.listed());
    }

    private <T> T anyOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private List<Calldata.Leg> legs(List<DemoCampaign> open, Token token) {
        var legs = new ArrayList<Calldata.Leg>();
        for (var i = 0; i < 2 + random.nextInt(3); i++) {
            var campaign = chosenOf(open);
            legs.add(new Calldata.Leg(campaign.id(), amount(campaign, token)));
        }
        return legs;
    }

    /** Around what brings the campaign near its goal; most amounts are round, a few are large. */
    private BigInteger amount(DemoCampaign campaign, Token token) {
        var usual = campaign.usualGift() * Math.exp(random.nextGaussian() * 0.9 - 0.4);
        var digits = token.isNative() ? 4 : 0;
        var rounded =
                BigDecimal.valueOf(usual / DemoCampaign.worth(token))
                        .round(new MathContext(random.nextInt(4) == 0 ? 3 : 1))
                        .setScale(digits, RoundingMode.UP);
        return rounded.movePointRight(token.decimals()).toBigIntegerExact();
    }

    private static BigInteger units(Token token, BigInteger amount) {
        return amount.multiply(BigInteger.TEN.pow(token.decimals()));
    }
}
