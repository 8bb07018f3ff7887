// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDonations} from "../src/IDonations.sol";
import {DonationsTest} from "./support/DonationsTest.sol";

contract CloseTest is DonationsTest {
    function testFuzz_theCallerClosesItsOwnCampaign(address caller, uint96 number) external {
        vm.expectEmit(address(donations));
        emit IDonations.CampaignClosed(campaignOf(caller, number));
        vm.prank(caller);
        donations.close(number);
    }

    function test_aLateGiftStillArrives() external {
        vm.prank(beneficiary);
        donations.close(7);
        vm.prank(donor);
        donations.donate{value: 1 ether}(campaign);
        vm.assertEq(beneficiary.balance, 1 ether, "the beneficiary received");
    }
}
