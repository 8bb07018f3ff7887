// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OddTokenTest, Token} from "../support/OddTokenTest.sol";

/// Says false instead of reverting, and moves nothing. The gift fails; the ledger never sees it.
contract ReturnsFalseTest is OddTokenTest {
    function test_isRefused() external {
        FalseToken token = new FalseToken();
        token.mint(donor, 10);
        refuses(address(token), 10, notTrue(address(token)));
    }

    /// Anything but true, even if it is not zero.
    function testFuzz_onlyTrueIsTrue(bytes32 answer) external {
        vm.assume(answer != bytes32(uint256(1)));
        StrangeToken token = new StrangeToken(answer);
        refuses(address(token), 10, notTrue(address(token)));
    }
}

contract FalseToken is Token {
    function transferFrom(address, address, uint256) public pure override returns (bool) {
        return false;
    }
}

contract StrangeToken {
    bytes32 private immutable answer;

    constructor(bytes32 answer_) {
        answer = answer_;
    }

    function transferFrom(address, address, uint256) external view returns (bytes32) {
        return answer;
    }
}
