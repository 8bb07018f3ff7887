// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {DevToken} from "../src/dev/DevToken.sol";
import {DevUSDC} from "../src/dev/DevUSDC.sol";
import {DevUSDT} from "../src/dev/DevUSDT.sol";
import {IDonations, Leg} from "../src/IDonations.sol";
import {AnyCall} from "./support/AnyCall.sol";

/// Property 3: who neither calls nor signs loses nothing, whatever it allowed the contract, whoever calls with whatever.
/// Property 1 on the way: nor does the contract's own balance change.
contract AllowancesTest is AnyCall {
    DevUSDC private immutable usdc = new DevUSDC();
    DevUSDT private immutable usdt = new DevUSDT();
    DevToken private immutable dev = new DevToken();
    address private immutable victim = account("victim");
    address[] private accounts;
    address[] private tokens;

    function setUp() external {
        accounts = [victim, stranger, beneficiary, address(donations), address(0), address(usdc)];
        tokens = [address(usdc), address(usdt), address(dev)];
        address[2] memory holders = [victim, address(donations)];
        for (uint256 i = 0; i < holders.length; ++i) {
            usdc.mint(holders[i], 1_000);
            usdt.mint(holders[i], 1_000);
            dev.mint(holders[i], 1_000);
            vm.deal(holders[i], 1_000);
        }
        vm.startPrank(victim);
        usdc.approve(address(donations), type(uint256).max);
        usdt.approve(address(donations), type(uint256).max);
        dev.approve(address(donations), type(uint256).max);
        vm.stopPrank();
    }

    function testFuzz_whoNeitherCallsNorSignsLosesNothing(address caller, uint256 seed) external {
        vm.assume(caller != victim && caller != address(donations));
        (bytes memory call_, uint256 value) = anyCall(dice(seed, uint160(caller)), accounts, tokens, 100);
        vm.deal(caller, value);
        vm.prank(caller);
        (bool ignored,) = address(donations).call{value: value}(call_);
        nothingIsLost(ignored);
    }

    function testFuzz_noiseMovesNothing(address caller, uint256 value, bytes calldata noise) external {
        vm.assume(caller != victim && caller != address(donations));
        vm.deal(caller, value = bound(value, 0, 100));
        vm.prank(caller);
        (bool ignored,) = address(donations).call{value: value}(noise);
        nothingIsLost(ignored);
    }

    /// The contract spends the allowance of the caller, even where the beneficiary has given one as well.
    function test_theBeneficiarysAllowanceIsNotSpent() external {
        vm.expectRevert();
        vm.prank(stranger);
        donations.donate(campaignOf(victim, 1), address(usdc), 1);
        nothingIsLost(false);
    }

    /// `transferFrom` is the only function of a token that it calls, apart from `permit`, and always for the caller.
    function test_itsOwnTokensCannotBeTaken() external {
        vm.startPrank(stranger);
        vm.expectRevert();
        donations.donate(campaignOf(stranger, 1), address(usdc), 1);
        Leg[] memory legs = new Leg[](1);
        legs[0] = leg(stranger, 1, 1);
        vm.expectRevert();
        donations.donateBatch(address(usdc), legs);
        vm.expectRevert();
        donations.donateWithPermit(campaignOf(stranger, 1), address(usdc), 1, type(uint256).max, 27, 0, 0);
        vm.stopPrank();
        nothingIsLost(false);
    }

    /// The victim may be given something. Whether the call went through does not matter.
    function nothingIsLost(bool) private view {
        for (uint256 i = 0; i < tokens.length; ++i) {
            IERC20 token = IERC20(tokens[i]);
            vm.assertEq(token.balanceOf(victim), 1_000, "the victim's tokens");
            vm.assertEq(token.allowance(victim, address(donations)), type(uint256).max, "its allowance");
            vm.assertEq(token.balanceOf(address(donations)), 1_000, "the contract's own tokens");
        }
        vm.assertLe(1_000, victim.balance, "the victim's coins");
        vm.assertEq(address(donations).balance, 1_000, "the contract's own coins");
    }
}
