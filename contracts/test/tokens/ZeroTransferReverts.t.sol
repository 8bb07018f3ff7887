// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDonations, Leg} from "../../src/IDonations.sol";
import {OddTokenTest, Token} from "../support/OddTokenTest.sol";

/// Reverts when asked to move nothing (LEND). It is never asked: a gift of nothing fails before. Other gifts go through,
/// and the ledger counts them as `contract`.
contract ZeroTransferRevertsTest is OddTokenTest {
    ZeroRevertsToken private immutable token = new ZeroRevertsToken();

    function test_nothingIsRefusedBeforeTheTokenIsAsked() external {
        refuses(address(token), 0, abi.encodeWithSelector(IDonations.ZeroAmount.selector));
        vm.expectRevert(abi.encodeWithSelector(IDonations.ZeroAmount.selector));
        vm.prank(donor);
        donations.donateBatch(address(token), new Leg[](1));
    }

    function test_somethingIsAccepted() external {
        token.mint(donor, 1);
        vm.prank(donor);
        token.approve(address(donations), 1);
        accepts(address(token), 1, Ledger.Contract);
        vm.assertEq(token.balanceOf(beneficiary), 1, "arrived");
    }
}

contract ZeroRevertsToken is Token {
    error Nothing();

    function _update(address from, address to, uint256 amount) internal override {
        if (amount == 0) revert Nothing();
        super._update(from, to, amount);
    }
}
