// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @dev What a contract does when the token tells it that tokens go or came.
interface Hooked {
    function tokensToSend(address to, uint256 amount) external;
    function tokensReceived(address from, uint256 amount) external;
}

/// @dev Like ERC-777: calls the sender before, and the receiver after tokens move, if they are contracts.
contract HookToken is ERC20("Hook Token", "HOOK") {
    function mint(address to, uint256 amount) external {
        super._update(address(0), to, amount);
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (from.code.length > 0) Hooked(from).tokensToSend(to, amount);
        super._update(from, to, amount);
        if (to.code.length > 0) Hooked(to).tokensReceived(from, amount);
    }
}
