package org.urunan.chain;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.urunan.money.Address;

/** Whether a block's bloom admits a log that a filter asks for. Any thread. */
final class BloomCheck {

    private static final Bloom.Entry TRANSFER = Bloom.Entry.of(LogDecoder.TRANSFER);
    private static final Bloom.Entry AUTHORIZATION = Bloom.Entry.of(LogDecoder.AUTHORIZATION_USED);

    private final Map<Address, Bloom.Entry> contracts = new ConcurrentHashMap<>();
    private final Map<Address, Bloom.Entry> beneficiaries = new ConcurrentHashMap<>();

    boolean admits(Bloom bloom, LogFilter filter) {
        return switch (filter) {
            case LogFilter.OfContract(var contract) -> admitsContract(bloom, contract);
            case LogFilter.TransfersOf(var tokens, var addresses) ->
                    bloom.mayContain(TRANSFER)
                            && admitsAnyContract(bloom, tokens)
                            && admitsAnyBeneficiary(bloom, addresses);
            case LogFilter.AuthorizationsBy(var tokens, var authorizers) ->
                    bloom.mayContain(AUTHORIZATION)
                            && admitsAnyContract(bloom, tokens)
                            && authorizers.stream()
                                    .anyMatch(it -> bloom.mayContain(Bloom.Entry.ofTopic(it)));
        };
    }

    private boolean admitsContract(Bloom bloom, Address contract) {
        return bloom.mayContain(contracts.computeIfAbsent(contract, Bloom.Entry::of));
    }

    private boolean admitsAnyContract(Bloom bloom, Iterable<Address> addresses) {
        for (var address : addresses) {
            if (admitsContract(bloom, address)) {
                return true;
            }
        }
        return false;
    }

    private boolean admitsAnyBeneficiary(Bloom bloom, Iterable<Address> addresses) {
        for (var address : addresses) {
            if (bloom.mayContain(beneficiaries.computeIfAbsent(address, Bloom.Entry::ofTopic))) {
                return true;
            }
        }
        return false;
    }
}
