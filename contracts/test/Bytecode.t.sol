// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDonations, Leg} from "../src/IDonations.sol";
import {DonationsTest} from "./support/DonationsTest.sol";

/// Property 6: what the runtime code cannot do, because the instructions for it are not there.
contract BytecodeTest is DonationsTest {
    /// SLOAD SSTORE TLOAD TSTORE, CALLCODE DELEGATECALL, CREATE CREATE2, SELFDESTRUCT.
    uint8[9] private forbidden = [0x54, 0x55, 0x5c, 0x5d, 0xf2, 0xf4, 0xf0, 0xf5, 0xff];

    /// Nothing that could make it act differently by who signed, when, in which block, or with which balances:
    /// ORIGIN GASPRICE BALANCE SELFBALANCE BLOCKHASH COINBASE TIMESTAMP NUMBER PREVRANDAO GASLIMIT CHAINID BASEFEE
    /// BLOBHASH BLOBBASEFEE EXTCODECOPY EXTCODEHASH.
    uint8[16] private unneeded =
        [0x32, 0x3a, 0x31, 0x47, 0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x48, 0x49, 0x4a, 0x3c, 0x3f];

    function test_nothingIsStoredDelegatedCreatedOrDestroyed() external view {
        uint256[256] memory count = instructionsOf(address(donations).code);
        for (uint256 i = 0; i < forbidden.length; ++i) {
            vm.assertEq(count[forbidden[i]], 0, "forbidden instruction");
        }
    }

    function test_nothingDependsOnTimeBlockOriginOrBalances() external view {
        uint256[256] memory count = instructionsOf(address(donations).code);
        for (uint256 i = 0; i < unneeded.length; ++i) {
            vm.assertEq(count[unneeded[i]], 0, "unneeded instruction");
        }
    }

    /// The transfer of a token, the transfer of the coin, the permit: no other call, and the four events.
    function test_itCallsInThreePlacesOnly() external view {
        uint256[256] memory count = instructionsOf(address(donations).code);
        vm.assertEq(count[0xfa], 0, "STATICCALL");
        vm.assertGt(count[0xf1], 2, "CALL");
        vm.assertLe(count[0xf1], 3, "CALL");
    }

    /// The reader itself: it sees instructions, and is not deceived by the same bytes as data of a PUSH.
    function test_theReaderReadsInstructionsNotBytes() external pure {
        bytes32 calls = bytes32(type(uint256).max / 0xff * 0xf4);
        // PUSH2 SSTORE SSTORE, PUSH0, SLOAD, PUSH32 thirty-two times DELEGATECALL, CREATE2
        bytes memory code = abi.encodePacked(hex"6155555f547f", calls, hex"f5");
        uint256[256] memory count = instructionsOf(code);
        vm.assertEq(count[0x55], 0, "SSTORE is data");
        vm.assertEq(count[0xf4], 0, "DELEGATECALL is data");
        vm.assertEq(count[0x54], 1, "SLOAD is an instruction");
        vm.assertEq(count[0xf5], 1, "CREATE2 is an instruction");
    }

    function testFuzz_aFunctionThatTakesNoCoinRefusesIt(uint256 value) external {
        value = bound(value, 1, 1_000 ether);
        bytes[8] memory calls = [
            abi.encodeCall(donations.announce, (1, "x")),
            abi.encodeCall(donations.close, (1)),
            abi.encodeCall(donations.move, (1, campaign)),
            abi.encodeWithSignature("donate(bytes32,address,uint256)", campaign, address(this), 1),
            abi.encodeWithSignature("donateBatch(address,(bytes32,uint256)[])", address(this), new Leg[](1)),
            abi.encodeCall(donations.donateWithPermit, (campaign, address(this), 1, 1, 27, 0, 0)),
            abi.encodeCall(donations.campaignIdOf, (beneficiary, 1)),
            abi.encodeCall(donations.beneficiaryOf, (campaign))
        ];
        vm.startPrank(donor);
        for (uint256 i = 0; i < calls.length; ++i) {
            (bool done,) = address(donations).call{value: value}(calls[i]);
            vm.assertTrue(!done, "not payable");
        }
        vm.stopPrank();
    }

    function testFuzz_thereIsNoReceiveAndNoFallback(uint256 value, bytes4 selector, bytes calldata rest) external {
        value = bound(value, 0, 1_000 ether);
        vm.assume(selector != bytes4(keccak256("donate(bytes32)")));
        vm.assume(selector != donations.announce.selector && selector != donations.close.selector);
        vm.assume(selector != donations.campaignIdOf.selector && selector != donations.beneficiaryOf.selector);
        vm.assume(selector != donations.move.selector);
        vm.prank(donor);
        (bool done,) = address(donations).call{value: value}(bytes.concat(selector, rest));
        vm.assertTrue(!done, "refused");
        vm.prank(donor);
        (done,) = address(donations).call{value: value}("");
        vm.assertTrue(!done, "refused");
    }

    /// Counts each instruction, skipping the data of PUSH1 … PUSH32.
    function instructionsOf(bytes memory code) private pure returns (uint256[256] memory count) {
        for (uint256 i = 0; i < code.length; ++i) {
            uint8 instruction = uint8(code[i]);
            count[instruction]++;
            if (instruction >= 0x60 && instruction <= 0x7f) i += instruction - 0x5f;
        }
    }
}
