// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OddTokenTest, Token} from "../support/OddTokenTest.sol";

/// No decimals, or 36. The contract counts in smallest units and never asks for decimals; nor does the ledger, which
/// counts as `contract`: they matter only where an amount is shown.
contract DecimalsTest is OddTokenTest {
    function testFuzz_onlySmallestUnitsMatter(uint8 decimals, uint256 amount) external {
        amount = bound(amount, 1, type(uint256).max);
        gives(new DecimalsToken(decimals), amount);
    }

    function test_noDecimals() external {
        gives(new DecimalsToken(0), 1);
    }

    function test_thirtySixDecimals() external {
        gives(new DecimalsToken(36), 1_000_000e36);
    }

    function gives(DecimalsToken token, uint256 amount) private {
        token.mint(donor, amount);
        vm.prank(donor);
        token.approve(address(donations), amount);
        accepts(address(token), amount, Ledger.Contract);
        vm.assertEq(token.balanceOf(beneficiary), amount, "arrived");
    }
}

contract DecimalsToken is Token {
    uint8 private immutable places;

    constructor(uint8 places_) {
        places = places_;
    }

    function decimals() public view override returns (uint8) {
        return places;
    }
}
