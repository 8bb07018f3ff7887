// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OddTokenTest, Token} from "../support/OddTokenTest.sol";

/// Takes the largest number to mean "all that the holder has" (Compound III). The gift goes through, and its event names
/// an amount that nobody has. The ledger rejects it, and counts what the token's own `Transfer` says as `direct`.
contract MaxMeansAllTest is OddTokenTest {
    AllToken private immutable token = new AllToken();

    function setUp() external {
        token.mint(donor, 10);
        vm.prank(donor);
        token.approve(address(donations), type(uint256).max);
    }

    function test_theLedgerCountsWhatArrived() external {
        accepts(address(token), type(uint256).max, Ledger.RejectedAndDirect);
        vm.assertEq(token.balanceOf(beneficiary), 10, "all that the donor had");
        vm.assertEq(token.balanceOf(donor), 0, "nothing is left");
    }

    function test_otherAmountsAreOrdinary() external {
        accepts(address(token), 4, Ledger.Contract);
        vm.assertEq(token.balanceOf(beneficiary), 4, "arrived");
    }
}

contract AllToken is Token {
    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        return super.transferFrom(from, to, amount == type(uint256).max ? balanceOf(from) : amount);
    }
}
