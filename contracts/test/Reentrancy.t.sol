// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DevToken} from "../src/dev/DevToken.sol";
import {CampaignId, IDonations, Leg} from "../src/IDonations.sol";
import {DonationsTest, Gift} from "./support/DonationsTest.sol";
import {HookToken, Hooked} from "./support/HookToken.sol";
import {Vm} from "./support/Test.sol";

/// Property 8: a call back into the contract, from wherever, is one more ordinary gift: it has its own event and its own
/// money, and the outer gift is not disturbed.
contract ReentrancyTest is DonationsTest {
    HookToken private immutable hookToken = new HookToken();
    DevToken private immutable plainToken = new DevToken();

    /// The beneficiary passes half of each gift on, from within the gift.
    function test_aBeneficiaryThatGivesOnInItsReceiveFunction() external {
        PassesOn middle = new PassesOn(donations, campaign, NATIVE);
        vm.recordLogs();
        vm.prank(donor);
        donations.donate{value: 8 ether}(campaignOf(address(middle), 1));
        Gift[] memory gifts = giftsIn(vm.getRecordedLogs());
        vm.assertEq(gifts.length, 2, "two gifts");
        checkGift(gifts[0], campaignOf(address(middle), 1), donor, NATIVE, 8 ether);
        checkGift(gifts[1], campaign, address(middle), NATIVE, 4 ether);
        vm.assertEq(address(middle).balance, 4 ether, "half is kept");
        vm.assertEq(beneficiary.balance, 4 ether, "half is passed on");
        vm.assertEq(address(donations).balance, 0, "nothing stayed");
    }

    /// In the middle of a batch, when the contract holds the coins of the legs to come.
    function test_aBeneficiaryThatGivesOnInTheMiddleOfABatch() external {
        PassesOn middle = new PassesOn(donations, campaign, NATIVE);
        Leg[] memory legs = new Leg[](3);
        legs[0] = leg(stranger, 1, 1 ether);
        legs[1] = leg(address(middle), 1, 2 ether);
        legs[2] = leg(stranger, 2, 3 ether);
        vm.recordLogs();
        vm.prank(donor);
        donations.donateBatch{value: 6 ether}(legs);
        Gift[] memory gifts = giftsIn(vm.getRecordedLogs());
        vm.assertEq(gifts.length, 4, "three legs and one passed on");
        checkGift(gifts[0], legs[0].campaignId, donor, NATIVE, 1 ether);
        checkGift(gifts[1], legs[1].campaignId, donor, NATIVE, 2 ether);
        checkGift(gifts[2], campaign, address(middle), NATIVE, 1 ether);
        checkGift(gifts[3], legs[2].campaignId, donor, NATIVE, 3 ether);
        vm.assertEq(stranger.balance, 1_004 ether, "both legs");
        vm.assertEq(address(middle).balance, 1 ether, "half is kept");
        vm.assertEq(beneficiary.balance, 1 ether, "half is passed on");
        vm.assertEq(address(donations).balance, 0, "nothing stayed");
    }

    /// It asks for more than it has: the coins of the legs to come, which the contract holds at that moment.
    function test_theCoinsOfOtherLegsCannotBeTakenFromWithin() external {
        Greedy greedy = new Greedy(donations);
        Leg[] memory legs = new Leg[](2);
        legs[0] = leg(address(greedy), 1, 1 ether);
        legs[1] = leg(beneficiary, 1, 5 ether);
        vm.prank(donor);
        donations.donateBatch{value: 6 ether}(legs);
        vm.assertEq(greedy.attempts(), 5, "it tried");
        vm.assertEq(greedy.successes(), 0, "in vain");
        vm.assertEq(address(greedy).balance, 1 ether, "it has its own leg only");
        vm.assertEq(beneficiary.balance, 5 ether, "the other leg arrived");
    }

    /// ERC-777 calls the donor before the money moves: the donor gives again, first the same, then something else.
    function test_aDonorThatGivesAgainBeforeItsMoneyMoved() external {
        GivesAgain giver = new GivesAgain(donations, hookToken, campaign);
        hookToken.mint(address(giver), 100);
        vm.recordLogs();
        giver.give(60, 25);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        Gift[] memory gifts = giftsIn(logs);
        vm.assertEq(gifts.length, 2, "two gifts");
        checkGift(gifts[0], campaign, address(giver), address(hookToken), 60);
        checkGift(gifts[1], campaign, address(giver), address(hookToken), 25);
        vm.assertEq(logs.length, 4, "and the money of each");
        vm.assertEq(logs[2].data, abi.encode(25), "the inner money moves first");
        vm.assertEq(logs[3].data, abi.encode(60), "then the outer");
        vm.assertEq(hookToken.balanceOf(beneficiary), 85, "both arrived");
        vm.assertEq(hookToken.balanceOf(address(giver)), 15, "both were given");
    }

    /// ERC-777 calls the beneficiary after the money moved: it gives half on.
    function test_aBeneficiaryThatGivesOnInItsTokenHook() external {
        PassesOn middle = new PassesOn(donations, campaign, address(hookToken));
        hookToken.mint(donor, 8);
        vm.prank(donor);
        hookToken.approve(address(donations), 8);
        vm.recordLogs();
        vm.prank(donor);
        donations.donate(campaignOf(address(middle), 1), address(hookToken), 8);
        Gift[] memory gifts = giftsIn(vm.getRecordedLogs());
        vm.assertEq(gifts.length, 2, "two gifts");
        checkGift(gifts[0], campaignOf(address(middle), 1), donor, address(hookToken), 8);
        checkGift(gifts[1], campaign, address(middle), address(hookToken), 4);
        vm.assertEq(hookToken.balanceOf(address(middle)), 4, "half is kept");
        vm.assertEq(hookToken.balanceOf(beneficiary), 4, "half is passed on");
    }

    /// The hook of one token, while the donor has an allowance for another: the caller is the hook, not the donor.
    function test_aHookCannotSpendTheDonorsOtherAllowances() external {
        plainToken.mint(donor, 100);
        hookToken.mint(donor, 1);
        vm.startPrank(donor);
        plainToken.approve(address(donations), type(uint256).max);
        hookToken.approve(address(donations), type(uint256).max);
        Steals thief = new Steals(donations, address(plainToken));
        donations.donate(campaignOf(address(thief), 1), address(hookToken), 1);
        vm.stopPrank();
        vm.assertTrue(thief.tried(), "it tried");
        vm.assertEq(plainToken.balanceOf(donor), 100, "in vain");
    }

    function checkGift(Gift memory gift, CampaignId id, address giver, address token, uint256 amount) private pure {
        vm.assertEq(CampaignId.unwrap(gift.campaignId), CampaignId.unwrap(id), "campaign");
        vm.assertEq(gift.donor, giver, "donor");
        vm.assertEq(gift.token, token, "token");
        vm.assertEq(gift.amount, amount, "amount");
    }
}

