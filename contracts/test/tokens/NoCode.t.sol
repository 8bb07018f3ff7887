// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OddTokenTest} from "../support/OddTokenTest.sol";

/// There is no contract at the token's address, so a call to it "succeeds". The gift fails all the same: an event about
/// money that does not exist would be a lie. The ledger never sees it.
contract NoCodeTest is OddTokenTest {
    function testFuzz_anAddressWithoutCodeIsRefused(address token) external {
        vm.assume(token.code.length == 0 && uint160(token) > 0x1ff);
        refuses(token, 1, notTrue(token));
    }

    function test_theNativeCoinsNameIsRefused() external {
        refuses(NATIVE, 1, notTrue(NATIVE));
    }

    function test_theZeroAddressIsRefused() external {
        refuses(address(0), 1, notTrue(address(0)));
    }

    /// The precompiled contracts answer, but never "true", and have no code. (0x100 checks P-256 signatures.)
    function test_precompiledContractsAreRefused() external {
        for (uint160 i = 1; i <= 0x120; ++i) {
            vm.prank(donor);
            (bool done,) = address(donations).call{gas: 200_000}(
                abi.encodeWithSignature("donate(bytes32,address,uint256)", campaign, address(i), 1)
            );
            vm.assertTrue(!done, "refused");
        }
    }

    function test_theContractItselfIsNoToken() external {
        refuses(address(donations), 1, "");
    }

    function testFuzz_withAPermitItIsRefusedAsWell(address token, uint8 v, bytes32 r, bytes32 s) external {
        vm.assume(token.code.length == 0 && uint160(token) > 0x1ff);
        vm.expectRevert(bytes(""));
        vm.prank(donor);
        donations.donateWithPermit(campaign, token, 1, type(uint256).max, v, r, s);
    }
}
