// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title An ordinary play token for development chains, which anyone may mint
/// @notice 18 decimals, permits (ERC-2612).
contract DevToken is ERC20Permit {
    constructor() ERC20("Development Token", "DEV") ERC20Permit("Development Token") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}
