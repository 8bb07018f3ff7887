// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {DevToken} from "../src/dev/DevToken.sol";
import {CampaignId, IDonations, Leg} from "../src/IDonations.sol";
import {DonationsTest, Gift} from "./support/DonationsTest.sol";
import {Vm} from "./support/Test.sol";

/// Property 7: a batch is the sum of its legs, exactly, in order, all of them or none.
contract DonateBatchTest is DonationsTest {
    DevToken private immutable token = new DevToken();

    function setUp() external {
        token.mint(donor, 1_000 ether);
        vm.prank(donor);
        token.approve(address(donations), type(uint256).max);
    }

    function test_oneLeg() external {
        gives(someLegs(1, 41));
    }

    function test_twoLegs() external {
        gives(someLegs(2, 42));
    }

    function test_aHundredLegs() external {
        gives(someLegs(100, 43));
    }

    /// Few receivers for many legs, so that campaigns and beneficiaries repeat.
    function testFuzz_anyLegs(uint256 count, uint256 seed) external {
        gives(someLegs(bound(count, 1, 6), seed));
    }

    function test_theSameLegTwiceIsTwoGifts() external {
        Leg[] memory legs = new Leg[](2);
        legs[0] = legs[1] = leg(beneficiary, 7, 3 ether);
        gives(legs);
        vm.assertEq(beneficiary.balance, 6 ether, "twice");
        vm.assertEq(token.balanceOf(beneficiary), 6 ether, "twice");
    }

    function test_noLegIsNoGift() external {
        vm.expectRevert(abi.encodeWithSelector(IDonations.ZeroAmount.selector));
        vm.prank(donor);
        donations.donateBatch(new Leg[](0));
        vm.expectRevert(abi.encodeWithSelector(IDonations.ZeroAmount.selector));
        vm.prank(donor);
        donations.donateBatch(address(token), new Leg[](0));
    }

    function test_valueWithoutLegsIsRefused() external {
        vm.expectRevert(abi.encodeWithSelector(IDonations.ZeroAmount.selector));
        vm.prank(donor);
        donations.donateBatch{value: 1 ether}(new Leg[](0));
    }

    function testFuzz_aZeroLegSpoilsTheBatch(uint256 count, uint256 seed, uint256 which) external {
        Leg[] memory legs = someLegs(bound(count, 1, 6), seed);
        legs[which % legs.length].amount = 0;
        spoils(legs, abi.encodeWithSelector(IDonations.ZeroAmount.selector));
    }

    function testFuzz_aLegToNobodySpoilsTheBatch(uint256 count, uint256 seed, uint256 which) external {
        Leg[] memory legs = someLegs(bound(count, 1, 6), seed);
        legs[which % legs.length].campaignId = campaignOf(address(0), 3);
        spoils(legs, abi.encodeWithSelector(IDonations.BadBeneficiary.selector, address(0)));
    }

    function testFuzz_aLegToTheContractItselfSpoilsTheBatch(uint256 count, uint256 seed, uint256 which) external {
        Leg[] memory legs = someLegs(bound(count, 1, 6), seed);
        legs[which % legs.length].campaignId = campaignOf(address(donations), 3);
        spoils(legs, abi.encodeWithSelector(IDonations.BadBeneficiary.selector, address(donations)));
    }

    function test_aBeneficiaryThatRefusesSpoilsTheBatch() external {
        Leg[] memory legs = someLegs(5, 9);
        legs[3].campaignId = campaignOf(address(token), 1);
        vm.expectRevert(abi.encodeWithSelector(IDonations.NativeTransferFailed.selector, address(token)));
        vm.prank(donor);
        donations.donateBatch{value: sumOf(legs)}(legs);
        for (uint256 i = 0; i < 3; ++i) {
            vm.assertEq(donations.beneficiaryOf(legs[i].campaignId).balance, 0, "earlier legs are undone");
        }
    }

    function test_aTokenThatRunsOutSpoilsTheBatch() external {
        Leg[] memory legs = new Leg[](2);
        legs[0] = leg(beneficiary, 1, 999 ether);
        legs[1] = leg(stranger, 1, 2 ether);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, donor, 1 ether, 2 ether));
        vm.prank(donor);
        donations.donateBatch(address(token), legs);
        vm.assertEq(token.balanceOf(beneficiary), 0, "earlier legs are undone");
    }

    /// Too much would stay in the contract, too little would be missing, or would come from ether forced in.
    function testFuzz_theValueMustBeExactlyTheSum(uint256 count, uint256 seed, uint256 value) external {
        Leg[] memory legs = someLegs(bound(count, 1, 6), seed);
        value = bound(value, 0, 1_000 ether);
        vm.assume(value != sumOf(legs));
        vm.deal(address(donations), 1_000 ether);
        vm.expectRevert(abi.encodeWithSelector(IDonations.ValueMismatch.selector, value, sumOf(legs)));
        vm.prank(donor);
        donations.donateBatch{value: value}(legs);
    }

    /// Amounts that only add up modulo 2^256 do not add up.
    function test_aSumThatOverflowsIsRefused() external {
        Leg[] memory legs = new Leg[](2);
        legs[0] = leg(beneficiary, 1, type(uint256).max);
        legs[1] = leg(beneficiary, 2, 1 ether + 1);
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x11));
        vm.prank(donor);
        donations.donateBatch{value: 1 ether}(legs);
    }

    /// Both batches with the same legs: right amounts, right events, right order, nothing left behind.
    function gives(Leg[] memory legs) private {
        uint256 sum = sumOf(legs);
        uint256[] memory before = new uint256[](legs.length);
        for (uint256 i = 0; i < legs.length; ++i) {
            before[i] = donations.beneficiaryOf(legs[i].campaignId).balance;
        }
        vm.recordLogs();
        vm.prank(donor);
        donations.donateBatch{value: sum}(legs);
        checkGifts(giftsIn(vm.getRecordedLogs()), legs, NATIVE);
        vm.assertEq(donor.balance, 1_000 ether - sum, "the donor gave the sum");
        vm.assertEq(address(donations).balance, 0, "nothing stayed");

        vm.recordLogs();
        vm.prank(donor);
        donations.donateBatch(address(token), legs);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs.length, 2 * legs.length, "a gift and its money for each leg");
        checkGifts(giftsIn(logs), legs, address(token));
        for (uint256 i = 0; i < legs.length; ++i) {
            vm.assertTrue(isTransfer(logs[2 * i + 1]), "its money follows each gift");
            vm.assertEq(logs[2 * i + 1].topics[2], logs[2 * i].topics[1] >> 96, "to its beneficiary");
            vm.assertEq(logs[2 * i + 1].data, logs[2 * i].data, "of its amount");
        }
        vm.assertEq(token.balanceOf(donor), 1_000 ether - sum, "the donor gave the sum");

        for (uint256 i = 0; i < legs.length; ++i) {
            address receiver = donations.beneficiaryOf(legs[i].campaignId);
            uint256 due;
            for (uint256 j = 0; j < legs.length; ++j) {
                if (donations.beneficiaryOf(legs[j].campaignId) == receiver) due += legs[j].amount;
            }
            vm.assertEq(receiver.balance, before[i] + due, "each beneficiary has the coins of its legs");
            vm.assertEq(token.balanceOf(receiver), due, "each beneficiary has the tokens of its legs");
        }
    }

    function checkGifts(Gift[] memory gifts, Leg[] memory legs, address asset) private view {
        vm.assertEq(gifts.length, legs.length, "one gift for each leg");
        for (uint256 i = 0; i < legs.length; ++i) {
            vm.assertEq(
                CampaignId.unwrap(gifts[i].campaignId), CampaignId.unwrap(legs[i].campaignId), "in order: campaign"
            );
            vm.assertEq(gifts[i].amount, legs[i].amount, "in order: amount");
            vm.assertEq(gifts[i].donor, donor, "the donor");
            vm.assertEq(gifts[i].token, asset, "the token");
        }
    }

    function spoils(Leg[] memory legs, bytes memory reason) private {
        uint256 sum = sumOf(legs);
        vm.expectRevert(reason);
        vm.prank(donor);
        donations.donateBatch{value: sum}(legs);
        vm.assertEq(donor.balance, 1_000 ether, "no coin moved");
        vm.expectRevert(reason);
        vm.prank(donor);
        donations.donateBatch(address(token), legs);
        vm.assertEq(token.balanceOf(donor), 1_000 ether, "no token moved");
    }

    function someLegs(uint256 count, uint256 seed) private pure returns (Leg[] memory legs) {
        legs = new Leg[](count);
        for (uint256 i = 0; i < count; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            address receiver = account(["amir", "bunga", "citra", "dewi", "eko"][(random >> 8) % 5]);
            uint96 number = [0, 7, type(uint96).max][random % 3];
            legs[i] = leg(receiver, number, 1 + (random >> 32) % 10 ether);
        }
    }

    function sumOf(Leg[] memory legs) private pure returns (uint256 sum) {
        for (uint256 i = 0; i < legs.length; ++i) {
            sum += legs[i].amount;
        }
    }
}
