#!/usr/bin/env node
// The Solidity compiler for forge: the soljson.js of npm's `solc`, answering the two questions that forge asks a native solc.
// So the compiler is pinned by the lockfile, is the same bytes on every machine, and nothing is downloaded while building.
'use strict';
const { readFileSync, writeSync } = require('node:fs');
const soljson = require('solc/soljson.js');

const questions = process.argv.slice(2);
if (questions.includes('--version')) {
  const version = soljson.cwrap('solidity_version', 'string', [])();
  write(`solc, the solidity compiler commandline interface\nVersion: ${version}\n`);
} else if (questions.includes('--standard-json')) {
  const compile = soljson.cwrap('solidity_compile', 'string', ['string', 'number', 'number']);
  write(compile(readFileSync(0, 'utf8'), 0, 0));
} else {
  console.error(`solc.cjs answers --version and --standard-json, not: ${questions.join(' ')}`);
  process.exit(1);
}

/** Writes everything: a pipe takes a part of a large answer at a time, or asks to try again. */
function write(text) {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
}
