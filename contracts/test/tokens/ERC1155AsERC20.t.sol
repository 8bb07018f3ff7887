// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";

import {OddTokenTest} from "../support/OddTokenTest.sol";

/// Has no `transferFrom` of this shape: the gift fails, with and without a permit. The ledger never sees it.
contract ERC1155AsERC20Test is OddTokenTest {
    function test_isRefused() external {
        Sets sets = new Sets();
        sets.mint(donor, 42, 10);
        vm.startPrank(donor);
        sets.setApprovalForAll(address(donations), true);
        vm.stopPrank();
        refuses(address(sets), 10, "");
        vm.expectRevert(bytes(""));
        vm.prank(donor);
        donations.donateWithPermit(campaign, address(sets), 10, type(uint256).max, 27, 0, 0);
        vm.assertEq(sets.balanceOf(donor, 42), 10, "nothing moved");
    }
}

contract Sets is ERC1155("") {
    function mint(address to, uint256 kind, uint256 amount) external {
        _mint(to, kind, amount, "");
    }
}
