// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDonations, Leg} from "../../src/IDonations.sol";
import {DonationsTest} from "./DonationsTest.sol";

/// @dev Makes calls as a hostile caller would: any function, with any mixture of the accounts, tokens, campaigns and
/// amounts that could matter, and now and then with plain noise.
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

    function anyCall(uint256 seed, address[] memory addresses, uint256 value) internal view returns (bytes memory) {
        bytes4 selector = selectors[seed % selectors.length];
        Leg[] memory legs = new Leg[](dice(seed, 4) % 4);
        for (uint256 i = 0; i < legs.length; ++i) {
            legs[i].campaignId = campaignOf(addresses[dice(seed, 5 + i) % addresses.length], 1);
            legs[i].amount = legs.length == 1 ? value : 1 + dice(seed, 10 + i) % 100;
        }
        if (selector == selectors[2]) return abi.encodeWithSelector(selector, legs);
        if (selector == selectors[3]) return abi.encodeWithSelector(selector, oneOf(addresses, seed, 1), legs);
        bytes memory words;
        for (uint256 i = 0; i < 7; ++i) {
            words = bytes.concat(words, word(addresses, seed, 20 + 3 * i));
        }
        return bytes.concat(selector, words);
    }

    /// @dev An address, a campaign, a small amount, or noise.
    function word(address[] memory addresses, uint256 seed, uint256 salt) private pure returns (bytes32) {
        uint256 kind = dice(seed, salt) % 4;
        if (kind == 0) return bytes32(uint256(uint160(oneOf(addresses, seed, salt + 1))));
        if (kind == 1) return bytes32(uint256(uint160(oneOf(addresses, seed, salt + 1))) << 96);
        if (kind == 2) return bytes32(dice(seed, salt + 2) % 100);
        return bytes32(dice(seed, salt + 2));
    }

    function oneOf(address[] memory addresses, uint256 seed, uint256 salt) private pure returns (address) {
        return addresses[dice(seed, salt) % addresses.length];
    }

    function dice(uint256 seed, uint256 salt) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, salt)));
    }
}
