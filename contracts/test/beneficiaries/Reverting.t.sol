// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDonations, Leg} from "../../src/IDonations.sol";
import {DonationsTest} from "../support/DonationsTest.sol";
import {Token} from "../support/OddTokenTest.sol";

/// A contract that takes no coins. The gift fails, with its address as the reason, and so does a batch with such a leg:
/// leave the leg out. Tokens it cannot refuse. The ledger never sees what failed.
contract RevertingTest is DonationsTest {
    address private immutable refuser = address(new Refuser());

    function test_takesNoCoins() external {
        vm.expectRevert(abi.encodeWithSelector(IDonations.NativeTransferFailed.selector, refuser));
        vm.prank(donor);
        donations.donate{value: 1 ether}(campaignOf(refuser, 1));
    }

    function test_spoilsTheBatch() external {
        Leg[] memory legs = new Leg[](2);
        legs[0] = leg(beneficiary, 1, 1 ether);
        legs[1] = leg(refuser, 1, 1 ether);
        vm.expectRevert(abi.encodeWithSelector(IDonations.NativeTransferFailed.selector, refuser));
        vm.prank(donor);
        donations.donateBatch{value: 2 ether}(legs);
        vm.assertEq(beneficiary.balance, 0, "nobody received");
    }

    function test_takesTokens() external {
        Token token = new Token();
        token.mint(donor, 10);
        vm.startPrank(donor);
        token.approve(address(donations), 10);
        donations.donate(campaignOf(refuser, 1), address(token), 10);
        vm.stopPrank();
        vm.assertEq(token.balanceOf(refuser), 10, "arrived");
    }
}

contract Refuser {
    error NoThanks();

    receive() external payable {
        revert NoThanks();
    }
}
