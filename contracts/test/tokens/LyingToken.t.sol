// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DevFakeToken} from "../../src/dev/DevFakeToken.sol";
import {OddTokenTest} from "../support/OddTokenTest.sol";

/// Says yes and moves nothing. Nobody can keep anyone from calling with such a token, so the event appears. The ledger
/// counts listed tokens only, and would reject the gift even if this one were listed: there is no `Transfer`.
contract LyingTokenTest is OddTokenTest {
    function test_theLedgerRejectsIt() external {
        accepts(address(new DevFakeToken()), 1_000_000e6, Ledger.Rejected);
    }

    /// Not even made to deceive: any contract that accepts every call, and answers nothing.
    function test_soItDoesWithAContractThatAcceptsEveryCall() external {
        accepts(address(new AcceptsAll()), 1_000_000e6, Ledger.Rejected);
    }
}

contract AcceptsAll {
    fallback() external {}
}
