// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDonations, Leg} from "../../src/IDonations.sol";
import {DonationsTest} from "./DonationsTest.sol";

/// @dev Makes calls as a hostile caller would: any function, with those accounts, tokens and campaigns that could
/// matter and small amounts, and now and then with something of another kind or with plain noise.
abstract contract AnyCall is DonationsTest {
    bytes4[10] private selectors = [
        bytes4(keccak256("donate(bytes32)")),
        bytes4(keccak256("donate(bytes32,address,uint256)")),
        bytes4(keccak256("donateBatch((bytes32,uint256)[])")),
        bytes4(keccak256("donateBatch(address,(bytes32,uint256)[])")),
        IDonations.donateWithPermit.selector,
        IDonations.announce.selector,
        IDonations.close.selector,
        IDonations.move.selector,
        IDonations.campaignIdOf.selector,
        IDonations.beneficiaryOf.selector
    ];

    /// @dev The kinds of their arguments: Campaign, Token, Account, Number, signature's V, Word, Legs.
    string[10] private kindsOf = ["C", "CTN", "L", "TL", "CTNNVWW", "NW", "N", "NC", "AN", "C"];

    /// @dev The call, and the value to send with it: for functions that take none, hardly ever any.
    function anyCall(uint256 seed, address[] memory accounts, address[] memory tokens, uint256 most)
        internal
        view
        returns (bytes memory data, uint256 value)
    {
        uint256 choice = dice(seed, 0) % selectors.length;
        bool isPayable = choice == 0 || choice == 2;
        if (isPayable || dice(seed, 100) % 8 == 0) value = bound(dice(seed, 101), 0, most);
        data = abi.encodePacked(selectors[choice]);
        bytes memory kinds = bytes(kindsOf[choice]);
        for (uint256 i = 0; i < kinds.length; ++i) {
            uint256 roll = dice(seed, 1 + i);
            if (kinds[i] == "L") return (bytes.concat(data, legsWord(i), someLegs(roll, accounts, value)), value);
            data = bytes.concat(data, word(kinds[i], roll, accounts, tokens));
        }
    }

    /// @dev One time in eight the kind is another one.
    function word(bytes1 kind, uint256 roll, address[] memory accounts, address[] memory tokens)
        private
        pure
        returns (bytes32)
    {
        if (roll % 8 == 0) kind = bytes("CTANVW")[dice(roll, 1) % 6];
        uint256 choice = dice(roll, 2);
        address account_ = accounts[choice % accounts.length];
        if (kind == "C") return bytes32(uint256(uint160(account_)) << 96);
        if (kind == "T") return bytes32(uint256(uint160(tokens[choice % tokens.length])));
        if (kind == "A") return bytes32(uint256(uint160(account_)));
        if (kind == "N") return bytes32(choice % 100);
        if (kind == "V") return bytes32(27 + choice % 2);
        return bytes32(choice);
    }

    /// @dev Where the legs begin: behind as many words as there are arguments.
    function legsWord(uint256 argumentsBefore) private pure returns (bytes32) {
        return bytes32(32 * (argumentsBefore + 1));
    }

    /// @dev No leg to three; a single one often has the whole value.
    function someLegs(uint256 roll, address[] memory accounts, uint256 value) private pure returns (bytes memory) {
        Leg[] memory legs = new Leg[](dice(roll, 3) % 4);
        for (uint256 i = 0; i < legs.length; ++i) {
            legs[i].campaignId = campaignOf(accounts[dice(roll, 4 + i) % accounts.length], 1);
            legs[i].amount = legs.length == 1 && value > 0 ? value : 1 + dice(roll, 8 + i) % 100;
        }
        bytes memory encoded = abi.encode(legs);
        bytes memory tail = new bytes(encoded.length - 32);
        for (uint256 i = 0; i < tail.length; ++i) {
            tail[i] = encoded[i + 32];
        }
        return tail;
    }

    function dice(uint256 seed, uint256 salt) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, salt)));
    }
}
