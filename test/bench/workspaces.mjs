// Workspaces to measure on: as many deals as asked for, half of them open, a fifth of these without a sign of life.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const TODAY = '2026-11-23';
export const BIN = resolve('bin/pipeline.js');
const STAGES = ['lead', 'qualified', 'proposal', 'negotiation'];

/** The environment of every process that is timed. */
export function environment() {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, NODE_V8_COVERAGE: ___, ...rest } = process.env;
  return { ...rest, PIPELINE_TODAY: TODAY };
}

/** The workspace of so many deals below `folder`, with two snapshots; made where it is not there. */
export function workspaceOf(folder, deals) {
  const root = join(folder, `deals-${deals}`);
  if (existsSync(root)) return root;
  const half = `${root}-half`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(join(half, 'deals/2026'), { recursive: true });
  pipeline(half, 'init', '.', '--currency', 'PLN', '--locale', 'en', '--time-zone', 'Europe/Warsaw');
  for (let n = 0; n < deals; n++) writeFileSync(join(half, dealPath(n)), dealText(n));
  pipeline(half, 'snapshot', '--today', '2026-11-09');
  for (let n = 0; n < deals; n += 20) writeFileSync(join(half, dealPath(n)), dealText(n, { moved: true }));
  pipeline(half, 'snapshot', '--today', '2026-11-16');
  renameSync(half, root);
  return root;
}

export function dealPath(n) {
  return `deals/2026/deal-${n}.yaml`;
}

/** `touched`: saved again since, with another note. */
export function dealText(n, { moved = false, touched = 0 } = {}) {
  const stage = STAGES[n % 4];
  const outcome = n % 4 < 2 ? stage : n % 4 === 2 ? 'won' : 'lost';
  const last = n % 10 < 2 ? 30 + (n % 17) : n % 12;
  const activities = Array.from({ length: 8 }, (_, at) => {
    const on = daysBack(last + (7 - at) * 6);
    return `  - {on: ${on}, logged: ${on}, type: ${at % 2 === 0 ? 'call' : 'meeting'}, note: talked about the scope part ${at + touched}}`;
  });
  return `name: Deal number ${n}
account: Account ${n % 200}
owner: ${['anna', 'piotr', 'ewa'][n % 3]}
stage: ${outcome}
amount: ${1000 + n * 7}.00
created: 2026-08-01
recorded: 2026-08-02
close: ${outcome === stage ? (moved ? '2026-12-22' : '2026-12-15') : '2026-11-05'}
next_step: {by: 2026-11-28, what: send the revised offer, agreed: 2026-09-10}
stages:
  - {stage: lead, on: 2026-08-01, logged: 2026-08-02}
  - {stage: ${stage}, on: 2026-09-01, logged: 2026-09-01}
activities:
${activities.join('\n')}
`;
}

function daysBack(days) {
  return new Date(Date.parse(TODAY) - days * 86_400_000).toISOString().slice(0, 10);
}

export function pipeline(root, ...words) {
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...words], {
    cwd: root,
    env: environment(),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`pipeline ${words.join(' ')}: ${stderr}`);
}
