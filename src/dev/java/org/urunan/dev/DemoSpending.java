package org.urunan.dev;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.urunan.money.Address;
import org.urunan.money.Token;

/** What beneficiaries do with what they received: now and then they pay somebody. */
final class DemoSpending {

    private static final List<Person> PAID =
            Stream.of("carpenter", "bookshop", "pharmacy", "boat builder", "nursery")
                    .map(Person::named)
                    .toList();
    private static final BigInteger LITTLE = BigInteger.TEN.pow(16);

    private final DevChain chain;
    private final DevTokens tokens;
    private final Random random;

    DemoSpending(DevChain chain, DevTokens tokens, Random random) {
        this.chain = chain;
        this.tokens = tokens;
        this.random = random;
    }

    /** Pays a few gifts' worth, if it has twice as much. */
    void spend(DemoCampaign campaign) {
        var beneficiary = campaign.id().beneficiary();
        var paid = PAID.get(random.nextInt(PAID.size())).address();
        var token = campaign.goalToken(tokens);
        if (token.isNative()) {
            chain.send(beneficiary, paid, LITTLE, "0x");
            return;
        }
        var amount = amount(campaign, token).min(balance(token, beneficiary).shiftRight(1));
        if (amount.signum() > 0) {
            var call = Calldata.of("transfer(address,uint256)", paid, amount);
            chain.send(beneficiary, token.address(), call);
        }
    }

    private BigInteger amount(DemoCampaign campaign, Token token) {
        var worth = campaign.usualGift() * (2 + random.nextInt(4));
        return BigDecimal.valueOf(worth / DemoCampaign.worth(token))
                .setScale(0, RoundingMode.UP)
                .movePointRight(token.decimals())
                .toBigIntegerExact();
    }

    private BigInteger balance(Token token, Address owner) {
        var answer = chain.call(token.address(), Calldata.of("balanceOf(address)", owner));
        return new BigInteger(answer.substring(2), 16);
    }
}
