#!/usr/bin/env node
// Bundles what pages load into dist/, and what only a development node serves into dist/dev/.
// Names carry a hash of the content, so that they can be cached for ever; manifest.json tells the server the names. Each
// entry is one file, complete in itself. The same sources give the same bytes.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const home = dirname(fileURLToPath(import.meta.url));

/** Entries: what a page may ask for by name. */
export const ENTRIES = ['page', 'give', 'campaign-form'];
export const DEVELOPMENT_ENTRIES = ['dev/demo-wallet'];

async function bundle(entries, folder) {
  const { metafile } = await build({
    absWorkingDir: home,
    entryPoints: entries.map((entry) => `src/${entry}.ts`),
    outdir: folder,
    entryNames: '[name]-[hash]',
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    metafile: true,
    logLevel: 'warning',
  });
  const manifest = {};
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (output.entryPoint === undefined) continue;
    manifest[basename(output.entryPoint, '.ts')] = basename(path);
  }
  const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(home, folder, 'manifest.json'), `${JSON.stringify(sorted, null, 2)}\n`);
}

rmSync(join(home, 'dist'), { recursive: true, force: true });
mkdirSync(join(home, 'dist/dev'), { recursive: true });
await bundle(ENTRIES, 'dist');
await bundle(DEVELOPMENT_ENTRIES, 'dist/dev');
