// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OddTokenTest, Token} from "../support/OddTokenTest.sol";

/// Answers with very much data, so that whoever copies it pays. An answer is not copied; a reason for failing is, but
/// then the donor's transaction fails anyhow, at the cost of the gas that it allowed. Only a token that the donor chose
/// can do this. The ledger counts a gift that went through by its `Transfer`, as always.
contract ReturnBombTest is OddTokenTest {
    BombToken private immutable token = new BombToken();

    function setUp() external {
        token.mint(donor, 100);
        vm.prank(donor);
        token.approve(address(donations), 100);
    }

    function test_aLongAnswerThatBeginsWithTrueIsAccepted() external {
        accepts(address(token), 10, Ledger.Contract);
        vm.assertEq(token.balanceOf(beneficiary), 10, "arrived");
    }

    /// Making the bomb costs the token about 128,000 gas; copying it would cost the contract that much again.
    function test_aLongAnswerCostsTheDonorNothing() external {
        vm.prank(donor);
        (bool done,) = address(donations).call{gas: 260_000}(
            abi.encodeWithSignature("donate(bytes32,address,uint256)", campaign, token, 10)
        );
        vm.assertTrue(done, "accepted");
    }

    function test_aLongAnswerOfThePermitCostsTheDonorNothing() external {
        vm.prank(donor);
        (bool done,) = address(donations).call{gas: 400_000}(
            abi.encodeCall(donations.donateWithPermit, (campaign, address(token), 10, 1, 27, 0, 0))
        );
        vm.assertTrue(done, "accepted");
    }

    function test_aLongReasonFails() external {
        vm.prank(donor);
        (bool done, bytes memory reason) = address(donations).call{gas: 1_000_000}(
            abi.encodeWithSignature("donate(bytes32,address,uint256)", campaign, token, 11)
        );
        vm.assertTrue(!done, "refused");
        vm.assertEq(reason.length, token.LENGTH(), "with the token's own reason");
    }
}

contract BombToken is Token {
    uint256 public constant LENGTH = 200_000;

    /// For ten: does what it should, and says true, and then many zeros. Otherwise: many zeros as the reason.
    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        if (amount == 10) super.transferFrom(from, to, amount);
        assembly {
            mstore(0, 1)
            if eq(amount, 10) { return(0, LENGTH) }
            revert(0, LENGTH)
        }
    }

    function permit(address, address, uint256, uint256, uint8, bytes32, bytes32) external pure {
        assembly {
            revert(0, LENGTH)
        }
    }
}
