// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";

import {OddTokenTest, Token} from "../support/OddTokenTest.sol";

/// Its issuer can stop all transfers (USDC, USDT, and many more). While it is stopped gifts fail with the token's own
/// reason, and afterwards they go through. The ledger counts those as `contract`.
contract PausableTest is OddTokenTest {
    function test_failsWhileStoppedOnly() external {
        PausableToken token = new PausableToken();
        token.mint(donor, 10);
        vm.prank(donor);
        token.approve(address(donations), 10);
        token.pause();
        refuses(address(token), 10, abi.encodeWithSelector(Pausable.EnforcedPause.selector));
        token.unpause();
        accepts(address(token), 10, Ledger.Contract);
        vm.assertEq(token.balanceOf(beneficiary), 10, "arrived");
    }
}

contract PausableToken is Token, Pausable {
    function pause() external {
        _pause();
    }

    function unpause() external {
        _unpause();
    }

    function _update(address from, address to, uint256 amount) internal override whenNotPaused {
        super._update(from, to, amount);
    }
}
