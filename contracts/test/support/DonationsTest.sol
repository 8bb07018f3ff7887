// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {CampaignId, IDonations, Leg} from "../../src/IDonations.sol";
import {Test, Vm} from "./Test.sol";

/// @dev What a `Donation` event says.
struct Gift {
    CampaignId campaignId;
    address donor;
    address token;
    uint256 amount;
}

/// @dev A contract, a donor with ether, a campaign, and words to speak about gifts.
abstract contract DonationsTest is Test {
    address internal constant NATIVE = 0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE;

    IDonations internal immutable donations = IDonations(vm.deployCode("Donations.sol:Donations"));
    address internal immutable donor = account("donor");
    address internal immutable beneficiary = account("beneficiary");
    address internal immutable stranger = account("stranger");
    CampaignId internal immutable campaign = campaignOf(account("beneficiary"), 7);

    constructor() {
        vm.deal(donor, 1_000 ether);
        vm.deal(stranger, 1_000 ether);
    }

    /// @dev Computed here once more, by hand, so that tests do not ask the contract what is right.
    function campaignOf(address receiver, uint96 number) internal pure returns (CampaignId) {
        return CampaignId.wrap(bytes32((uint256(uint160(receiver)) << 96) + number));
    }

    function leg(address receiver, uint96 number, uint256 amount) internal pure returns (Leg memory) {
        return Leg(campaignOf(receiver, number), amount);
    }

    function expectDonation(CampaignId id, address giver, address token, uint256 amount) internal {
        vm.expectEmit(address(donations));
        emit IDonations.Donation(id, giver, token, amount);
    }

    /// @dev The gifts among the recorded logs, in order. (Logs of calls that failed are recorded as well.)
    function giftsIn(Vm.Log[] memory logs) internal view returns (Gift[] memory gifts) {
        gifts = new Gift[](logs.length);
        uint256 count;
        for (uint256 i = 0; i < logs.length; ++i) {
            if (isGift(logs[i])) gifts[count++] = giftIn(logs[i]);
        }
        assembly ("memory-safe") {
            mstore(gifts, count)
        }
    }

    function isGift(Vm.Log memory log) internal view returns (bool) {
        return log.emitter == address(donations) && log.topics[0] == IDonations.Donation.selector;
    }

    function giftIn(Vm.Log memory log) internal pure returns (Gift memory) {
        return Gift({
            campaignId: CampaignId.wrap(log.topics[1]),
            donor: addressIn(log.topics[2]),
            token: addressIn(log.topics[3]),
            amount: abi.decode(log.data, (uint256))
        });
    }

    function isTransfer(Vm.Log memory log) internal pure returns (bool) {
        return log.topics.length == 3 && log.topics[0] == IERC20.Transfer.selector && log.data.length == 32;
    }

    function addressIn(bytes32 topic) internal pure returns (address) {
        return address(uint160(uint256(topic)));
    }
}
