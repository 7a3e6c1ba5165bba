// Bundles src/cli/main.ts into dist/pipeline.cjs, one file with lazily evaluated modules, and the loader
// with V8's code cache beside it. Takes under a second; `npm test` and `npm run demo` call it.

import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

mkdirSync(dist, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/pipeline.cjs',
  bundle: true,
  platform: 'node',
  target: 'node20.12',
  format: 'cjs',
  external: ['better-sqlite3'],
  minifySyntax: true,
  legalComments: 'none',
  define: { PIPELINE_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
});
const hash = createHash('sha256')
  .update(readFileSync(join(dist, 'pipeline.cjs')))
  .digest('hex')
  .slice(0, 16);
copyFileSync(join(root, '.dev', 'start.cjs'), join(dist, 'start.cjs'));
writeFileSync(join(dist, 'pipeline.hash'), `${hash}\n`);
rmSync(join(dist, 'cache'), { recursive: true, force: true });
