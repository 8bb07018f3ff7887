// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @dev Emits any log: the only thing that those who read a chain have to go by.
abstract contract Says {
    function say(bytes32[] calldata topics, bytes calldata data) external {
        bytes memory copy = data;
        bytes32[4] memory t;
        uint256 count = topics.length;
        for (uint256 i = 0; i < count; ++i) {
            t[i] = topics[i];
        }
        assembly ("memory-safe") {
            let at := add(copy, 32)
            let size := mload(copy)
            switch count
            case 0 { log0(at, size) }
            case 1 { log1(at, size, mload(t)) }
            case 2 { log2(at, size, mload(t), mload(add(t, 32))) }
            case 3 { log3(at, size, mload(t), mload(add(t, 32)), mload(add(t, 64))) }
            default { log4(at, size, mload(t), mload(add(t, 32)), mload(add(t, 64)), mload(add(t, 96))) }
        }
    }
}

/// @dev A token with any number of decimals, and one oddity. Anyone may mint it.
contract OddToken is ERC20, Says {
    enum Oddity {
        None,
        Fee, // one in a hundred goes to `other`, as a second `Transfer`
        Unbacked, // emits `Transfer` and moves nothing
        Hook // calls the receiver before it emits `Transfer`
    }

    uint8 private immutable places;
    Oddity private immutable oddity;
    address private immutable other;

    constructor(string memory symbol, uint8 places_, Oddity oddity_, address other_) ERC20("Odd token", symbol) {
        places = places_;
        oddity = oddity_;
        other = other_;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function decimals() public view override returns (uint8) {
        return places;
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (oddity == Oddity.Unbacked) {
            emit Transfer(from, to, amount);
        } else if (oddity == Oddity.Fee && from != address(0)) {
            super._update(from, to, amount - amount / 100);
            super._update(from, other, amount / 100);
        } else {
            if (oddity == Oddity.Hook && to.code.length > 0) Wallet(payable(to)).tokensReceived();
            super._update(from, to, amount);
        }
    }
}

struct Call {
    address to;
    uint256 value;
    bytes data;
    bool mayFail;
}

/// @dev A contract wallet that makes any calls for anyone, and some by itself when coins or tokens come in.
contract Wallet is Says {
    Call[] private reaction;
    bool private isReacting;

    constructor() payable {}

    receive() external payable {
        react();
    }

    fallback() external payable {
        react();
    }

    function run(Call[] calldata calls) external payable {
        for (uint256 i = 0; i < calls.length; ++i) {
            make(calls[i]);
        }
    }

    function reactWith(Call[] calldata calls) external {
        delete reaction;
        for (uint256 i = 0; i < calls.length; ++i) {
            reaction.push(calls[i]);
        }
    }

    function tokensReceived() external {
        react();
    }

    function react() private {
        if (isReacting) return;
        isReacting = true;
        for (uint256 i = 0; i < reaction.length; ++i) {
            make(reaction[i]);
        }
        isReacting = false;
    }

    function make(Call memory one) private {
        (bool done,) = one.to.call{value: one.value}(one.data);
        require(done || one.mayFail, "a call failed");
    }
}
