// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDonations, Leg} from "../../src/IDonations.sol";
import {DonationsTest} from "../support/DonationsTest.sol";

/// An ordinary account that runs a contract's code (EIP-7702). As a beneficiary it receives if its code lets it, and it can
/// change its mind at any time; as a donor it is itself. The ledger counts `contract`, and offers no tagged transfer
/// of coins to it, because its code would get the tag as a call.
contract DelegatedTest is DonationsTest {
    uint256 private constant KEY = 0x7702;
    address private immutable delegated = vm.addr(0x7702);

    function test_receivesIfItsCodeAccepts() external {
        vm.signAndAttachDelegation(address(new AcceptsAndRuns()), KEY);
        vm.prank(donor);
        donations.donate{value: 1 ether}(campaignOf(delegated, 1));
        vm.assertEq(delegated.code.length, 23, "it is delegated");
        vm.assertEq(delegated.balance, 1 ether, "arrived");
    }

    function test_doesNotReceiveIfItsCodeRefuses() external {
        vm.signAndAttachDelegation(address(new RunsOnly()), KEY);
        (bool done,) = account("someone").call("");
        vm.assertTrue(done, "a transaction that brings the delegation in");
        vm.expectRevert(abi.encodeWithSelector(IDonations.NativeTransferFailed.selector, delegated));
        vm.prank(donor);
        donations.donate{value: 1 ether}(campaignOf(delegated, 1));
    }

    function test_givesInItsOwnName() external {
        vm.deal(delegated, 3 ether);
        vm.signAndAttachDelegation(address(new AcceptsAndRuns()), KEY);
        expectDonation(campaign, delegated, NATIVE, 3 ether);
        AcceptsAndRuns(payable(delegated))
            .run(address(donations), 3 ether, abi.encodeWithSignature("donate(bytes32)", campaign));
        vm.assertEq(beneficiary.balance, 3 ether, "arrived");
    }
}

contract RunsOnly {
    function run(address target, uint256 value, bytes calldata data) external {
        (bool done,) = target.call{value: value}(data);
        require(done);
    }
}

contract AcceptsAndRuns is RunsOnly {
    receive() external payable {}
}
