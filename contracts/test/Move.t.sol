// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDonations} from "../src/IDonations.sol";
import {DonationsTest} from "./support/DonationsTest.sol";

contract MoveTest is DonationsTest {
    function testFuzz_theCallerMovesItsOwnCampaign(address caller, uint96 number, address other, uint96 otherNumber)
        external
    {
        vm.assume(other != address(0) && other != address(donations));
        vm.expectEmit(address(donations));
        emit IDonations.CampaignMoved(campaignOf(caller, number), campaignOf(other, otherNumber));
        vm.prank(caller);
        donations.move(number, campaignOf(other, otherNumber));
    }

    function test_aGiftToTheOldCampaignStillArrivesWhereItDid() external {
        vm.prank(beneficiary);
        donations.move(7, campaignOf(stranger, 1));
        vm.prank(donor);
        donations.donate{value: 1 ether}(campaign);
        vm.assertEq(beneficiary.balance, 1 ether, "the old beneficiary received");
    }

    function test_nowhereIsNoPlaceToMoveTo() external {
        vm.expectRevert(abi.encodeWithSelector(IDonations.BadBeneficiary.selector, address(0)));
        vm.prank(beneficiary);
        donations.move(7, campaignOf(address(0), 7));
    }

    function test_theContractItselfIsNoPlaceToMoveTo() external {
        vm.expectRevert(abi.encodeWithSelector(IDonations.BadBeneficiary.selector, address(donations)));
        vm.prank(beneficiary);
        donations.move(7, campaignOf(address(donations), 7));
    }
}
