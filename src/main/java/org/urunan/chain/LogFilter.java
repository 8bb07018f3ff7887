package org.urunan.chain;

import java.util.Set;
import org.urunan.money.Address;

/** Which logs are asked for: a closed set. */
public sealed interface LogFilter {

    /** Whether a decoded log is one that was asked for. */
    boolean matches(ChainLog log);

    /** All logs of the {@code Donations} contract. */
    record OfContract(Address contract) implements LogFilter {
        @Override
        public boolean matches(ChainLog log) {
            return !(log instanceof ChainLog.Transferred
                    || log instanceof ChainLog.AuthorizationUsed);
        }
    }

    /** {@code Transfer} logs of tokens to or from one of these addresses. Neither may be empty. */
    record TransfersOf(Set<Address> tokens, Set<Address> addresses) implements LogFilter {
        @Override
        public boolean matches(ChainLog log) {
            return log instanceof ChainLog.Transferred transferred
                    && (addresses.contains(transferred.to())
                            || addresses.contains(transferred.from()))
                    && tokens.contains(transferred.emitter());
        }
    }

    /** {@code AuthorizationUsed} logs of tokens by one of these addresses. Neither may be empty. */
    record AuthorizationsBy(Set<Address> tokens, Set<Address> authorizers) implements LogFilter {
        @Override
        public boolean matches(ChainLog log) {
            return log instanceof ChainLog.AuthorizationUsed used
                    && authorizers.contains(used.authorizer())
                    && tokens.contains(used.token());
        }
    }
}
