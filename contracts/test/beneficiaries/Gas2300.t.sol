// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DonationsTest} from "../support/DonationsTest.sol";

/// A contract that counts on being called with 2,300 gas only, and would do something with more. It gets all the gas that
/// there is: what it does with it is its own affair, and touches nobody else. The ledger counts `contract`.
contract Gas2300Test is DonationsTest {
    function test_receives() external {
        CountsOnLittleGas receiver = new CountsOnLittleGas();
        vm.prank(donor);
        donations.donate{value: 1 ether}(campaignOf(address(receiver), 1));
        vm.assertEq(address(receiver).balance, 1 ether, "arrived");
        vm.assertEq(receiver.visits(), 1, "with gas to write");
        vm.assertEq(address(donations).balance, 0, "nothing stayed");
    }

    function test_aReceiverThatNeedsNoMoreThan2300GasReceives() external {
        EmitsOnly receiver = new EmitsOnly();
        vm.prank(donor);
        donations.donate{value: 1 ether}(campaignOf(address(receiver), 1));
        vm.assertEq(address(receiver).balance, 1 ether, "arrived");
    }

    /// With hardly any gas left the gift fails as a whole.
    function testFuzz_withTooLittleGasNothingHappens(uint256 gas) external {
        CountsOnLittleGas receiver = new CountsOnLittleGas();
        vm.prank(donor);
        (bool done,) = address(donations).call{value: 1 ether, gas: bound(gas, 0, 60_000)}(
            abi.encodeWithSignature("donate(bytes32)", campaignOf(address(receiver), 1))
        );
        vm.assertEq(address(receiver).balance, done ? 1 ether : 0, "all");
        vm.assertEq(donor.balance, done ? 999 ether : 1_000 ether, "or nothing");
        vm.assertEq(address(donations).balance, 0, "nothing stayed");
    }
}

contract CountsOnLittleGas {
    uint256 public visits;

    receive() external payable {
        if (gasleft() > 2300) visits++;
    }
}

contract EmitsOnly {
    event Received(uint256 amount);

    receive() external payable {
        emit Received(msg.value);
    }
}
