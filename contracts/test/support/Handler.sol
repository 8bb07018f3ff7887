// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {DevFakeToken} from "../../src/dev/DevFakeToken.sol";
import {DevToken} from "../../src/dev/DevToken.sol";
import {DevUSDC} from "../../src/dev/DevUSDC.sol";
import {DevUSDT} from "../../src/dev/DevUSDT.sol";
import {CampaignId, Leg} from "../../src/IDonations.sol";
import {PassesOn} from "../Reentrancy.t.sol";
import {BlocklistToken} from "../tokens/Blocklist.t.sol";
import {FeeToken} from "../tokens/FeeOnTransfer.t.sol";
import {AllToken} from "../tokens/MaxMeansAll.t.sol";
import {RebasingToken} from "../tokens/Rebasing.t.sol";
import {FalseToken} from "../tokens/ReturnsFalse.t.sol";
import {AnyCall} from "./AnyCall.sol";
import {Gift} from "./DonationsTest.sol";
import {HookToken} from "./HookToken.sol";
import {Signature, Signing} from "./Signing.sol";
import {Vm} from "./Test.sol";

interface Mintable is IERC20 {
    function mint(address to, uint256 amount) external;
}

/// @dev A small world that uses the contract, rightly and wrongly, and keeps the books from the events alone:
/// `balanceBy…` is what each account must have if each event tells the truth and nothing else ever moves.
contract Handler is AnyCall, Signing {
    uint256 private constant WEALTH = 1e24;
    uint256 private constant FIRST_KEY = 0xA11CE;

    address[] private donors;
    address[] private victims;
    address[] private receivers;
    address[] private accounts;
    address[] private tokens;
    Mintable[] private ordinary;
    Mintable[] private odd;
    address private passesOn;

    mapping(address token => bool) private isOrdinary;
    mapping(address token => mapping(address account => uint256)) public balanceByEvents;
    mapping(address token => uint256) public sentByMistake;
    mapping(CampaignId => mapping(address token => uint256)) public given;
    mapping(CampaignId => mapping(address token => uint256)) public moved;
    CampaignId[] private campaigns;
    mapping(CampaignId => bool) private isKnown;
    uint256 public giftCount;
    uint256 public transfersWithoutGift;
    uint256 public wordsNotOfTheCaller;

    constructor() {
        HookToken hookToken = new HookToken();
        passesOn = address(new PassesOn(donations, campaign, address(hookToken)));
        for (uint256 i = 0; i < 4; ++i) {
            donors.push(vm.addr(FIRST_KEY + i));
            vm.deal(donors[i], WEALTH);
        }
        victims = [account("victim"), account("other victim")];
        receivers = [beneficiary, account("other beneficiary"), donors[0], passesOn, victims[0]];
        ordinary = [
            Mintable(address(new DevUSDC())),
            Mintable(address(new DevUSDT())),
            Mintable(address(new DevToken())),
            Mintable(address(hookToken))
        ];
        BlocklistToken blocklist = new BlocklistToken();
        blocklist.block_(beneficiary);
        odd = [
            Mintable(address(new FeeToken())),
            Mintable(address(new RebasingToken())),
            Mintable(address(new FalseToken())),
            Mintable(address(new AllToken())),
            Mintable(address(blocklist))
        ];
        for (uint256 i = 0; i < ordinary.length; ++i) {
            isOrdinary[address(ordinary[i])] = true;
            endow(ordinary[i]);
            tokens.push(address(ordinary[i]));
        }
        for (uint256 i = 0; i < odd.length; ++i) {
            endow(odd[i]);
            tokens.push(address(odd[i]));
        }
        for (uint256 i = 0; i < receivers.length; ++i) {
            accounts.push(receivers[i]);
        }
        accounts.push(victims[1]);
        accounts.push(address(donations));
        tokens.push(address(new DevFakeToken()));
        accounts.push(address(ordinary[0]));
        accounts.push(address(0));
        for (uint256 i = 1; i < donors.length; ++i) {
            accounts.push(donors[i]);
        }
        for (uint256 i = 0; i < accounts.length; ++i) {
            balanceByEvents[NATIVE][accounts[i]] = accounts[i].balance;
        }
    }

    // What the world does.

    function donate(uint256 who, uint256 whom, uint256 amount) external {
        act(who, bound(amount, 0, 1 ether), abi.encodeWithSignature("donate(bytes32)", someCampaign(whom)));
    }

    function donateToken(uint256 who, uint256 whom, uint256 what, uint256 amount) external {
        bytes memory call_ = abi.encodeWithSignature(
            "donate(bytes32,address,uint256)", someCampaign(whom), someToken(what), bound(amount, 0, 1e18)
        );
        act(who, 0, call_);
    }

    /// One time in four the value is another one than the sum of the legs.
    function donateBatch(uint256 who, uint256 seed, uint256 count, uint256 other) external {
        (Leg[] memory legs, uint256 sum) = someLegs(seed, count);
        act(
            who,
            other % 4 > 0 ? sum : bound(other, 0, 2 * sum),
            abi.encodeWithSignature("donateBatch((bytes32,uint256)[])", legs)
        );
    }

    function donateBatchOfToken(uint256 who, uint256 what, uint256 seed, uint256 count) external {
        (Leg[] memory legs,) = someLegs(seed, count);
        act(who, 0, abi.encodeWithSignature("donateBatch(address,(bytes32,uint256)[])", someToken(what), legs));
    }

    /// Signed by one donor; used by it or by another one; perhaps handed to the token by someone else before.
    function donateWithPermit(uint256 who, uint256 signer, uint256 whom, uint256 amount, bool isFrontRun) external {
        amount = bound(amount, 0, 1e18);
        DevUSDC token = DevUSDC(address(ordinary[0]));
        uint256 key = FIRST_KEY + signer % donors.length;
        Signature memory signed = signPermit(key, token, address(donations), amount, type(uint256).max);
        if (isFrontRun) {
            token.permit(vm.addr(key), address(donations), amount, type(uint256).max, signed.v, signed.r, signed.s);
        }
        bytes memory call_ = abi.encodeCall(
            donations.donateWithPermit,
            (someCampaign(whom), address(token), amount, type(uint256).max, signed.v, signed.r, signed.s)
        );
        act(who, 0, call_);
        vm.prank(vm.addr(key));
        allow(ordinary[0]);
    }

    function callAnything(uint256 who, uint256 seed) external {
        (bytes memory call_, uint256 value) = anyCall(seed, accounts, tokens, 200);
        act(who, value, call_);
    }

    function forceEther(uint256 amount) external {
        sentByMistake[NATIVE] += amount = bound(amount, 0, 1 ether);
        balanceByEvents[NATIVE][address(donations)] += amount;
        vm.deal(address(donations), address(donations).balance + amount);
    }

    function sendTokenByMistake(uint256 what, uint256 amount) external {
        Mintable token = ordinary[what % ordinary.length];
        sentByMistake[address(token)] += amount = bound(amount, 0, 1e18);
        balanceByEvents[address(token)][address(donations)] += amount;
        token.mint(address(donations), amount);
    }

    // What the invariants look at.

    function contractUnderTest() external view returns (address) {
        return address(donations);
    }

    function allAccounts() external view returns (address[] memory) {
        return accounts;
    }

    function allVictims() external view returns (address[] memory) {
        return victims;
    }

    function allCampaigns() external view returns (CampaignId[] memory) {
        return campaigns;
    }

    function ordinaryTokens() external view returns (Mintable[] memory) {
        return ordinary;
    }

    function oddTokens() external view returns (Mintable[] memory) {
        return odd;
    }

    // How the books are kept.

    function act(uint256 who, uint256 value, bytes memory data) private {
        address caller = donors[who % donors.length];
        vm.recordLogs();
        vm.prank(caller);
        (bool done,) = address(donations).call{value: value}(data);
        if (done) enter(vm.getRecordedLogs(), caller);
    }

    /// The ledger's rule: a gift's money is the first transfer after it that fits and is not another gift's already.
    function enter(Vm.Log[] memory logs, address caller) private {
        bool[] memory isTaken = new bool[](logs.length);
        for (uint256 i = 0; i < logs.length; ++i) {
            if (isGift(logs[i])) {
                enter(giftIn(logs[i]), caller, logs, i, isTaken);
            } else if (logs[i].emitter == address(donations)) {
                if (address(bytes20(logs[i].topics[1])) != caller) ++wordsNotOfTheCaller;
            } else if (isOrdinary[logs[i].emitter] && isTransfer(logs[i]) && !isTaken[i]) {
                ++transfersWithoutGift;
            }
        }
    }

    function enter(Gift memory gift, address caller, Vm.Log[] memory logs, uint256 position, bool[] memory isTaken)
        private
    {
        if (gift.donor != caller && gift.donor != passesOn) ++wordsNotOfTheCaller;
        if (gift.token != NATIVE && !isOrdinary[gift.token]) return;
        ++giftCount;
        if (!isKnown[gift.campaignId]) {
            isKnown[gift.campaignId] = true;
            campaigns.push(gift.campaignId);
        }
        address receiver = address(bytes20(CampaignId.unwrap(gift.campaignId)));
        balanceByEvents[gift.token][gift.donor] -= gift.amount;
        balanceByEvents[gift.token][receiver] += gift.amount;
        given[gift.campaignId][gift.token] += gift.amount;
        for (uint256 i = position + 1; i < logs.length; ++i) {
            if (isTaken[i] || logs[i].emitter != gift.token || !isTransfer(logs[i])) continue;
            if (addressIn(logs[i].topics[1]) != gift.donor || addressIn(logs[i].topics[2]) != receiver) continue;
            if (abi.decode(logs[i].data, (uint256)) != gift.amount) continue;
            isTaken[i] = true;
            moved[gift.campaignId][gift.token] += gift.amount;
            return;
        }
    }

    // What the world is made of.

    function endow(Mintable token) private {
        endow(token, donors);
        endow(token, victims);
    }

    function endow(Mintable token, address[] memory holders) private {
        for (uint256 i = 0; i < holders.length; ++i) {
            token.mint(holders[i], WEALTH);
            balanceByEvents[address(token)][holders[i]] = WEALTH;
            vm.prank(holders[i]);
            allow(token);
        }
    }

    /// Some tokens answer nothing.
    function allow(Mintable token) private {
        (bool done,) = address(token).call(abi.encodeCall(token.approve, (address(donations), type(uint256).max)));
        vm.assertTrue(done, "allowed");
    }

    function someCampaign(uint256 seed) private view returns (CampaignId) {
        uint96 number = [0, 7, type(uint96).max][seed % 3];
        return campaignOf(receivers[(seed / 3) % receivers.length], number);
    }

    /// Ordinary ones mostly.
    function someToken(uint256 seed) private view returns (address) {
        return address(seed % 3 > 0 ? ordinary[(seed / 3) % ordinary.length] : odd[(seed / 3) % odd.length]);
    }

    function someLegs(uint256 seed, uint256 count) private view returns (Leg[] memory legs, uint256 sum) {
        legs = new Leg[](bound(count, 0, 4));
        for (uint256 i = 0; i < legs.length; ++i) {
            legs[i] = Leg(someCampaign(dice(seed, i)), dice(seed, 10 + i) % 1e18);
            sum += legs[i].amount;
        }
    }
}
