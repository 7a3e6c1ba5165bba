// `npm run newer-node -- 24 [FILE…]`: what is committed, installed, built and tested by another Node, which npm has for this machine.
// The driver of SQLite is compiled for it. Nothing of it is left in the checkout.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const [version, ...files] = process.argv.slice(2);
if (version === undefined) stop('Name a version: npm run newer-node -- 24');
const folder = mkdtempSync(join(tmpdir(), 'pipeline-newer-node-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const packed = `node-${process.platform}-${process.arch}@${version}`;
const [tarball] = JSON.parse(
  must('npm', ['pack', packed, '--json'], { stdio: ['ignore', 'pipe', 'inherit'] }),
);
must('tar', ['xzf', tarball.filename]);
must('git', ['clone', '--quiet', process.cwd(), 'checkout']);

const node = join(folder, 'package');
const { NODE_OPTIONS: _, ...bare } = process.env;
const env = {
  ...bare,
  PATH: [join(node, 'bin'), bare.PATH].join(delimiter),
  npm_config_nodedir: node, // its headers, which the driver is compiled with
};
const inCheckout = { cwd: join(folder, 'checkout'), env };
must('node', ['--version'], inCheckout);
must('npm', ['ci'], inCheckout);
must('npm', ['test', '--', ...files], inCheckout);

/** What it prints, where that is not for the screen. */
function must(command, words, options = {}) {
  const { status, stdout } = spawnSync(command, words, {
    cwd: folder,
    stdio: 'inherit',
    encoding: 'utf8',
    ...options,
  });
  if (status !== 0) stop(`${command} ${words.join(' ')} ended with ${status}.`);
  return stdout;
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
