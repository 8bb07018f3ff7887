// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {HookToken, Hooked} from "../support/HookToken.sol";
import {OddTokenTest} from "../support/OddTokenTest.sol";

/// Calls the donor before and the beneficiary after its tokens move (ERC-777). Either can refuse; what they can do from
/// within is shown in `Reentrancy.t.sol`: nothing but give. The ledger counts as `contract`.
contract HooksTest is OddTokenTest {
    HookToken private immutable token = new HookToken();

    function test_accountsWithoutCodeNoticeNothing() external {
        token.mint(donor, 10);
        vm.prank(donor);
        token.approve(address(donations), 10);
        accepts(address(token), 10, Ledger.Contract);
        vm.assertEq(token.balanceOf(beneficiary), 10, "arrived");
    }

    function test_aBeneficiaryThatRefusesInItsHookGetsNothing() external {
        Refuses refuser = new Refuses();
        token.mint(donor, 10);
        vm.startPrank(donor);
        token.approve(address(donations), 10);
        vm.expectRevert(abi.encodeWithSelector(Refuses.NoThanks.selector));
        donations.donate(campaignOf(address(refuser), 1), address(token), 10);
        vm.stopPrank();
        vm.assertEq(token.balanceOf(donor), 10, "nothing moved");
    }
}

contract Refuses is Hooked {
    error NoThanks();

    function tokensReceived(address, uint256) external pure {
        revert NoThanks();
    }

    function tokensToSend(address, uint256) external {}
}
