package org.urunan.chain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.urunan.money.Address;
import org.urunan.money.Position;

/** Who is known, and from which position on. Immutable: each range has its own. */
final class Beneficiaries {

    private final Map<Address, Long> knownFrom;
    private final List<Address> addresses;

    Beneficiaries(Map<Address, Long> knownFrom) {
        this.knownFrom = knownFrom;
        this.addresses = List.copyOf(knownFrom.keySet());
    }

    Set<Address> addressSet() {
        return knownFrom.keySet();
    }

    List<Address> addresses() {
        return addresses;
    }

    boolean isKnown(Address address, long position) {
        var from = knownFrom.get(address);
        return from != null && from < position;
    }

    /** With those that these logs announce for the first time. */
    Beneficiaries with(List<ChainLog> logs) {
        Map<Address, Long> more = null;
        for (var log : logs) {
            if (log instanceof ChainLog.Announced announced) {
                var beneficiary = announced.campaign().beneficiary();
                var at = announced.place().position();
                if (!knownFrom.containsKey(beneficiary)) {
                    more = more == null ? new HashMap<>(knownFrom) : more;
                    more.putIfAbsent(beneficiary, at);
                }
            }
        }
        return more == null ? this : new Beneficiaries(more);
    }

    /** Without those that were first announced above a block. */
    Beneficiaries until(long block) {
        var less = new HashMap<>(knownFrom);
        return less.values().removeIf(position -> position >= Position.startOf(block + 1))
                ? new Beneficiaries(less)
                : this;
    }
}
