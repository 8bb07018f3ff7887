// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CampaignId, IDonations} from "../src/IDonations.sol";
import {DonationsTest} from "./support/DonationsTest.sol";
import {Vm} from "./support/Test.sol";

/// Property 5: an id names exactly one beneficiary and one number, and only that beneficiary speaks for it.
contract CampaignIdsTest is DonationsTest {
    function testFuzz_anIdIsTheBeneficiaryThenTheNumber(address receiver, uint96 number) external view {
        CampaignId id = donations.campaignIdOf(receiver, number);
        vm.assertEq(
            abi.encodePacked(CampaignId.unwrap(id)), abi.encodePacked(receiver, number), "20 bytes, then 12 bytes"
        );
    }

    function testFuzz_anIdKnowsItsBeneficiary(address receiver, uint96 number) external view {
        vm.assertEq(donations.beneficiaryOf(donations.campaignIdOf(receiver, number)), receiver, "round trip");
    }

    /// With the round trip above: one id for one pair, so two different pairs never share an id.
    function testFuzz_everyIdIsTheIdOfItsParts(bytes32 id) external view {
        CampaignId same =
            donations.campaignIdOf(donations.beneficiaryOf(CampaignId.wrap(id)), uint96(uint256(id) % 2 ** 96));
        vm.assertEq(CampaignId.unwrap(same), id, "parts and whole");
    }

    /// Whatever is called by whomever: a statement about a campaign comes from its beneficiary's own call.
    function testFuzz_onlyTheBeneficiarySpeaksForItsCampaigns(
        address caller,
        uint8 choice,
        uint96 number,
        bytes32 word,
        address receiver
    ) external {
        bytes[3] memory calls = [
            abi.encodeCall(IDonations.announce, (number, word)),
            abi.encodeCall(IDonations.close, (number)),
            abi.encodeCall(IDonations.move, (number, campaignOf(receiver, number)))
        ];
        vm.recordLogs();
        vm.prank(caller);
        (bool done,) = address(donations).call(calls[choice % 3]);
        bool allowed = choice % 3 != 2 || (receiver != address(0) && receiver != address(donations));
        vm.assertEq(done, allowed, "refused only when moving to nowhere");
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs.length, done ? 1 : 0, "one statement");
        for (uint256 i = 0; i < logs.length; ++i) {
            vm.assertEq(address(bytes20(logs[i].topics[1])), caller, "about the caller's campaign");
        }
    }
}
