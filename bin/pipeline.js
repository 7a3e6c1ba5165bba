#!/usr/bin/env node

// The launcher: starts what was built. Nothing else.

const { existsSync } = require('node:fs');
const { join } = require('node:path');

if (existsSync(join(__dirname, '..', 'dist', 'pipeline.pack'))) {
  program()?.start();
} else {
  const isInstalled = existsSync(join(__dirname, '..', 'node_modules'));
  process.stderr.write(`pipeline is not built yet. → ${isInstalled ? '' : 'npm ci && '}npm run build\n`);
  process.exitCode = 70;
}

/** Undefined where the disk does not give it, which is said. */
function program() {
  try {
    return require('../dist/start.cjs');
  } catch (error) {
    if (error.errno === undefined && error.code !== 'MODULE_NOT_FOUND') throw error;
    const [why] = error.message.split('\n');
    process.stderr.write(`error: The program itself can't be read: ${why}\n`);
    process.exitCode = 5;
  }
}
