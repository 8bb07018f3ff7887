// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DevUSDT} from "../../src/dev/DevUSDT.sol";
import {OddTokenTest} from "../support/OddTokenTest.sol";

/// An allowance that is not zero can only be set to zero (USDT). A gift uses up exactly what it needs, so that with exact
/// allowances the next one can be set at once; left-overs must be set to zero first. The ledger counts as `contract`.
contract ApprovalRaceTest is OddTokenTest {
    DevUSDT private immutable token = new DevUSDT();

    function setUp() external {
        token.mint(donor, 100);
    }

    function testFuzz_exactAllowancesNeverGetInTheWay(uint256 first, uint256 second) external {
        first = bound(first, 1, 50);
        second = bound(second, 1, 50);
        vm.prank(donor);
        token.approve(address(donations), first);
        accepts(address(token), first, Ledger.Contract);
        vm.assertEq(token.allowance(donor, address(donations)), 0, "used up");
        vm.prank(donor);
        token.approve(address(donations), second);
        accepts(address(token), second, Ledger.Contract);
        vm.assertEq(token.balanceOf(beneficiary), first + second, "both arrived");
    }

    function test_leftoversMustBeSetToZeroFirst() external {
        vm.startPrank(donor);
        token.approve(address(donations), 10);
        donations.donate(campaign, address(token), 4);
        vm.expectRevert(abi.encodeWithSelector(DevUSDT.AllowanceNotZero.selector, 6));
        token.approve(address(donations), 20);
        token.approve(address(donations), 0);
        token.approve(address(donations), 20);
        donations.donate(campaign, address(token), 20);
        vm.stopPrank();
        vm.assertEq(token.balanceOf(beneficiary), 24, "both arrived");
    }
}
