// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDonations} from "../src/IDonations.sol";
import {DonationsTest, Gift} from "./support/DonationsTest.sol";

/// Property 2 for the native coin: what the event says leaves the donor and reaches the beneficiary, and nothing else
/// changes.
contract DonateNativeTest is DonationsTest {
    function testFuzz_theValueOfTheCallReachesTheBeneficiary(uint96 number, uint256 amount, uint256 had) external {
        amount = bound(amount, 1, 1_000 ether);
        vm.deal(beneficiary, had = bound(had, 0, 1e30));
        expectDonation(campaignOf(beneficiary, number), donor, NATIVE, amount);
        vm.prank(donor);
        donations.donate{value: amount}(campaignOf(beneficiary, number));
        vm.assertEq(beneficiary.balance, had + amount, "the beneficiary has it");
        vm.assertEq(donor.balance, 1_000 ether - amount, "the donor gave it");
        vm.assertEq(address(donations).balance, 0, "nothing stayed");
        vm.assertEq(stranger.balance, 1_000 ether, "nobody else is concerned");
    }

    function testFuzz_anyOrdinaryAccountCanReceive(address receiver, uint256 amount) external {
        amount = bound(amount, 1, 1_000 ether);
        vm.assume(receiver.code.length == 0 && uint160(receiver) > 0x1ff && receiver != donor);
        uint256 had = receiver.balance;
        vm.prank(donor);
        donations.donate{value: amount}(campaignOf(receiver, 1));
        vm.assertEq(receiver.balance, had + amount, "the receiver has it");
    }

    function test_aGiftIsOneEventAndNoMore() external {
        vm.recordLogs();
        vm.prank(donor);
        donations.donate{value: 1}(campaign);
        vm.assertEq(vm.getRecordedLogs().length, 1, "one log");
    }

    function test_nothingIsNoGift() external {
        vm.expectRevert(abi.encodeWithSelector(IDonations.ZeroAmount.selector));
        vm.prank(donor);
        donations.donate(campaign);
    }

    function testFuzz_aGiftToNobodyIsRefused(uint96 number) external {
        vm.expectRevert(abi.encodeWithSelector(IDonations.BadBeneficiary.selector, address(0)));
        vm.prank(donor);
        donations.donate{value: 1 ether}(campaignOf(address(0), number));
    }

    /// Also with ether forced into the contract, which must stay where it is.
    function test_forcedEtherIsNotGivenAway() external {
        vm.deal(address(donations), 5 ether);
        vm.prank(donor);
        donations.donate{value: 1 ether}(campaign);
        vm.assertEq(address(donations).balance, 5 ether, "forced ether stays");
        vm.assertEq(beneficiary.balance, 1 ether, "the gift arrives");
    }

    function test_aDonorMayGiveToItself() external {
        expectDonation(campaignOf(donor, 1), donor, NATIVE, 1 ether);
        vm.prank(donor);
        donations.donate{value: 1 ether}(campaignOf(donor, 1));
        vm.assertEq(donor.balance, 1_000 ether, "it has what it had");
    }
}
