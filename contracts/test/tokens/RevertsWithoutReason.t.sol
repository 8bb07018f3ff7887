// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OddTokenTest, Token} from "../support/OddTokenTest.sol";

/// Reverts with no data at all. The gift fails with no data as well: there is none to tell. The ledger never sees it.
contract RevertsWithoutReasonTest is OddTokenTest {
    function test_isRefused() external {
        SilentToken token = new SilentToken();
        token.mint(donor, 10);
        refuses(address(token), 10, "");
    }

    /// `assert` of old compilers burns all gas that it is given. The donor pays for it; nothing else happens.
    function test_anInvalidInstructionIsRefused() external {
        BurningToken token = new BurningToken();
        vm.prank(donor);
        (bool done,) = address(donations).call{gas: 1_000_000}(
            abi.encodeWithSignature("donate(bytes32,address,uint256)", campaign, token, 10)
        );
        vm.assertTrue(!done, "refused");
    }
}

contract SilentToken is Token {
    function transferFrom(address, address, uint256) public pure override returns (bool) {
        // forge-lint: disable-next-line(custom-errors)
        revert();
    }
}

contract BurningToken is Token {
    function transferFrom(address, address, uint256) public pure override returns (bool) {
        assembly {
            invalid()
        }
    }
}
