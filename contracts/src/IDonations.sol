// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @notice Names one campaign of one beneficiary: the beneficiary's address (high 160 bits), then the number that the
/// beneficiary chose for the campaign (low 96 bits). The id *is* the destination: nothing is looked up, so nothing can
/// be squatted, forged or redirected, and the same id means the same receiving address on every chain.
type CampaignId is bytes32;

/// @notice One gift of a batch.
/// @param campaignId The campaign to give to.
/// @param amount What to give, in the token's smallest unit (wei for the native coin). Not zero.
struct Leg {
    CampaignId campaignId;
    uint256 amount;
}

/// @title Gifts straight from a donor to a beneficiary, each with one event
/// @notice For donors: your coins and tokens go from your account to the beneficiary's account within the same call,
/// or the call fails and nothing moves. The contract keeps nothing, takes no fee, has no owner, and cannot be changed.
/// It can spend an allowance only in a call that the allowance's owner makes itself. A gift cannot be taken back.
/// @notice For campaigners: announce a campaign from the account that shall receive. Only that account can announce,
/// revise, close or move its campaigns. Nothing here stops a gift: closed and never announced campaigns receive as well.
/// @notice For indexers: every gift through this contract emits exactly one `Donation`, before the value moves. For an
/// ordinary token, the next `Transfer` of that token with the same donor, beneficiary and amount in the transaction is
/// its money. Anyone can call with a token of their own making: believe a `Donation` only for a token you know, and
/// only together with its `Transfer`.
/// @dev Assumptions, on tokens (the ledger lists only tokens that meet them; others are tested, and may surprise):
/// - `transferFrom(donor, beneficiary, amount)` moves exactly `amount`, or reverts, or returns something else than true;
///   fees on transfer make the beneficiary receive less than the event says;
/// - it returns true, or nothing at all;
/// - it emits `Transfer(donor, beneficiary, amount)`;
/// - nobody but the token's own rules can move a balance without the holder's allowance.
/// Assumptions, on chains: EVM of Prague or later; logs are in order of execution; the native coin moves by value.
interface IDonations {
    /// @notice The beneficiary announced the campaign, or revised what it had announced: the latest one counts.
    /// @param campaignId The campaign; its beneficiary is the caller.
    /// @param contentHash SHA-256 of the campaign's manifest, byte for byte.
    event CampaignAnnounced(CampaignId indexed campaignId, bytes32 contentHash);

    /// @notice The beneficiary says that the campaign is over. A statement only: late gifts still arrive, and announcing
    /// again reopens the campaign.
    /// @param campaignId The campaign; its beneficiary is the caller.
    event CampaignClosed(CampaignId indexed campaignId);

    /// @notice The beneficiary says that the campaign goes on elsewhere, for example at its new address. A statement
    /// only: nothing is redirected, and the other beneficiary need not agree.
    /// @param from The campaign; its beneficiary is the caller.
    /// @param to The campaign that takes its place.
    event CampaignMoved(CampaignId indexed from, CampaignId indexed to);

    /// @notice A gift, emitted before its value moves. If the value does not move, the event does not exist either.
    /// @param campaignId The campaign; its beneficiary is the account that receives.
    /// @param donor The account that gives: always the caller.
    /// @param token The token; for the native coin 0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE (ERC-7528).
    /// @param amount What moves, in the token's smallest unit. Never zero.
    event Donation(CampaignId indexed campaignId, address indexed donor, address indexed token, uint256 amount);

    /// @notice Nothing would be given: the amount of a gift is zero, or a batch has no legs.
    error ZeroAmount();

    /// @notice The campaign id names no one who could receive.
    /// @param beneficiary The zero address, or this contract.
    error BadBeneficiary(address beneficiary);

    /// @notice The beneficiary did not take the native coin: it reverted, or ran out of gas.
    /// @param beneficiary The account that refused.
    error NativeTransferFailed(address beneficiary);

    /// @notice The native coin sent with a batch is not exactly what its legs need.
    /// @param sent The value of the call.
    /// @param needed The sum of the legs.
    error ValueMismatch(uint256 sent, uint256 needed);

