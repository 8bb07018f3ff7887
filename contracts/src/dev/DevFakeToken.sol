// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title A token for development chains that lies: it says yes to everything and moves nothing
/// @notice No token list may name it. It calls itself USDC, emits no `Transfer`, and so shows why a `Donation` alone
/// proves nothing; `forge` emits a `Transfer` of money that does not exist.
contract DevFakeToken {
    string public constant name = "USD Coin";
    string public constant symbol = "USDC";
    uint8 public constant decimals = 6;

    event Transfer(address indexed from, address indexed to, uint256 amount);

    function forge(address from, address to, uint256 amount) external {
        emit Transfer(from, to, amount);
    }

    function balanceOf(address) external pure returns (uint256) {
        return type(uint256).max;
    }

    function allowance(address, address) external pure returns (uint256) {
        return type(uint256).max;
    }

    function approve(address, uint256) external pure returns (bool) {
        return true;
    }

    function transfer(address, uint256) external pure returns (bool) {
        return true;
    }

    function transferFrom(address, address, uint256) external pure returns (bool) {
        return true;
    }
}
