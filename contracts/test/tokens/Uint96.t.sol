// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OddTokenTest, Token} from "../support/OddTokenTest.sol";

/// Balances and allowances fit in 96 bits, and larger amounts revert (UNI, COMP). Gifts up to the limit go through, and
/// the ledger counts them as `contract`; above it they fail with the token's own reason: no amount is cut off.
contract Uint96Test is OddTokenTest {
    Uint96Token private immutable token = new Uint96Token();

    function testFuzz_isAcceptedUpToTheLimit(uint256 amount) external {
        amount = bound(amount, 1, type(uint96).max);
        token.mint(donor, amount);
        vm.prank(donor);
        token.approve(address(donations), amount);
        accepts(address(token), amount, Ledger.Contract);
        vm.assertEq(token.balanceOf(beneficiary), amount, "arrived");
    }

    function testFuzz_isRefusedAboveTheLimit(uint256 amount) external {
        amount = bound(amount, uint256(type(uint96).max) + 1, type(uint256).max);
        token.mint(donor, type(uint96).max);
        vm.prank(donor);
        token.approve(address(donations), type(uint96).max);
        refuses(address(token), amount, abi.encodeWithSelector(Uint96Token.TooLarge.selector, amount));
    }
}

contract Uint96Token is Token {
    error TooLarge(uint256 amount);

    function approve(address spender, uint256 amount) public override returns (bool) {
        return super.approve(spender, fits(amount));
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        return super.transferFrom(from, to, fits(amount));
    }

    function fits(uint256 amount) private pure returns (uint256) {
        if (amount > type(uint96).max) revert TooLarge(amount);
        return amount;
    }
}
