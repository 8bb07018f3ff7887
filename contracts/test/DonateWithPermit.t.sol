// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

import {DevToken} from "../src/dev/DevToken.sol";
import {DevUSDC} from "../src/dev/DevUSDC.sol";
import {DevUSDT} from "../src/dev/DevUSDT.sol";
import {IDonations} from "../src/IDonations.sol";
import {DonationsTest} from "./support/DonationsTest.sol";
import {Signature, Signing} from "./support/Signing.sol";
import {Token} from "./support/OddTokenTest.sol";

/// Property 9: a permit is of use to its signer only, and nobody can spoil the gift by using it first.
contract DonateWithPermitTest is DonationsTest, Signing {
    uint256 private constant KEY = 0xD0;
    address private immutable signer = vm.addr(0xD0);
    DevUSDC private immutable usdc = new DevUSDC();
    DevToken private immutable dev = new DevToken();

    function setUp() external {
        vm.warp(1_800_000_000);
        usdc.mint(signer, 1_000);
        dev.mint(signer, 1_000);
    }

    function testFuzz_oneTransactionWithoutAllowance(uint256 amount, uint96 number, bool isUsdc) external {
        amount = bound(amount, 1, 1_000);
        address token = isUsdc ? address(usdc) : address(dev);
        Signature memory signature = signPermit(KEY, IERC20Permit(token), address(donations), amount, block.timestamp);
        expectDonation(campaignOf(beneficiary, number), signer, token, amount);
        vm.prank(signer);
        donations.donateWithPermit(
            campaignOf(beneficiary, number), token, amount, block.timestamp, signature.v, signature.r, signature.s
        );
        vm.assertEq(IERC20(token).balanceOf(beneficiary), amount, "arrived");
        vm.assertEq(IERC20(token).balanceOf(signer), 1_000 - amount, "given");
        vm.assertEq(IERC20(token).allowance(signer, address(donations)), 0, "no allowance is left");
    }

    function test_onePermitAfterAnother() external {
        for (uint256 i = 1; i <= 3; ++i) {
            give(signer, 10, signPermit(KEY, usdc, address(donations), 10, block.timestamp));
            vm.assertEq(usdc.nonces(signer), i, "each permit is used");
        }
        vm.assertEq(usdc.balanceOf(beneficiary), 30, "all arrived");
    }

    /// The reason why the owner is never an argument: a permit is public as soon as it is sent.
    function testFuzz_aCopiedPermitIsOfNoUseToOthers(address thief) external {
        vm.assume(thief != signer && thief.code.length == 0 && thief != address(0));
        Signature memory signature = signPermit(KEY, usdc, address(donations), 10, block.timestamp);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(donations), 0, 10)
        );
        give(thief, 10, signature);
        vm.assertEq(usdc.balanceOf(signer), 1_000, "nothing is lost");
        vm.assertEq(usdc.nonces(signer), 0, "the permit is still good");
        give(signer, 10, signature);
        vm.assertEq(usdc.balanceOf(beneficiary), 10, "for its signer");
    }

    /// Someone sees the permit and hands it to the token first. The allowance is there all the same.
    function testFuzz_aFrontRunPermitDoesNotSpoilTheGift(address runner) external {
        vm.assume(runner != signer && runner.code.length == 0 && runner != address(0));
        Signature memory signature = signPermit(KEY, usdc, address(donations), 10, block.timestamp);
        vm.prank(runner);
        usdc.permit(signer, address(donations), 10, block.timestamp, signature.v, signature.r, signature.s);

        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(donations), 0, 10)
        );
        give(runner, 10, signature);

        give(signer, 10, signature);
        vm.assertEq(usdc.balanceOf(beneficiary), 10, "arrived once");
        vm.assertEq(usdc.balanceOf(signer), 990, "given once");
    }

    function test_anExpiredPermitFails() external {
        Signature memory signature = signPermit(KEY, usdc, address(donations), 10, block.timestamp);
        vm.warp(block.timestamp + 1);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(donations), 0, 10)
        );
        vm.prank(signer);
        donations.donateWithPermit(
            campaign, address(usdc), 10, block.timestamp - 1, signature.v, signature.r, signature.s
        );
    }

    function test_anExpiredPermitDoesNotMatterWithAnAllowance() external {
        vm.prank(signer);
        usdc.approve(address(donations), 10);
        give(signer, 10, Signature(27, "no", "signature"));
        vm.assertEq(usdc.balanceOf(beneficiary), 10, "arrived");
    }

    /// Every signature has a twin with the other v and n - s. The token must refuse it, and the gift fails.
    function test_aMalleableTwinIsRefused() external {
        Signature memory twin = signPermit(KEY, usdc, address(donations), 10, block.timestamp);
        twin.v = twin.v == 27 ? 28 : 27;
        twin.s = bytes32(0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141 - uint256(twin.s));
        vm.expectRevert(abi.encodeWithSelector(ECDSA.ECDSAInvalidSignatureS.selector, twin.s));
        usdc.permit(signer, address(donations), 10, block.timestamp, twin.v, twin.r, twin.s);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(donations), 0, 10)
        );
        give(signer, 10, twin);
    }

    /// What was signed is what is allowed: for another spender, amount or time the signature is another one.
    function test_aPermitForSomethingElseIsOfNoUse() external {
        Signature[3] memory others = [
            signPermit(KEY, usdc, stranger, 10, block.timestamp),
            signPermit(KEY, usdc, address(donations), 9, block.timestamp),
            signPermit(KEY, usdc, address(donations), 10, block.timestamp + 1)
        ];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(donations), 0, 10)
            );
            give(signer, 10, others[i]);
        }
    }

    /// DAI's permit takes other arguments. The call fails, and counts for nothing: an allowance is needed.
    function test_aTokenLikeDai() external {
        DaiLike dai = new DaiLike();
        needsAnAllowance(dai);
        vm.assertEq(dai.permitted(), 0, "its permit was not used");
    }

    function test_aTokenWithoutPermit() external {
        needsAnAllowance(new Token());
        DevUSDT usdt = new DevUSDT();
        usdt.mint(signer, 10);
        vm.startPrank(signer);
        usdt.approve(address(donations), 10);
        donations.donateWithPermit(campaign, address(usdt), 10, block.timestamp, 27, 0, 0);
        vm.stopPrank();
        vm.assertEq(usdt.balanceOf(beneficiary), 10, "arrived");
    }

    /// WETH has no permit but a fallback that accepts everything. Whoever believes such a "permit" of an owner given as
    /// an argument hands out every allowance of that owner.
    function test_aPhantomPermitGivesNoAllowance() external {
        needsAnAllowance(new PhantomPermit());
    }

    function testFuzz_aPhantomPermitStealsFromNobody(address thief, uint8 v, bytes32 r, bytes32 s) external {
        vm.assume(thief != signer && thief.code.length == 0 && thief != address(0));
        PhantomPermit weth = new PhantomPermit();
        weth.mint(signer, 100);
        vm.prank(signer);
        weth.approve(address(donations), type(uint256).max);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(donations), 0, 10)
        );
        vm.prank(thief);
        donations.donateWithPermit(campaignOf(thief, 1), address(weth), 10, block.timestamp, v, r, s);
        vm.assertEq(weth.balanceOf(signer), 100, "nothing is lost");
    }

    /// A contract wallet has no key, so no signature of this shape; tokens ask ERC-1271 with another one. It gives with an
    /// allowance, in one batch of its own, and a permit that fails does not get in its way.
    function test_aContractWalletGivesWithAnAllowance() external {
        Wallet wallet = new Wallet();
        dev.mint(address(wallet), 10);
        Signature memory signature = signPermit(KEY, dev, address(donations), 10, block.timestamp);
        bytes memory give_ = abi.encodeCall(
            donations.donateWithPermit,
            (campaign, address(dev), 10, block.timestamp, signature.v, signature.r, signature.s)
        );
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(donations), 0, 10)
        );
        wallet.run(address(donations), give_);

        wallet.run(address(dev), abi.encodeCall(dev.approve, (address(donations), 10)));
        expectDonation(campaign, address(wallet), address(dev), 10);
        wallet.run(address(donations), give_);
        vm.assertEq(dev.balanceOf(beneficiary), 10, "arrived");
    }

    /// A token whose `permit` asks ERC-1271 with the three parts as bytes works as well.
    function test_aContractWalletGivesWithAPermitWhereTheTokenAsksIt() external {
        Wallet wallet = new Wallet();
        AsksWallets token = new AsksWallets();
        token.mint(address(wallet), 10);
        wallet.run(
            address(donations),
            abi.encodeCall(
                donations.donateWithPermit, (campaign, address(token), 10, block.timestamp, 27, "yes", "yes")
            )
        );
        vm.assertEq(token.balanceOf(beneficiary), 10, "arrived");
    }

    function test_nothingIsNoGift() external {
        Signature memory signature = signPermit(KEY, usdc, address(donations), 0, block.timestamp);
        vm.expectRevert(abi.encodeWithSelector(IDonations.ZeroAmount.selector));
        give(signer, 0, signature);
    }

    function test_aGiftToNobodyIsRefusedAndThePermitStaysUnused() external {
        Signature memory signature = signPermit(KEY, usdc, address(donations), 10, block.timestamp);
        vm.expectRevert(abi.encodeWithSelector(IDonations.BadBeneficiary.selector, address(0)));
        vm.prank(signer);
        donations.donateWithPermit(
            campaignOf(address(0), 1), address(usdc), 10, block.timestamp, signature.v, signature.r, signature.s
        );
        vm.assertEq(usdc.nonces(signer), 0, "unused");
    }

    /// Fails without an allowance, and works with one.
    function needsAnAllowance(Token token) private {
        token.mint(signer, 10);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(donations), 0, 10)
        );
        vm.prank(signer);
        donations.donateWithPermit(campaign, address(token), 10, block.timestamp, 27, 0, 0);
        vm.prank(signer);
        token.approve(address(donations), 10);
        vm.prank(signer);
        donations.donateWithPermit(campaign, address(token), 10, block.timestamp, 27, 0, 0);
        vm.assertEq(token.balanceOf(beneficiary), 10, "arrived");
    }

    function give(address giver, uint256 amount, Signature memory signature) private {
        vm.prank(giver);
        donations.donateWithPermit(
            campaign, address(usdc), amount, block.timestamp, signature.v, signature.r, signature.s
        );
    }
}

contract DaiLike is Token {
    uint256 public permitted;

    function permit(address, address, uint256, uint256, bool, uint8, bytes32, bytes32) external {
        permitted++;
    }
}

contract PhantomPermit is Token {
    fallback() external {}
}

/// @dev Does what it is told, and finds any signature that says yes twice right.
contract Wallet {
    function run(address target, bytes calldata data) external {
        (bool done, bytes memory reason) = target.call(data);
        if (done) return;
        assembly ("memory-safe") {
            revert(add(reason, 32), mload(reason))
        }
    }

    function isValidSignature(bytes32, bytes calldata signature) external pure returns (bytes4) {
        bytes32 agreed = "yes";
        return keccak256(signature) == keccak256(abi.encodePacked(agreed, agreed, uint8(27)))
            ? this.isValidSignature.selector
            : bytes4(0);
    }
}

contract AsksWallets is Token {
    error NotValid();

    function permit(address owner, address spender, uint256 amount, uint256, uint8 v, bytes32 r, bytes32 s) external {
        bytes4 answer = Wallet(owner).isValidSignature("terms", abi.encodePacked(r, s, v));
        if (answer != Wallet.isValidSignature.selector) revert NotValid();
        _approve(owner, spender, amount);
    }
}
