// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OddTokenTest, Token} from "../support/OddTokenTest.sol";

/// Keeps a part of each transfer. The gift goes through, the beneficiary gets less than the event says: the contract
/// does not look at balances, because a hostile token could lie about them. The ledger rejects the gift, whose money
/// never moved in full, and counts what the token's own `Transfer` says as `direct`. Such tokens should not be listed.
contract FeeOnTransferTest is OddTokenTest {
    FeeToken private immutable token = new FeeToken();

    function testFuzz_theLedgerCountsWhatArrived(uint256 amount) external {
        amount = bound(amount, 100, 1e30);
        token.mint(donor, amount);
        vm.prank(donor);
        token.approve(address(donations), amount);
        accepts(address(token), amount, Ledger.RejectedAndDirect);
        vm.assertEq(token.balanceOf(beneficiary), amount - amount / 100, "less the fee");
        vm.assertEq(token.balanceOf(donor), 0, "the donor paid all of it");
        vm.assertEq(token.balanceOf(address(donations)), 0, "nothing stayed");
    }
}

contract FeeToken is Token {
    function _update(address from, address to, uint256 amount) internal override {
        uint256 fee = from == address(0) ? 0 : amount / 100;
        super._update(from, to, amount - fee);
        if (fee > 0) super._update(from, address(0xfee), fee);
    }
}
