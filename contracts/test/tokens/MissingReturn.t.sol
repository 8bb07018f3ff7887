// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DevUSDT} from "../../src/dev/DevUSDT.sol";
import {OddTokenTest} from "../support/OddTokenTest.sol";

/// `transferFrom` returns nothing (USDT on Ethereum). The gift goes through; the ledger counts it as `contract`.
contract MissingReturnTest is OddTokenTest {
    DevUSDT private immutable token = new DevUSDT();

    function testFuzz_isAccepted(uint256 amount) external {
        amount = bound(amount, 1, type(uint128).max);
        token.mint(donor, amount);
        vm.prank(donor);
        token.approve(address(donations), amount);
        accepts(address(token), amount, Ledger.Contract);
        vm.assertEq(token.balanceOf(beneficiary), amount, "arrived");
        vm.assertEq(token.balanceOf(donor), 0, "given");
    }

    function test_withoutAllowanceItsOwnReasonIsTold() external {
        token.mint(donor, 5);
        refuses(address(token), 5, abi.encodeWithSelector(DevUSDT.NotEnough.selector, 0, 5));
    }
}
