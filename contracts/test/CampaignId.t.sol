// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Donations} from "../src/Donations.sol";
import {CampaignId} from "../src/IDonations.sol";

/// Property 5: an id names exactly one beneficiary and one number.
contract CampaignIdTest {
    Donations private immutable donations = new Donations();

    function testFuzz_anIdNamesItsBeneficiaryAndItsNumber(address beneficiary, uint96 number) external view {
        CampaignId id = donations.campaignIdOf(beneficiary, number);
        assert(donations.beneficiaryOf(id) == beneficiary);
        assert(uint96(uint256(CampaignId.unwrap(id))) == number);
    }
}