    /// @notice Announces the caller's campaign, or revises it.
    /// @param number The caller's own number for the campaign. Any number will do, in any order.
    /// @param contentHash SHA-256 of the campaign's manifest, byte for byte. Not checked here.
    /// @return The campaign's id.
    function announce(uint96 number, bytes32 contentHash) external returns (CampaignId);

    /// @notice Says that the caller's campaign is over. Gifts to it still arrive.
    /// @param number The caller's own number for the campaign.
    function close(uint96 number) external;

    /// @notice Says that the caller's campaign goes on elsewhere. Gifts to the old one still arrive where they did.
    /// @dev Reverts with `BadBeneficiary` if `to` names no one who could receive.
    /// @param number The caller's own number for the campaign.
    /// @param to The campaign that takes its place.
    function move(uint96 number, CampaignId to) external;

    /// @notice Gives the native coin sent with this call, all of it, to the campaign's beneficiary.
    /// @dev Reverts with `ZeroAmount`, `BadBeneficiary` or `NativeTransferFailed`. The beneficiary is called with all
    /// remaining gas and no data; what it answers is ignored.
    /// @param id The campaign to give to.
    function donate(CampaignId id) external payable;

    /// @notice Gives `amount` of `token` from the caller to the campaign's beneficiary. The caller must have allowed
    /// this contract to spend exactly that much: no more is needed, ever.
    /// @dev Reverts with `ZeroAmount` or `BadBeneficiary`; with the token's own reason if it reverts; and with
    /// `SafeERC20FailedOperation(token)` if it answers anything but true, or if there is no contract at `token`.
    /// @param id The campaign to give to.
    /// @param token An ERC-20 token.
    /// @param amount What to give, in the token's smallest unit. Not zero.
    function donate(CampaignId id, address token, uint256 amount) external;

    /// @notice Gives the native coin sent with this call to several campaigns: all of them receive, or none.
    /// @dev Reverts with `ValueMismatch` unless the legs add up to exactly the value sent; with `ZeroAmount` if there is
    /// no leg, or a leg is zero; otherwise as `donate`. Legs are served in order; the same campaign may occur twice.
    /// @param legs Who receives how much.
    function donateBatch(Leg[] calldata legs) external payable;

    /// @notice Gives `token` from the caller to several campaigns: all of them receive, or none. The caller must have
    /// allowed this contract to spend the sum.
    /// @dev Reverts with `ZeroAmount` if there is no leg, or a leg is zero; otherwise as `donate`. Legs are served in
    /// order; the same campaign may occur twice.
    /// @param token An ERC-20 token.
    /// @param legs Who receives how much.
    function donateBatch(address token, Leg[] calldata legs) external;

    /// @notice Gives `amount` of `token` with an allowance that the caller signed (ERC-2612), in one transaction.
    /// @dev The signature's owner is the caller and its spender this contract, so a signature seen by others is of no
    /// use to them but to set the very same allowance; if someone did, or if the token has no `permit` of this shape,
    /// the gift goes on with the allowance that there is. Otherwise as `donate`, but without a reason if there is no
    /// contract at `token`.
    /// @param id The campaign to give to.
    /// @param token An ERC-20 token with ERC-2612.
    /// @param amount What to give, and what the signature allows, in the token's smallest unit. Not zero.
    /// @param deadline Until when the signature is valid, in seconds since 1970.
    /// @param v The signature's recovery byte.
    /// @param r The signature's first half.
    /// @param s The signature's second half.
    function donateWithPermit(
        CampaignId id,
        address token,
        uint256 amount,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external;

    /// @notice The id of a beneficiary's campaign. Whether it was ever announced is not known here.
    /// @param beneficiary The account that receives.
    /// @param number The beneficiary's own number for the campaign.
    function campaignIdOf(address beneficiary, uint96 number) external pure returns (CampaignId);

    /// @notice The account that receives what is given to a campaign.
    /// @param id The campaign.
    function beneficiaryOf(CampaignId id) external pure returns (address);
}
