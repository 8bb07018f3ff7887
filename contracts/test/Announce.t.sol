// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CampaignId, IDonations} from "../src/IDonations.sol";
import {DonationsTest} from "./support/DonationsTest.sol";

contract AnnounceTest is DonationsTest {
    function testFuzz_theCallerAnnouncesItsOwnCampaign(address caller, uint96 number, bytes32 contentHash) external {
        vm.expectEmit(address(donations));
        emit IDonations.CampaignAnnounced(campaignOf(caller, number), contentHash);
        vm.prank(caller);
        CampaignId id = donations.announce(number, contentHash);
        vm.assertEq(CampaignId.unwrap(id), CampaignId.unwrap(campaignOf(caller, number)), "the id is returned");
    }

    function test_announcingAgainRevises() external {
        vm.startPrank(beneficiary);
        donations.announce(7, "first");
        vm.expectEmit(address(donations));
        emit IDonations.CampaignAnnounced(campaign, "second");
        donations.announce(7, "second");
        vm.stopPrank();
    }
}
