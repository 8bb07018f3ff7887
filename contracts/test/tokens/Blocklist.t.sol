// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Leg} from "../../src/IDonations.sol";
import {OddTokenTest, Token} from "../support/OddTokenTest.sol";

/// Its issuer can block accounts (USDC, USDT). A gift from or to a blocked account fails with the token's own reason,
/// and a batch with one blocked beneficiary fails as a whole: leave that leg out. If the issuer blocks this contract,
/// plain transfers still work. The ledger never sees what failed.
contract BlocklistTest is OddTokenTest {
    BlocklistToken private immutable token = new BlocklistToken();

    function setUp() external {
        token.mint(donor, 10);
        vm.prank(donor);
        token.approve(address(donations), 10);
    }

    function test_aBlockedBeneficiaryCannotReceive() external {
        token.block_(beneficiary);
        refuses(address(token), 10, abi.encodeWithSelector(BlocklistToken.Blocked.selector, beneficiary));
    }

    function test_aBlockedDonorCannotGive() external {
        token.block_(donor);
        refuses(address(token), 10, abi.encodeWithSelector(BlocklistToken.Blocked.selector, donor));
    }

    function test_oneBlockedBeneficiarySpoilsTheBatch() external {
        token.block_(beneficiary);
        Leg[] memory legs = new Leg[](2);
        legs[0] = leg(stranger, 1, 5);
        legs[1] = leg(beneficiary, 1, 5);
        vm.expectRevert(abi.encodeWithSelector(BlocklistToken.Blocked.selector, beneficiary));
        vm.prank(donor);
        donations.donateBatch(address(token), legs);
        vm.assertEq(token.balanceOf(stranger), 0, "nobody received");
    }

    function test_othersAreNotConcerned() external {
        token.block_(stranger);
        accepts(address(token), 10, Ledger.Contract);
    }
}

contract BlocklistToken is Token {
    mapping(address account => bool) private isBlocked;

    error Blocked(address account);

    function block_(address account) external {
        isBlocked[account] = true;
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (isBlocked[from]) revert Blocked(from);
        if (isBlocked[to]) revert Blocked(to);
        super._update(from, to, amount);
    }
}
