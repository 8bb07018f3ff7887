package org.urunan.dev;

import java.math.BigDecimal;
import java.math.BigInteger;
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

    /** Gives once to a campaign, or to several at once. */
    void give(Person donor, List<DemoCampaign> open, DemoCampaign campaign) {
        var id = campaign.id();
        switch (random.nextInt(13)) {
            case 0, 1 -> gifts.contract(donor, id, tokens.ether(), sum(tokens.ether()));
            case 2 -> gifts.contract(donor, id, anyToken(), sum(tokens.usdc()));
            case 3 -> gifts.permit(donor, id, tokens.usdc(), sum(tokens.usdc()));
            case 4 -> gifts.permit(donor, id, tokens.dev(), sum(tokens.dev()));
            case 5 -> gifts.batch(donor, tokens.ether(), legs(open, tokens.ether()));
            case 6 -> gifts.batch(donor, tokens.usdt(), legs(open, tokens.usdt()));
            case 7, 8 -> gifts.tagged(donor, id, tokens.ether(), sum(tokens.ether()));
            case 9 -> gifts.tagged(donor, id, tokens.usdt(), sum(tokens.usdt()));
            case 10 -> gifts.authorization(donor, id, tokens.usdc(), sum(tokens.usdc()));
            case 11 -> gifts.direct(donor, id.beneficiary(), tokens.ether(), sum(tokens.ether()));
            default -> gifts.direct(donor, id.beneficiary(), tokens.usdc(), sum(tokens.usdc()));
        }
    }

    /** The first donors give often, the last ones once or twice. */
    Person anyDonor() {
        return donors.get((int) (DONORS * Math.pow(random.nextDouble(), 1.7)));
    }

    DemoCampaign anyOf(List<DemoCampaign> campaigns) {
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
        return random.nextBoolean() ? tokens.usdc() : tokens.usdt();
    }

    private List<Calldata.Leg> legs(List<DemoCampaign> open, Token token) {
        var legs = new ArrayList<Calldata.Leg>();
        for (var i = 0; i < 2 + random.nextInt(3); i++) {
            legs.add(new Calldata.Leg(anyOf(open).id(), sum(token)));
        }
        return legs;
    }

    /** Most sums are round; a few are very large for their kind. */
    private BigInteger sum(Token token) {
        var dollars = Math.exp(2.9 + random.nextGaussian() * 0.95);
        var price = token.isNative() ? 2500.0 : token.decimals() == 18 ? 0.1 : 1.0;
        var digits = token.isNative() ? 4 : random.nextInt(4) == 0 ? 2 : 0;
        var sum = BigDecimal.valueOf(dollars / price).setScale(digits, RoundingMode.UP);
        return sum.movePointRight(token.decimals()).toBigIntegerExact();
    }

    private static BigInteger units(Token token, BigInteger amount) {
        return amount.multiply(BigInteger.TEN.pow(token.decimals()));
    }
}
