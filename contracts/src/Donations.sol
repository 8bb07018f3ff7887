// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {CampaignId, IDonations, Leg} from "./IDonations.sol";

/// @title Gifts straight from a donor to a beneficiary, each with one event
/// @notice What it does is documented in `IDonations`.
/// @dev No storage, no owner, no balance, no delegatecall: there is nothing to take over, to upgrade or to rescue, and
/// nothing that a reentrant call could find half done. Each gift emits its event first and makes its one call last.
contract Donations is IDonations {
    using SafeERC20 for IERC20;

    /// @dev How events name the native coin (ERC-7528).
    address private constant NATIVE = 0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE;

    /// @inheritdoc IDonations
    function announce(uint96 number, bytes32 contentHash) external returns (CampaignId id) {
        id = campaignIdOf(msg.sender, number);
        emit CampaignAnnounced(id, contentHash);
    }

    /// @inheritdoc IDonations
    function close(uint96 number) external {
        emit CampaignClosed(campaignIdOf(msg.sender, number));
    }

    /// @inheritdoc IDonations
    function move(uint96 number, CampaignId to) external {
        _receiverOf(to);
        emit CampaignMoved(campaignIdOf(msg.sender, number), to);
    }

    /// @inheritdoc IDonations
    function donate(CampaignId id) external payable {
        _giveNative(id, msg.value);
    }

    /// @inheritdoc IDonations
    function donate(CampaignId id, address token, uint256 amount) external {
        _giveToken(id, token, amount);
    }

    /// @inheritdoc IDonations
    function donateBatch(Leg[] calldata legs) external payable {
        if (legs.length == 0) revert ZeroAmount();
        uint256 needed;
        for (uint256 i = 0; i < legs.length; ++i) {
            needed += legs[i].amount;
        }
        if (needed != msg.value) revert ValueMismatch(msg.value, needed);
        for (uint256 i = 0; i < legs.length; ++i) {
            Leg calldata leg = legs[i];
            _giveNative(leg.campaignId, leg.amount);
        }
    }

    /// @inheritdoc IDonations
    function donateBatch(address token, Leg[] calldata legs) external {
        if (legs.length == 0) revert ZeroAmount();
        for (uint256 i = 0; i < legs.length; ++i) {
            Leg calldata leg = legs[i];
            _giveToken(leg.campaignId, token, leg.amount);
        }
    }

    /// @inheritdoc IDonations
    function donateWithPermit(
        CampaignId id,
        address token,
        uint256 amount,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        // The owner is the caller, never an argument. A failure is ignored: the allowance may be there all the same.
        try IERC20Permit(token).permit(msg.sender, address(this), amount, deadline, v, r, s) {} catch {}
        _giveToken(id, token, amount);
    }

    /// @inheritdoc IDonations
    function campaignIdOf(address beneficiary, uint96 number) public pure returns (CampaignId) {
        return CampaignId.wrap(bytes32(bytes20(beneficiary)) | bytes32(uint256(number)));
    }

    /// @inheritdoc IDonations
    function beneficiaryOf(CampaignId id) public pure returns (address) {
        return address(bytes20(CampaignId.unwrap(id)));
    }

    /// @dev Assembly only so that an answer of any length costs the donor nothing: it is never copied.
    function _giveNative(CampaignId id, uint256 amount) private {
        address beneficiary = _recordDonation(id, NATIVE, amount);
        bool received;
        assembly ("memory-safe") {
            received := call(gas(), beneficiary, amount, 0, 0, 0, 0)
        }
        if (!received) revert NativeTransferFailed(beneficiary);
    }

    function _giveToken(CampaignId id, address token, uint256 amount) private {
        address beneficiary = _recordDonation(id, token, amount);
        IERC20(token).safeTransferFrom(msg.sender, beneficiary, amount);
    }

    function _recordDonation(CampaignId id, address token, uint256 amount) private returns (address beneficiary) {
        if (amount == 0) revert ZeroAmount();
        beneficiary = _receiverOf(id);
        emit Donation(id, msg.sender, token, amount);
    }

    function _receiverOf(CampaignId id) private view returns (address beneficiary) {
        beneficiary = beneficiaryOf(id);
        if (beneficiary == address(0) || beneficiary == address(this)) revert BadBeneficiary(beneficiary);
    }
}