/// @dev A beneficiary that gives half of what it gets to another campaign, while it gets it.
contract PassesOn is Hooked {
    IDonations private immutable donations;
    CampaignId private immutable next;

    constructor(IDonations donations_, CampaignId next_, address token) {
        donations = donations_;
        next = next_;
        if (token.code.length > 0) HookToken(token).approve(address(donations_), type(uint256).max);
    }

    receive() external payable {
        donations.donate{value: msg.value / 2}(next);
    }

    function tokensReceived(address from, uint256 amount) external {
        if (from != address(0)) donations.donate(next, msg.sender, amount / 2);
    }

    function tokensToSend(address, uint256) external {}
}

/// @dev A beneficiary that, while it receives, tries everything to make the contract pay out its present balance.
contract Greedy {
    IDonations private immutable donations;
    uint256 public attempts;
    uint256 public successes;

    constructor(IDonations donations_) {
        donations = donations_;
    }

    receive() external payable {
        if (attempts > 0) return;
        CampaignId self = donations.campaignIdOf(address(this), 1);
        Leg[] memory legs = new Leg[](1);
        legs[0] = Leg(self, 5 ether);
        attempt(0, abi.encodeWithSignature("donateBatch((bytes32,uint256)[])", legs));
        attempt(1 ether, abi.encodeWithSignature("donateBatch((bytes32,uint256)[])", legs));
        attempt(0, abi.encodeWithSignature("donate(bytes32)", self));
        attempt(
            0,
            abi.encodeWithSignature(
                "donate(bytes32,address,uint256)", self, 0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE, 5 ether
            )
        );
        attempt(1, "");
    }

    function attempt(uint256 value, bytes memory data) private {
        attempts++;
        (bool done,) = address(donations).call{value: value}(data);
        if (done) successes++;
    }
}

/// @dev A donor that, when the token tells it that its tokens are about to go, gives once more.
contract GivesAgain is Hooked {
    IDonations private immutable donations;
    HookToken private immutable token;
    CampaignId private immutable id;
    uint256 private more;

    constructor(IDonations donations_, HookToken token_, CampaignId id_) {
        donations = donations_;
        token = token_;
        id = id_;
        token_.approve(address(donations_), type(uint256).max);
    }

    function give(uint256 amount, uint256 again) external {
        more = again;
        donations.donate(id, address(token), amount);
    }

    function tokensToSend(address, uint256) external {
        uint256 amount = more;
        more = 0;
        if (amount > 0) donations.donate(id, address(token), amount);
    }

    function tokensReceived(address, uint256) external {}
}

/// @dev A beneficiary that tries to spend the donor's allowance for another token.
contract Steals is Hooked {
    IDonations private immutable donations;
    address private immutable token;
    bool public tried;

    constructor(IDonations donations_, address token_) {
        donations = donations_;
        token = token_;
    }

    function tokensReceived(address, uint256) external {
        tried = true;
        CampaignId self = donations.campaignIdOf(address(this), 1);
        try donations.donate(self, token, 1) {} catch {}
        try donations.donateWithPermit(self, token, 1, type(uint256).max, 27, 0, 0) {} catch {}
    }

    function tokensToSend(address, uint256) external {}
}
