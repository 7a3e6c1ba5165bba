#!/usr/bin/env node

// The launcher: starts what was built. Nothing else.

const { existsSync } = require('node:fs');
const { join } = require('node:path');

if (existsSync(join(__dirname, '..', 'dist', 'pipeline.pack'))) {
  require('../dist/start.cjs').start();
} else {
  const isInstalled = existsSync(join(__dirname, '..', 'node_modules'));
  process.stderr.write(`pipeline is not built yet. → ${isInstalled ? '' : 'npm ci && '}npm run build\n`);
  process.exitCode = 70;
}
