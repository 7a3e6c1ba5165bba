// `npm run bench`: whole processes with their output, as ratios to floors that are timed in the same interleaved run.
// Medians; no test asserts a time. Usage: npm run bench -- [--rounds 10] [--only WORD] [--folder FOLDER]

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { goalsOf, jobs } from './jobs.mjs';
import { environment } from './workspaces.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string' }, only: { type: 'string' }, folder: { type: 'string' } },
});
const rounds = Number(values.rounds ?? 10);
const folder =
  values.folder === undefined ? mkdtempSync(join(tmpdir(), 'pipeline-bench-')) : resolve(values.folder);
const scratch = join(folder, 'scratch');
rmSync(scratch, { recursive: true, force: true });
mkdirSync(scratch, { recursive: true });

const times = new Map();
const memory = new Map();
try {
  const goals = goalsOf(values.only);
  const wanted = new Set(goals.flatMap(({ needs }) => needs));
  const all = jobs({ folder, scratch }).filter(({ name }) => wanted.has(name));
  for (const job of all) job.prepare?.();
  for (let round = -1; round < rounds; round++) {
    for (const job of all) {
      job.before?.(round);
      const measured = measure(job);
      if (round >= 0) keep(job.memory === true ? memory : times, job.name, measured); // the first round warms up
      job.after?.(round);
    }
  }
  print(goals);
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}

function keep(map, name, value) {
  map.set(name, [...(map.get(name) ?? []), value]);
}

function median(name) {
  const sorted = (times.get(name) ?? memory.get(name) ?? []).toSorted((a, b) => a - b);
  if (sorted.length === 0) throw new Error(`${name} was not measured`);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

function measure(job) {
  if (job.count !== undefined) return job.count();
  return job.memory === true ? memoryOf(job) : timeOf(job);
}

/** Of the whole process, or what it prints of its own where it does. */
function timeOf({ words, cwd, prints }) {
  const started = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
  });
  const took = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== 0) throw new Error(`${words.join(' ')}: ${stderr}`);
  return prints === true ? Number(stdout.toString()) : took;
}

function memoryOf({ words, cwd }) {
  const file = join(scratch, 'resident');
  timeOf({ words: [resolve('test/bench/memory.cjs'), file, ...words], cwd });
  return Number(readFileSync(file, 'utf8')) / 1024;
}

function print(goals) {
  const lines = [
    `Node ${process.versions.node}, ${rounds} rounds, medians; F ${median('F').toFixed(0)} ms`,
    '',
    '| job | ours | floor | ratio | goal | stretch |',
    '|---|---:|---:|---:|---:|---:|',
  ];
  for (const { job, measure, floor, goal, stretch, unit = 'ms', says } of goals) {
    const [ours, below] = [measure(median), floor(median)];
    const ratio = says?.(ours, below) ?? `${(ours / below).toFixed(2)}`;
    const text = unit === '' ? ['', ''] : [`${ours.toFixed(0)} ${unit}`, `${below.toFixed(0)} ${unit}`];
    lines.push(`| ${job} | ${text[0]} | ${text[1]} | ${ratio} | ${goal} | ${stretch} |`);
  }
  console.log(lines.join('\n'));
}
