// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {ERC1967Utils} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Utils.sol";

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {OddTokenTest, Token} from "../support/OddTokenTest.sol";

/// Its issuer can change what it does (USDC is a proxy). The contract keeps no memory of a token, so an upgrade changes
/// the next gift only. If the new code lies, the gift's event lies with it: the ledger believes no gift without the
/// token's own `Transfer`, and who lists a token trusts its issuer.
contract UpgradableTest is OddTokenTest {
    function test_worksBeforeAndAfterAnUpgrade() external {
        UpgradableToken token = proxy();
        vm.prank(donor);
        token.approve(address(donations), 10);
        accepts(address(token), 4, Ledger.Contract);
        token.upgrade(address(new UpgradableToken()));
        accepts(address(token), 6, Ledger.Contract);
        vm.assertEq(token.balanceOf(beneficiary), 10, "both arrived");
    }

    function test_aLyingUpgradeIsRejectedByTheLedger() external {
        UpgradableToken token = proxy();
        token.upgrade(address(new LyingToken()));
        accepts(address(token), 10, Ledger.Rejected);
        vm.assertEq(token.balanceOf(donor), 10, "nothing moved");
    }

    /// The donor has ten.
    function proxy() private returns (UpgradableToken) {
        bytes memory mint = abi.encodeCall(Token.mint, (donor, 10));
        return UpgradableToken(address(new ERC1967Proxy(address(new UpgradableToken()), mint)));
    }
}

contract UpgradableToken is Token {
    function upgrade(address implementation) external {
        ERC1967Utils.upgradeToAndCall(implementation, "");
    }
}

contract LyingToken is UpgradableToken {
    function transferFrom(address, address, uint256) public pure override returns (bool) {
        return true;
    }
}
