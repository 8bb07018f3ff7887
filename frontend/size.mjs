#!/usr/bin/env node
// Fails when a page would load more JavaScript than it may: 45 KB after gzip, everything together.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const LIMIT = 45 * 1024;
const PAGES = { 'campaign page': ['page', 'give'], 'campaign form': ['page', 'campaign-form'] };

const dist = join(dirname(fileURLToPath(import.meta.url)), 'dist');
const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));

for (const [page, entries] of Object.entries(PAGES)) {
  const files = entries.map((entry) => readFileSync(join(dist, manifest[entry])));
  const size = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
  console.log(`${page}: ${size} bytes of JavaScript after gzip (at most ${LIMIT})`);
  if (size > LIMIT) {
    console.error(`The ${page} loads ${size - LIMIT} bytes too many: import less, or say less.`);
    process.exitCode = 1;
  }
}
