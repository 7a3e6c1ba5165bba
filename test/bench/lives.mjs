// A workspace whose deals come and go over years: 64 new ones a week, each with stages, a close date that is moved, and an
// end; so that a forecast has something to learn from. Its past is made of what becomes of each, a snapshot a week.

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LAST, NAMES, pastOf, weekBack } from './history.mjs';
import { pipeline } from './workspaces.mjs';

const DEALS = 10_000;
const STAGES = ['lead', 'qualified', 'proposal', 'negotiation'];
const OWNERS = ['anna', 'piotr', 'ewa'];

/** The workspace with so many weekly snapshots below `folder`; made where it is not there. */
export function livesOf(folder, weeks) {
  const root = join(folder, `lives-${weeks}`);
  if (existsSync(root)) return root;
  const half = `${root}-half`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(join(half, 'deals'), { recursive: true });
  pipeline(half, 'init', '.', '--currency', 'PLN', '--locale', 'en', '--time-zone', 'Europe/Warsaw');
  const first = Date.parse(weekBack(weeks));
  const days = (Date.parse(LAST) - first) / 86_400_000;
  const lives = Array.from({ length: DEALS }, (_, n) => lifeOf(n, first, days));
  for (const life of lives) writeFileSync(join(half, 'deals', `${life.id}.yaml`), textOf(life));
  pipeline(half, 'snapshot', '--today', LAST);
  const byId = new Map(lives.map((life) => [life.id, life]));
  pastOf(half, weeks, (record, _, back) => recordThen(record, byId, weekBack(back)));
  pipeline(half, 'stale');
  pipeline(half, 'stale'); // keeps what the first one could not yet trust
  renameSync(half, root);
  return root;
}

/** A number from 0 to below `count` that looks like chance, another one for each use. */
function someOf(n, use, count) {
  return ((Math.imul(n + 1, 2654435761) ^ Math.imul(use, 40503)) >>> 7) % count;
}

function lifeOf(n, first, days) {
  const born = Math.floor((n * days) / DEALS);
  const length = 20 + someOf(n, 1, 130);
  const at = (share) => dayOf(first, born + Math.round(share * length));
  const stages = STAGES.map((stage, place) => ({ stage, on: at(place / STAGES.length) }));
  const ending = someOf(n, 2, 3) === 0 ? 'won' : 'lost';
  return {
    id: `deal-${n}`,
    owner: OWNERS[n % 3],
    account: `Account ${n % 200}`,
    amount: 1000 + someOf(n, 3, 900) * 50,
    created: at(0),
    stages: [...stages, { stage: ending, on: at(1) }],
    expected: dayOf(first, born + length - 10 + someOf(n, 4, 30)),
    closed: at(1),
  };
}

function dayOf(first, days) {
  return new Date(first + days * 86_400_000).toISOString().slice(0, 10);
}

/** As it stands on a day. */
function standing({ stages, expected, closed }, day) {
  const entered = stages.filter(({ on }) => on <= day);
  const isClosed = closed <= day;
  return {
    entered,
    stage: entered.at(-1)?.stage,
    close: isClosed ? closed : later(expected, entered.length - 2),
  };
}

/** From the third stage on it is late, and moved. */
function later(day, weeks) {
  return dayOf(Date.parse(day), 7 * Math.max(weeks, 0));
}

function textOf(life) {
  const { entered, stage, close } = standing(life, LAST);
  const stages = entered.map(({ stage: name, on }) => `  - {stage: ${name}, on: ${on}, logged: ${on}}`);
  return `name: About ${life.id}
account: ${life.account}
owner: ${life.owner}
stage: ${stage}
amount: ${life.amount}.00
created: ${life.created}
recorded: ${life.created}
close: ${close}
stages:
${stages.join('\n')}
`;
}

function recordThen(record, lives, day) {
  const cells = record.split(',');
  const at = (name) => NAMES.indexOf(name);
  const life = lives.get(cells[at('id')]);
  if (life.created > day) return undefined;
  const { entered, stage, close } = standing(life, day);
  cells[at('stage')] = stage;
  cells[at('close')] = close;
  cells[at('close_moves')] = String(Math.max(entered.length - 2, 0));
  cells[at('stages')] = entered.map(({ stage: name, on }) => `${name}@${on}`).join(' ');
  cells[at('stages_logged')] = cells[at('stages')];
  cells[at('last_sign_of_life')] = entered.at(-1).on;
  return cells.join(',');
}
