// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @dev The cheatcodes of forge that these tests use.
interface Vm {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    function deployCode(string calldata artifact) external returns (address);

    function prank(address sender) external;
    function startPrank(address sender) external;
    function stopPrank() external;
    function deal(address account, uint256 balance) external;
    function cool(address target) external;
    function warp(uint256 timestamp) external;
    function etch(address account, bytes calldata code) external;
    function assume(bool condition) external pure;

    function addr(uint256 privateKey) external pure returns (address);
    function sign(uint256 privateKey, bytes32 hash) external pure returns (uint8 v, bytes32 r, bytes32 s);
    function signAndAttachDelegation(address implementation, uint256 privateKey) external;

    function expectRevert() external;
    function expectRevert(bytes4 reason) external;
    function expectRevert(bytes calldata reason) external;
    function expectEmit(address emitter) external;
    function recordLogs() external;
    function getRecordedLogs() external returns (Log[] memory);

    function snapshotGasLastCall(string calldata group, string calldata name) external returns (uint256 gas);

    function assertTrue(bool condition, string calldata sentence) external pure;
    function assertEq(bool left, bool right, string calldata sentence) external pure;
    function assertEq(uint256 left, uint256 right, string calldata sentence) external pure;
    function assertEq(address left, address right, string calldata sentence) external pure;
    function assertEq(bytes32 left, bytes32 right, string calldata sentence) external pure;
    function assertEq(bytes calldata left, bytes calldata right, string calldata sentence) external pure;
    function assertLe(uint256 left, uint256 right, string calldata sentence) external pure;
    function assertGt(uint256 left, uint256 right, string calldata sentence) external pure;
}

abstract contract Test {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    /// @dev An account without code whose key nobody knows, the same for the same name.
    function account(string memory name) internal pure returns (address) {
        return address(uint160(uint256(keccak256(bytes(name)))));
    }

    /// @dev Brings a fuzzed number into a range, both ends included.
    function bound(uint256 number, uint256 min, uint256 max) internal pure returns (uint256) {
        return number >= min && number <= max ? number : min + number % (max - min + 1);
    }
}
