// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

import {Test} from "./Test.sol";

/// @dev A signature as ERC-2612 and ERC-3009 take it.
struct Signature {
    uint8 v;
    bytes32 r;
    bytes32 s;
}

/// @dev Signs typed data (EIP-712), with the types written out by hand.
abstract contract Signing is Test {
    function signPermit(uint256 key, IERC20Permit token, address spender, uint256 amount, uint256 deadline)
        internal
        view
        returns (Signature memory)
    {
        bytes32 permitType =
            keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        address owner = vm.addr(key);
        uint256 nonce = token.nonces(owner);
        return signTyped(
            key, token.DOMAIN_SEPARATOR(), keccak256(abi.encode(permitType, owner, spender, amount, nonce, deadline))
        );
    }

    function signTyped(uint256 key, bytes32 domain, bytes32 terms) internal pure returns (Signature memory signature) {
        (signature.v, signature.r, signature.s) = vm.sign(key, keccak256(abi.encodePacked(hex"1901", domain, terms)));
    }
}
