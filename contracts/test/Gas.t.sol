// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

import {DevToken} from "../src/dev/DevToken.sol";
import {DevUSDC} from "../src/dev/DevUSDC.sol";
import {DevUSDT} from "../src/dev/DevUSDT.sol";
import {Leg} from "../src/IDonations.sol";
import {DonationsTest} from "./support/DonationsTest.sol";
import {Signature, Signing} from "./support/Signing.sol";

/// What each way of giving costs: the gas of the whole transaction, as its receipt says. The figures are in
/// `snapshots/gas.json`, and a run fails when one changes. "Fresh" is a beneficiary that never had any of the asset.
/// Plain transfers are measured beside, since they are the floor.
/// forge-config: default.isolate = true
/// forge-config: ci.isolate = true
contract GasTest is DonationsTest, Signing {
    uint256 private constant KEY = 0x6A5;
    uint256 private constant AMOUNT = 25_000_000;
    address private immutable giver = vm.addr(0x6A5);
    address private immutable fresh = account("fresh beneficiary");
    address private immutable existing = account("beneficiary");
    DevToken private immutable token = DevToken(vm.deployCode("out/DevToken.sol/DevToken.json"));
    DevUSDC private immutable usdc = DevUSDC(vm.deployCode("out/DevUSDC.sol/DevUSDC.json"));
    DevUSDT private immutable usdt = DevUSDT(vm.deployCode("out/DevUSDT.sol/DevUSDT.json"));

    function setUp() external {
        vm.warp(1_800_000_000);
        vm.deal(giver, 100 ether);
        vm.deal(existing, 1 ether);
        token.mint(giver, 1e12);
        usdc.mint(giver, 1e12);
        usdt.mint(giver, 1e12);
        token.mint(existing, 1);
        usdc.mint(existing, 1);
        usdt.mint(existing, 1);
    }

    function test_announce() external {
        vm.prank(existing);
        donations.announce(7, keccak256("content"));
        measured("announce", 26_000);
    }

    function test_close() external {
        vm.prank(existing);
        donations.close(7);
        measured("close", 23_000);
    }

    function test_move() external {
        vm.prank(existing);
        donations.move(7, campaignOf(fresh, 1));
        measured("move", 24_000);
    }

    function test_native() external {
        vm.prank(giver);
        donations.donate{value: 0.01 ether}(campaign);
        measured("native", 33_600);
    }

    function test_nativeToFreshBeneficiary() external {
        vm.prank(giver);
        donations.donate{value: 0.01 ether}(campaignOf(fresh, 7));
        measured("native, fresh", 33_600 + 25_000);
    }

    function test_token() external {
        allow(AMOUNT);
        vm.prank(giver);
        donations.donate(campaign, address(token), AMOUNT);
        measured("token, exact allowance", 43_000);
    }

    function test_tokenToFreshBeneficiary() external {
        allow(AMOUNT);
        vm.prank(giver);
        donations.donate(campaignOf(fresh, 7), address(token), AMOUNT);
        measured("token, exact allowance, fresh", 43_000 + 17_100);
    }

    function test_tokenWithStandingAllowance() external {
        allow(type(uint256).max);
        vm.prank(giver);
        donations.donate(campaign, address(token), AMOUNT);
        measured("token, unlimited allowance", 43_000);
    }

    function test_tokenWithLargerAllowance() external {
        allow(2 * AMOUNT);
        vm.prank(giver);
        donations.donate(campaign, address(token), AMOUNT);
        measured("token, larger allowance", 43_000 + 2_900);
    }

    function test_tokenThatReturnsNothing() external {
        vm.prank(giver);
        usdt.approve(address(donations), AMOUNT);
        vm.prank(giver);
        donations.donate(campaign, address(usdt), AMOUNT);
        measured("token that returns nothing, exact allowance", 43_000);
    }

    function test_permit() external {
        permit(token, existing);
        measured("token, first permit", 78_200);
        permit(token, existing);
        measured("token, later permit", 62_000);
    }

    function test_permitToFreshBeneficiary() external {
        permit(token, fresh);
        measured("token, first permit, fresh", 78_200 + 17_100);
    }

    function test_batchOfTen() external {
        (Leg[] memory legs, uint256 sum) = tenLegs(true);
        vm.prank(giver);
        donations.donateBatch{value: sum}(legs);
        measured("native, 10 legs", 10 * 15_200);
    }

    function test_batchOfTenToFreshBeneficiaries() external {
        (Leg[] memory legs, uint256 sum) = tenLegs(false);
        vm.prank(giver);
        donations.donateBatch{value: sum}(legs);
        measured("native, 10 legs, fresh", 10 * (15_200 + 25_000));
    }

    function test_tokenBatchOfTen() external {
        (Leg[] memory legs, uint256 sum) = tenLegs(true);
        allow(sum);
        vm.prank(giver);
        donations.donateBatch(address(token), legs);
        measured("token, exact allowance, 10 legs", 10 * 15_200);
    }

    function test_tokenBatchOfTenToFreshBeneficiaries() external {
        (Leg[] memory legs, uint256 sum) = tenLegs(false);
        allow(sum);
        vm.prank(giver);
        donations.donateBatch(address(token), legs);
        measured("token, exact allowance, 10 legs, fresh", 10 * (15_200 + 17_100));
    }

    function test_approve() external {
        allow(AMOUNT);
        measured("plain approve", 47_000);
    }

    function test_plainNative() external {
        send(existing, "");
        measured("plain native", 21_000);
    }

    function test_plainNativeToFreshBeneficiary() external {
        send(fresh, "");
        measured("plain native, fresh", 21_000);
    }

    function test_taggedNative() external {
        send(existing, abi.encodePacked(uint96(7)));
        measured("plain native, tagged", 21_480);
    }

    function test_plainToken() external {
        vm.prank(giver);
        vm.assertTrue(token.transfer(existing, AMOUNT), "transferred");
        measured("plain token", 34_428);
    }

    function test_plainTokenToFreshBeneficiary() external {
        vm.prank(giver);
        vm.assertTrue(token.transfer(fresh, AMOUNT), "transferred");
        measured("plain token, fresh", 34_428 + 17_100);
    }

    function test_taggedToken() external {
        vm.prank(giver);
        (bool done,) = address(token)
            .call(bytes.concat(abi.encodeCall(token.transfer, (existing, AMOUNT)), abi.encodePacked(uint96(7))));
        vm.assertTrue(done, "transferred");
        measured("plain token, tagged", 34_620);
    }

    /// Paid by whoever hands it in.
    function test_authorization() external {
        bytes32 nonce = bytes32(abi.encodePacked(uint96(7), uint96(0x5EED), uint64(0)));
        bytes32 terms = keccak256(
            abi.encode(
                keccak256(
                    "TransferWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
                ),
                giver,
                existing,
                AMOUNT,
                0,
                block.timestamp + 3_600,
                nonce
            )
        );
        Signature memory signed = signTyped(KEY, usdc.DOMAIN_SEPARATOR(), terms);
        vm.prank(stranger);
        usdc.transferWithAuthorization(
            giver, existing, AMOUNT, 0, block.timestamp + 3_600, nonce, signed.v, signed.r, signed.s
        );
        measured("plain token, authorization", 66_000);
    }

    function measured(string memory what, uint256 limit) private {
        vm.assertLe(vm.snapshotGasLastCall("gas", what), limit, what);
    }

    function allow(uint256 amount) private {
        vm.prank(giver);
        token.approve(address(donations), amount);
    }

    function permit(IERC20Permit permitted, address receiver) private {
        uint256 deadline = block.timestamp + 3_600;
        Signature memory signed = signPermit(KEY, permitted, address(donations), AMOUNT, deadline);
        vm.prank(giver);
        donations.donateWithPermit(
            campaignOf(receiver, 7), address(permitted), AMOUNT, deadline, signed.v, signed.r, signed.s
        );
    }

    function send(address receiver, bytes memory data) private {
        vm.prank(giver);
        (bool done,) = receiver.call{value: 0.01 ether}(data);
        vm.assertTrue(done, "sent");
    }

    function tenLegs(bool areExisting) private returns (Leg[] memory legs, uint256 sum) {
        legs = new Leg[](10);
        for (uint96 i = 0; i < legs.length; ++i) {
            address receiver = address(uint160(uint256(keccak256(abi.encode("beneficiary", i)))));
            if (areExisting) {
                vm.deal(receiver, 1 ether);
                token.mint(receiver, 1);
            }
            legs[i] = leg(receiver, i + 1, AMOUNT + i);
            sum += legs[i].amount;
        }
    }
}
