// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDonations} from "../../src/IDonations.sol";
import {DonationsTest} from "../support/DonationsTest.sol";
import {Token} from "../support/OddTokenTest.sol";

/// The contract as the beneficiary: refused, whatever is given, since nothing could ever leave it again. The same for the
/// zero address. Anything else can be a beneficiary, a token's own address included. The ledger never sees what failed.
contract ItselfTest is DonationsTest {
    Token private immutable token = new Token();

    function testFuzz_takesNoCoins(uint96 number, uint256 amount) external {
        vm.expectRevert(abi.encodeWithSelector(IDonations.BadBeneficiary.selector, address(donations)));
        vm.prank(donor);
        donations.donate{value: bound(amount, 1, 1_000 ether)}(campaignOf(address(donations), number));
    }

    function testFuzz_takesNoTokens(uint96 number, uint256 amount) external {
        amount = bound(amount, 1, type(uint256).max);
        token.mint(donor, amount);
        vm.startPrank(donor);
        token.approve(address(donations), amount);
        vm.expectRevert(abi.encodeWithSelector(IDonations.BadBeneficiary.selector, address(donations)));
        donations.donate(campaignOf(address(donations), number), address(token), amount);
        vm.stopPrank();
    }

    function test_aTokenCanBeABeneficiary() external {
        token.mint(donor, 10);
        vm.startPrank(donor);
        token.approve(address(donations), 10);
        donations.donate(campaignOf(address(token), 1), address(token), 10);
        vm.stopPrank();
        vm.assertEq(token.balanceOf(address(token)), 10, "arrived");
    }
}
