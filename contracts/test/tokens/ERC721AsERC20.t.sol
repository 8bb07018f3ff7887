// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {OddTokenTest} from "../support/OddTokenTest.sol";

/// Its `transferFrom` looks the same and takes an item's number for an amount. The donor's own item goes to the
/// beneficiary; nobody else's can. Its `Transfer` has the number as a topic, so the ledger, where an ERC-721 is never
/// listed, would reject the gift even if it were.
contract ERC721AsERC20Test is OddTokenTest {
    Items private immutable items = new Items();

    function test_theDonorsOwnItemMoves() external {
        items.mint(donor, 42);
        vm.prank(donor);
        items.approve(address(donations), 42);
        accepts(address(items), 42, Ledger.Rejected);
        vm.assertEq(items.ownerOf(42), beneficiary, "arrived");
    }

    function test_someoneElsesItemDoesNot() external {
        items.mint(stranger, 42);
        vm.prank(stranger);
        items.setApprovalForAll(address(donations), true);
        refuses(
            address(items), 42, abi.encodeWithSelector(IERC721Errors.ERC721IncorrectOwner.selector, donor, 42, stranger)
        );
        vm.assertEq(items.ownerOf(42), stranger, "where it was");
    }
}

contract Items is ERC721("Items", "ITEM") {
    function mint(address to, uint256 number) external {
        _mint(to, number);
    }
}
