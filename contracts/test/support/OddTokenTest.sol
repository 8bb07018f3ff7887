// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {DonationsTest, Gift} from "./DonationsTest.sol";
import {Vm} from "./Test.sol";

/// @dev An ordinary token to make odd ones from.
contract Token is ERC20("Token", "TOKEN") {
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

/// @dev How a donor meets an odd token, and what the ledger's rule makes of the logs: a gift counts as `contract` if
/// the token's own `Transfer` of the same donor, beneficiary and amount follows it; any other `Transfer` to the
/// beneficiary counts as `direct` for what it says itself; a gift without its `Transfer` is rejected.
abstract contract OddTokenTest is DonationsTest {
    enum Ledger {
        Contract,
        Rejected,
        RejectedAndDirect
    }

    /// @dev The donor's gift must go through, with this answer of the ledger.
    function accepts(address token, uint256 amount, Ledger answer) internal {
        vm.recordLogs();
        vm.prank(donor);
        donations.donate(campaign, token, amount);
        vm.assertTrue(ledgerOf(vm.getRecordedLogs(), token) == answer, "the ledger's answer");
    }

    /// @dev The donor's gift must fail with this reason.
    function refuses(address token, uint256 amount, bytes memory reason) internal {
        vm.expectRevert(reason);
        vm.prank(donor);
        donations.donate(campaign, token, amount);
    }

    function notTrue(address token) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, token);
    }

    function ledgerOf(Vm.Log[] memory logs, address token) private view returns (Ledger) {
        Gift[] memory gifts = giftsIn(logs);
        vm.assertEq(gifts.length, 1, "one gift");
        bool isPaid;
        bool isDirect;
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].emitter != token || !isTransfer(logs[i]) || addressIn(logs[i].topics[2]) != beneficiary) {
                continue;
            }
            bool isItsMoney = !isPaid && addressIn(logs[i].topics[1]) == gifts[0].donor
                && abi.decode(logs[i].data, (uint256)) == gifts[0].amount;
            if (isItsMoney) isPaid = true;
            else isDirect = true;
        }
        if (isPaid) return Ledger.Contract;
        return isDirect ? Ledger.RejectedAndDirect : Ledger.Rejected;
    }
}
