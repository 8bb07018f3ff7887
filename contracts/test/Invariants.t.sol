// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CampaignId} from "../src/IDonations.sol";
import {Handler, Mintable} from "./support/Handler.sol";
import {Test} from "./support/Test.sol";

/// Properties 1 to 4 after any sequence of calls, by anyone, with ordinary and odd tokens, beneficiaries that give on from
/// within, permits used by the wrong one, ether forced in and tokens sent by mistake.
contract InvariantsTest is Test {
    address private constant NATIVE = 0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE;
    uint256 private constant WEALTH = 1e24;

    Handler private handler;

    function setUp() external {
        handler = new Handler();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    /// The handler itself: most of what it does goes through, and is found in the books.
    function test_theHandlerGives() external {
        for (uint256 seed = 0; seed < 120; ++seed) {
            handler.donate(seed, seed, 1 + seed);
            handler.donateToken(seed, seed, seed, 1 + seed);
            handler.donateBatch(seed, seed, seed % 4, seed);
            handler.donateBatchOfToken(seed, seed, seed, seed % 4);
            handler.donateWithPermit(seed, seed, seed, 1 + seed, seed % 2 == 0);
            handler.callAnything(seed, seed);
        }
        vm.assertGt(handler.giftCount(), 600, "gifts");
        vm.assertGt(handler.allCampaigns().length, 10, "campaigns");
    }

    /// Property 1: the contract has what was forced in or sent by mistake, and nothing else, ever.
    function invariant_nothingStaysAndNothingIsTakenOut() external view {
        address contract_ = handler.contractUnderTest();
        vm.assertEq(contract_.balance, handler.sentByMistake(NATIVE), "coins");
        Mintable[] memory ordinary = handler.ordinaryTokens();
        for (uint256 i = 0; i < ordinary.length; ++i) {
            uint256 due = handler.sentByMistake(address(ordinary[i]));
            vm.assertEq(ordinary[i].balanceOf(contract_), due, "tokens");
        }
        Mintable[] memory odd = handler.oddTokens();
        for (uint256 i = 0; i < odd.length; ++i) {
            vm.assertEq(odd[i].balanceOf(contract_), 0, "odd tokens");
        }
    }

    /// Property 2: each account has exactly what the events say, so nobody else's balance ever changed.
    function invariant_theEventsExplainEveryBalance() external view {
        address[] memory accounts = handler.allAccounts();
        Mintable[] memory ordinary = handler.ordinaryTokens();
        for (uint256 i = 0; i < accounts.length; ++i) {
            vm.assertEq(accounts[i].balance, handler.balanceByEvents(NATIVE, accounts[i]), "coins");
            for (uint256 j = 0; j < ordinary.length; ++j) {
                uint256 due = handler.balanceByEvents(address(ordinary[j]), accounts[i]);
                vm.assertEq(ordinary[j].balanceOf(accounts[i]), due, "tokens");
            }
        }
    }

    /// Property 3: who neither called nor signed has at least what it had, odd tokens included.
    function invariant_whoNeitherCalledNorSignedLostNothing() external view {
        address[] memory victims = handler.allVictims();
        for (uint256 i = 0; i < victims.length; ++i) {
            keepsItsWealth(victims[i], handler.ordinaryTokens());
            keepsItsWealth(victims[i], handler.oddTokens());
        }
        vm.assertEq(handler.wordsNotOfTheCaller(), 0, "nobody was made to give or to say anything");
    }

    /// Property 4: per campaign and token, what the gifts say is what the tokens' own events say.
    function invariant_giftsAreTransfers() external view {
        CampaignId[] memory campaigns = handler.allCampaigns();
        Mintable[] memory ordinary = handler.ordinaryTokens();
        for (uint256 i = 0; i < campaigns.length; ++i) {
            for (uint256 j = 0; j < ordinary.length; ++j) {
                uint256 given = handler.given(campaigns[i], address(ordinary[j]));
                vm.assertEq(given, handler.moved(campaigns[i], address(ordinary[j])), "given is moved");
            }
        }
        vm.assertEq(handler.transfersWithoutGift(), 0, "no money moves without a gift");
    }

    function keepsItsWealth(address victim, Mintable[] memory tokens) private view {
        for (uint256 i = 0; i < tokens.length; ++i) {
            vm.assertLe(WEALTH, tokens[i].balanceOf(victim), "the victim's tokens");
        }
    }
}
