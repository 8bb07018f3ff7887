// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDonations, Leg} from "../../src/IDonations.sol";
import {DonationsTest} from "../support/DonationsTest.sol";

/// A contract that burns all gas that it gets, or answers with very much data. The donor chose it, and pays for the gas
/// that it allowed: wallets simulate first, and show the estimate. It cannot keep the coins of others: either all
/// legs arrive, or none. Data is never copied. The ledger sees what went through.
contract GasBurningTest is DonationsTest {
    function test_burningAllGasFails() external {
        Burner burner = new Burner();
        vm.expectRevert(abi.encodeWithSelector(IDonations.NativeTransferFailed.selector, address(burner)));
        vm.prank(donor);
        donations.donate{value: 1 ether, gas: 2_000_000}(campaignOf(address(burner), 1));
        vm.assertEq(donor.balance, 1_000 ether, "nothing is lost but gas");
    }

    function test_burningAllGasInABatchFailsAsAWhole() external {
        Leg[] memory legs = new Leg[](2);
        legs[0] = leg(beneficiary, 1, 1 ether);
        legs[1] = leg(address(new Burner()), 1, 1 ether);
        vm.prank(donor);
        (bool done,) = address(donations).call{value: 2 ether, gas: 2_000_000}(
            abi.encodeWithSignature("donateBatch((bytes32,uint256)[])", legs)
        );
        vm.assertTrue(!done, "failed");
        vm.assertEq(beneficiary.balance, 0, "nobody received");
    }

    /// The bomb takes its maker about 128,000 gas; copying it would take the contract that much again.
    function test_aLongAnswerIsNotCopied() external {
        address bomb = address(new Bomb());
        vm.prank(donor);
        donations.donate{value: 1 ether, gas: 200_000}(campaignOf(bomb, 1));
        vm.assertEq(bomb.balance, 1 ether, "arrived");
    }
}

contract Burner {
    receive() external payable {
        assembly {
            invalid()
        }
    }
}

contract Bomb {
    receive() external payable {
        assembly {
            return(0, 200000)
        }
    }
}
