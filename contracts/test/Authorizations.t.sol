// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {
    ERC20TransferAuthorization
} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20TransferAuthorization.sol";
import {ERC3009} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC3009.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IERC3009} from "@openzeppelin/contracts/interfaces/draft-IERC3009.sol";

import {DevUSDC} from "../src/dev/DevUSDC.sol";
import {DonationsTest} from "./support/DonationsTest.sol";
import {Signature, Signing} from "./support/Signing.sol";

/// A gift by authorization (ERC-3009) needs no contract of ours: the campaign's number is in the nonce, which is
/// number (12 bytes) ++ random (12 bytes) ++ zero (8 bytes). The eight zero bytes make it fit both kinds of tokens:
/// those that take any nonce once (USDC), and those whose last eight bytes count upwards from zero for each key.
contract AuthorizationsTest is DonationsTest, Signing {
    bytes32 private constant TRANSFER = keccak256(
        "TransferWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
    );
    bytes32 private constant CANCEL = keccak256("CancelAuthorization(address authorizer,bytes32 nonce)");
    uint256 private constant KEY = 0x3009;
    address private immutable giver = vm.addr(0x3009);
    ERC3009[2] private tokens = [ERC3009(new DevUSDC()), new CountingNonces()];

    function setUp() external {
        vm.warp(1_800_000_000);
        for (uint256 i = 0; i < tokens.length; ++i) {
            DevUSDC(address(tokens[i])).mint(giver, 1_000);
        }
    }

    function testFuzz_anyoneMayHandItInAndTheMoneyGoesWhereItShould(
        address relay,
        uint96 number,
        uint96 random,
        uint256 which
    ) external {
        ERC3009 token = tokens[which % 2];
        bytes32 nonce = nonceOf(number, random);
        Signature memory signed = signTransfer(token, nonce);
        vm.expectEmit(address(token));
        emit IERC3009.AuthorizationUsed(giver, nonce);
        handIn(token, nonce, signed, relay);
        vm.assertEq(token.balanceOf(beneficiary), 10, "arrived");
        vm.assertEq(token.balanceOf(giver), 990, "given");
        vm.assertTrue(token.authorizationState(giver, nonce), "used");
    }

    /// Handing it in first changes nothing but who pays the gas; a second time fails.
    function test_frontRunningGivesTheSameGiftOnce() external {
        for (uint256 i = 0; i < tokens.length; ++i) {
            bytes32 nonce = nonceOf(7, 1);
            Signature memory signed = signTransfer(tokens[i], nonce);
            handIn(tokens[i], nonce, signed, stranger);
            vm.expectRevert();
            handIn(tokens[i], nonce, signed, donor);
            vm.assertEq(tokens[i].balanceOf(beneficiary), 10, "once");
        }
    }

    /// The beneficiary, the amount and the campaign's number are signed.
    function testFuzz_aChangedNonceIsNotSigned(bytes32 nonce) external {
        vm.assume(nonce != nonceOf(7, 1));
        Signature memory signed = signTransfer(tokens[0], nonceOf(7, 1));
        vm.expectRevert(ERC3009.ERC3009InvalidSignature.selector);
        handIn(tokens[0], nonce, signed, stranger);
    }

    function test_aCancelledAuthorizationGivesNothing() external {
        for (uint256 i = 0; i < tokens.length; ++i) {
            bytes32 nonce = nonceOf(7, 2);
            Signature memory signed = signTransfer(tokens[i], nonce);
            Signature memory cancels = signTyped(KEY, domainOf(tokens[i]), keccak256(abi.encode(CANCEL, giver, nonce)));
            tokens[i].cancelAuthorization(giver, nonce, cancels.v, cancels.r, cancels.s);
            vm.expectRevert();
            handIn(tokens[i], nonce, signed, stranger);
            vm.assertEq(tokens[i].balanceOf(giver), 1_000, "nothing was given");
        }
    }

    function testFuzz_manyGiftsToOneCampaignNeedNoOrder(uint96 first, uint96 second, uint256 which) external {
        vm.assume(first != second);
        ERC3009 token = tokens[which % 2];
        Signature memory one = signTransfer(token, nonceOf(7, first));
        Signature memory other = signTransfer(token, nonceOf(7, second));
        handIn(token, nonceOf(7, second), other, stranger);
        handIn(token, nonceOf(7, first), one, stranger);
        vm.assertEq(token.balanceOf(beneficiary), 20, "both arrived");
    }

    /// Without the zero bytes a token that counts would refuse.
    function testFuzz_theZeroBytesAreNeeded(uint64 end) external {
        vm.assume(end != 0);
        bytes32 nonce = bytes32(uint256(nonceOf(7, 3)) | end);
        Signature memory signed = signTransfer(tokens[1], nonce);
        vm.expectRevert();
        handIn(tokens[1], nonce, signed, stranger);
    }

    /// The same example is in the tests of the helpers in Java and TypeScript.
    function test_theNonceIsTheOneThatTheHelpersWrite() external pure {
        bytes32 written = 0x000000000000000000000007000000000000000000005eed0000000000000000;
        vm.assertEq(nonceOf(7, 0x5eed), written, "number, random, zeros");
    }

    function nonceOf(uint96 number, uint96 random) private pure returns (bytes32) {
        return bytes32(abi.encodePacked(number, random, uint64(0)));
    }

    function signTransfer(ERC3009 token, bytes32 nonce) private view returns (Signature memory) {
        uint256 until = block.timestamp + 3_600;
        return signTyped(KEY, domainOf(token), keccak256(abi.encode(TRANSFER, giver, beneficiary, 10, 0, until, nonce)));
    }

    function handIn(ERC3009 token, bytes32 nonce, Signature memory signed, address relay) private {
        uint256 until = block.timestamp + 3_600;
        vm.prank(relay);
        token.transferWithAuthorization(giver, beneficiary, 10, 0, until, nonce, signed.v, signed.r, signed.s);
    }

    function domainOf(ERC3009 token) private view returns (bytes32) {
        return DevUSDC(address(token)).DOMAIN_SEPARATOR();
    }
}

/// @dev OpenZeppelin's other kind: the last eight bytes of a nonce count upwards, for each key of the first 24.
contract CountingNonces is ERC20TransferAuthorization {
    constructor() ERC20("Counting", "COUNT") EIP712("Counting", "1") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    // forge-lint: disable-next-line(mixed-case-function)
    function DOMAIN_SEPARATOR() external view returns (bytes32) {
        return _domainSeparatorV4();
    }
}
