// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {DevToken} from "../src/dev/DevToken.sol";
import {IDonations} from "../src/IDonations.sol";
import {DonationsTest} from "./support/DonationsTest.sol";
import {Vm} from "./support/Test.sol";

/// Property 2 for tokens: what the event says leaves the donor and reaches the beneficiary, and nothing else changes.
contract DonateTokenTest is DonationsTest {
    DevToken private immutable token = new DevToken();

    function setUp() external {
        token.mint(stranger, 1e24);
        vm.prank(stranger);
        token.approve(address(donations), type(uint256).max);
    }

    function testFuzz_theAmountReachesTheBeneficiary(uint96 number, uint256 amount, uint256 rest, uint256 had)
        external
    {
        amount = bound(amount, 1, type(uint128).max);
        rest = bound(rest, 0, type(uint96).max);
        had = bound(had, 0, type(uint96).max);
        token.mint(donor, amount + rest);
        token.mint(beneficiary, had);
        vm.prank(donor);
        token.approve(address(donations), amount + 1);

        expectDonation(campaignOf(beneficiary, number), donor, address(token), amount);
        vm.expectEmit(address(token));
        emit IERC20.Transfer(donor, beneficiary, amount);
        vm.prank(donor);
        donations.donate(campaignOf(beneficiary, number), address(token), amount);

        vm.assertEq(token.balanceOf(beneficiary), had + amount, "the beneficiary has it");
        vm.assertEq(token.balanceOf(donor), rest, "the donor gave it");
        vm.assertEq(token.balanceOf(address(donations)), 0, "nothing stayed");
        vm.assertEq(token.balanceOf(stranger), 1e24, "nobody else is concerned");
        vm.assertEq(token.allowance(donor, address(donations)), 1, "the allowance is used for the gift only");
        vm.assertEq(donor.balance, 1_000 ether, "no ether is involved");
    }

    /// The event comes before the money, so that an indexer can tell whose money it is.
    function test_theEventComesBeforeTheTransfer() external {
        token.mint(donor, 10);
        vm.prank(donor);
        token.approve(address(donations), 10);
        vm.recordLogs();
        vm.prank(donor);
        donations.donate(campaign, address(token), 10);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs.length, 2, "two logs");
        vm.assertEq(logs[0].topics[0], IDonations.Donation.selector, "the gift");
        vm.assertEq(logs[1].topics[0], IERC20.Transfer.selector, "its money");
    }

    function test_nothingIsNoGift() external {
        vm.expectRevert(abi.encodeWithSelector(IDonations.ZeroAmount.selector));
        vm.prank(donor);
        donations.donate(campaign, address(token), 0);
    }

    function testFuzz_aGiftToNobodyIsRefused(uint96 number) external {
        vm.expectRevert(abi.encodeWithSelector(IDonations.BadBeneficiary.selector, address(0)));
        vm.prank(stranger);
        donations.donate(campaignOf(address(0), number), address(token), 1);
    }

    function test_aGiftToTheContractItselfIsRefused() external {
        vm.expectRevert(abi.encodeWithSelector(IDonations.BadBeneficiary.selector, address(donations)));
        vm.prank(stranger);
        donations.donate(campaignOf(address(donations), 1), address(token), 1);
    }

    function test_withoutAllowanceTheTokensOwnReasonIsTold() external {
        token.mint(donor, 10);
        vm.prank(donor);
        token.approve(address(donations), 4);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(donations), 4, 10)
        );
        vm.prank(donor);
        donations.donate(campaign, address(token), 10);
    }

    function test_withoutBalanceTheTokensOwnReasonIsTold() external {
        vm.prank(donor);
        token.approve(address(donations), 10);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, donor, 0, 10));
        vm.prank(donor);
        donations.donate(campaign, address(token), 10);
    }

    function test_theNativeCoinsNameIsNotAToken() external {
        vm.expectRevert();
        vm.prank(donor);
        donations.donate(campaign, NATIVE, 1);
    }

    /// Tokens sent to the contract by mistake stay there: no one can take or give them.
    function test_tokensSentByMistakeAreNotGivenAway() external {
        token.mint(address(donations), 50);
        vm.prank(stranger);
        donations.donate(campaign, address(token), 10);
        vm.assertEq(token.balanceOf(address(donations)), 50, "the mistake stays");
        vm.assertEq(token.balanceOf(beneficiary), 10, "the gift arrives");
    }

    function test_aDonorMayGiveToItself() external {
        expectDonation(campaignOf(stranger, 1), stranger, address(token), 10);
        vm.prank(stranger);
        donations.donate(campaignOf(stranger, 1), address(token), 10);
        vm.assertEq(token.balanceOf(stranger), 1e24, "it has what it had");
    }
}
