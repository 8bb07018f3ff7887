// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Token} from "../support/OddTokenTest.sol";
import {DonationsTest} from "../support/DonationsTest.sol";

/// A wallet behind a proxy, like Safe: it receives coins by a delegatecall that emits an event, which takes more gas
/// than the 2,300 that `transfer` and `send` would leave. It receives all gifts. The ledger counts `contract`.
contract SafeTest is DonationsTest {
    function testFuzz_receivesCoins(uint256 amount) external {
        amount = bound(amount, 1, 1_000 ether);
        address safe = address(new SafeProxy(address(new SafeSingleton())));
        vm.prank(donor);
        donations.donate{value: amount}(campaignOf(safe, 1));
        vm.assertEq(safe.balance, amount, "arrived");
    }

    /// What this contract does instead: the 2,300 gas would not do, on a first visit of the transaction.
    function test_wouldNotReceiveByTransfer() external {
        SafeSingleton singleton = new SafeSingleton();
        SafeProxy safe = new SafeProxy(address(singleton));
        vm.cool(address(safe));
        vm.cool(address(singleton));
        (bool done,) = address(safe).call{value: 1, gas: 0}("");
        vm.assertTrue(!done, "2,300 gas are not enough");
    }

    function test_receivesTokens() external {
        address safe = address(new SafeProxy(address(new SafeSingleton())));
        Token token = new Token();
        token.mint(donor, 10);
        vm.startPrank(donor);
        token.approve(address(donations), 10);
        donations.donate(campaignOf(safe, 1), address(token), 10);
        vm.stopPrank();
        vm.assertEq(token.balanceOf(safe), 10, "arrived");
    }
}

contract SafeSingleton {
    address private singleton;

    event SafeReceived(address indexed sender, uint256 amount);

    receive() external payable {
        emit SafeReceived(msg.sender, msg.value);
    }
}

contract SafeProxy {
    address private singleton;

    constructor(address singleton_) {
        singleton = singleton_;
    }

    receive() external payable {
        (bool done,) = singleton.delegatecall("");
        require(done);
    }
}
