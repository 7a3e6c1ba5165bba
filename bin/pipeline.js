#!/usr/bin/env node

// The launcher: runs the bundle, with V8's code cache where there is one. Nothing else.

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const bundle = join(__dirname, '..', 'dist', 'pipeline.cjs');
if (existsSync(bundle)) {
  require('../dist/start.cjs');
} else {
  process.stderr.write('pipeline is not built yet. → npm run build\n');
  process.exitCode = 70;
}
