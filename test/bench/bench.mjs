// `npm run bench`: whole processes, as ratios to floors that are timed in the same interleaved run.
// F is `node -e 0`; S is Node's readdir and lstat of the deal files. Medians; no test asserts a time.
// Usage: npm run bench -- [deals] [rounds]

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const deals = Number(process.argv[2] ?? 1000);
const rounds = Number(process.argv[3] ?? 10);
const bin = resolve('bin/pipeline.js');
const root = mkdtempSync(join(tmpdir(), 'pipeline-bench-'));
const { NODE_EXTRA_CA_CERTS: _, ...rest } = process.env;
const env = { ...rest, PIPELINE_TODAY: '2026-11-23' };

const stat = `const fs = require('fs'); for (const f of fs.readdirSync('deals/2026')) fs.lstatSync('deals/2026/' + f);`;
const jobs = [
  { name: 'F', words: ['-e', '0'] },
  { name: 'F + S', words: ['-e', stat] },
  { name: '--version', words: [bin, '--version'], floor: 'F' },
  { name: '--help', words: [bin, '--help'], floor: 'F' },
  { name: 'stale, warm', words: [bin, 'stale'], floor: 'F + S' },
  { name: 'diff, warm', words: [bin, 'diff'], floor: 'F + S' },
  { name: 'stale, cold', words: [bin, 'stale'], floor: 'F + S', before: dropIndex },
];

try {
  makeWorkspace();
  const times = new Map(jobs.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const job of jobs) {
      job.before?.();
      const took = time(job.words);
      if (round >= 0) times.get(job.name).push(took); // the first round warms up
    }
  }
  const median = (name) => times.get(name).toSorted((a, b) => a - b)[Math.floor(rounds / 2)];
  console.log(`${deals} deals, ${rounds} rounds, Node ${process.versions.node}\n`);
  for (const { name, floor } of jobs) {
    const ratio = floor === undefined ? '' : `${(median(name) / median(floor)).toFixed(2)} × (${floor})`;
    console.log(`${name.padEnd(14)} ${median(name).toFixed(0).padStart(6)} ms   ${ratio}`);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}

function makeWorkspace() {
  must(['init', '.', '--currency', 'PLN', '--locale', 'en', '--time-zone', 'Europe/Warsaw']);
  mkdirSync(join(root, 'deals/2026'), { recursive: true });
  for (let n = 0; n < deals; n++) writeFileSync(join(root, `deals/2026/deal-${n}.yaml`), dealText(n));
  must(['snapshot', '--today', '2026-11-16']);
}

function dealText(n) {
  const stage = ['lead', 'qualified', 'proposal', 'negotiation'][n % 4];
  const day = (offset) => new Date(Date.UTC(2026, 8, 1 + (offset % 75))).toISOString().slice(0, 10);
  const activities = Array.from({ length: 8 }, (_, at) =>
    `  - {on: ${day(n + at * 5)}, logged: ${day(n + at * 5)}, type: call, note: talked about the scope, part ${at}}`.replace(
      ', part',
      ' part',
    ),
  );
  return `name: Deal number ${n}
account: Account ${n % 200}
owner: ${['anna', 'piotr', 'ewa'][n % 3]}
stage: ${stage}
amount: ${1000 + n * 7}.00
created: 2026-08-01
recorded: 2026-08-02
close: 2026-12-15
next_step: {by: 2026-11-28, what: send the revised offer, agreed: 2026-11-10}
stages:
  - {stage: lead, on: 2026-08-01, logged: 2026-08-02}
  - {stage: ${stage}, on: 2026-10-01, logged: 2026-10-01}
activities:
${activities.join('\n')}
`;
}

function dropIndex() {
  rmSync(join(root, '.pipeline'), { recursive: true, force: true });
}

function time(words) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, words, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status !== 0) throw new Error(`${words.join(' ')}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function must(words) {
  time([bin, ...words]);
}
