// Two people, a clone each: both add deals, log in the same one and move it, pull and push.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CheckView } from '../../src/report/check.ts';
import { PATIENCE_MS } from '../support/torture.ts';
import { type Clone, cloneAt, folderFor, installed, pathWith, repositoryWith } from './clones.ts';

const FILE = 'deals/2026/acme-erp.yaml';
const DEAL = `# won on the fair
name: ERP rollout
account: Acme
owner: anna
stage: lead
amount: 120000.00
created: 2026-09-01
close: 2026-12-15
next_step: {by: 2026-11-28, what: call back, agreed: 2026-11-18}
stages:
  - {stage: lead, on: 2026-09-01, logged: 2026-09-01}
activities:
  - {on: 2026-11-02, logged: 2026-11-02, type: call}
`;

/** What a person types; it must do. */
async function types(clone: Clone, ...words: string[]): Promise<void> {
  const { status, stderr } = await clone.run(words);
  expect([words, status, stderr]).toEqual([words, 0, '']);
}

test(
  'a day of two people ends with one book, which has what both did',
  async () => {
    const path = pathWith();
    const first = await repositoryWith(path, "the team's sales");
    first.write(FILE, DEAL);
    first.commit('a deal');
    await first.run('git install --yes');
    first.commit('merge by field');
    const hub = cloneAt(join(folderFor('pipeline-hub-'), 'hub.git'), path);
    execFileSync('git', ['clone', '--quiet', '--bare', first.root, hub.root], { stdio: 'ignore' });
    const anna = await installed(first, path);
    const piotr = await installed(first, path);
    for (const clone of [anna, piotr]) clone.git('remote', 'set-url', 'origin', hub.root);

    // The morning: both add a deal and log in the same one; Piotr moves it, Anna sets its next step.
    await types(
      anna,
      'add',
      'Portal',
      '--account',
      'Hel',
      '--owner',
      'anna',
      '--amount',
      '5k',
      '--close',
      '20.12',
    );
    await types(anna, 'log', 'acme', 'scope agreed', '--type', 'meeting', '--on', 'fri');
    await types(anna, 'next', 'acme', 'send the offer', '--by', '1.12');
    anna.commit('Monday');
    anna.git('push', '--quiet');
    await types(
      piotr,
      'add',
      'MES',
      '--account',
      'Hel',
      '--owner',
      'piotr',
      '--amount',
      '5k',
      '--close',
      '20.12',
    );
    await types(piotr, 'log', 'acme', 'asked for references', '--type', 'email', '--on', 'thu');
    await types(piotr, 'log', 'acme', 'they rang', '--type', 'call');
    await types(piotr, 'move', 'acme', 'qualified');
    piotr.commit('my Monday');
    expect(piotr.tries('push', '--quiet').status).not.toBe(0);
    expect(piotr.tries('pull', '--quiet', '--no-rebase', '--no-edit').status).toBe(0);
    piotr.git('push', '--quiet');
    anna.git('pull', '--quiet', '--ff-only');
    const wanted = DEAL.replace('stage: lead\namount', 'stage: qualified\namount')
      .replace(
        '{by: 2026-11-28, what: call back, agreed: 2026-11-18}',
        '{by: 2026-12-01, what: send the offer, agreed: 2026-11-23}',
      )
      .replace('activities:\n', '  - {stage: qualified, on: 2026-11-23, logged: 2026-11-23}\nactivities:\n');
    const items = [
      '{on: 2026-11-19, logged: 2026-11-23, type: email, note: asked for references}',
      '{on: 2026-11-20, logged: 2026-11-23, type: meeting, note: scope agreed}',
      '{on: 2026-11-23, logged: 2026-11-23, type: call, note: they rang}',
    ];
    const joined = wanted + items.map((item) => `  - ${item}\n`).join('');
    for (const clone of [anna, piotr]) expect(clone.read(FILE)).toBe(joined);

    // The afternoon: both move the deal on, to different stages. That is for people to settle.
    await types(anna, 'move', 'acme', 'proposal');
    anna.commit('an offer');
    anna.git('push', '--quiet');
    await types(piotr, 'move', 'acme', 'negotiation');
    await types(piotr, 'log', 'acme', 'they haggle', '--type', 'meeting');
    piotr.commit('they haggle');
    const pull = piotr.tries('pull', '--no-rebase', '--no-edit');
    expect(pull.status).toBe(1);
    expect(pull.said).toContain('both sides changed stage.');
    const left = await checkOf(piotr);
    expect(left.exit_status).toBe(3);
    expect(left.findings.map(({ rule, id }) => `${rule} ${id}`)).toContain('conflict-markers acme-erp');
    const markers = '<<<<<<< ours\nstage: negotiation\n=======\nstage: proposal\n>>>>>>> theirs\n';
    piotr.edit(FILE, markers, 'stage: negotiation\n');
    piotr.git('add', '--all');
    piotr.git('commit', '--quiet', '--no-edit');
    piotr.git('push', '--quiet');
    anna.git('pull', '--quiet', '--ff-only');
    expect(anna.read(FILE)).toBe(piotr.read(FILE));
    expect(anna.read(FILE)).toContain(
      '{on: 2026-11-23, logged: 2026-11-23, type: meeting, note: they haggle}\n',
    );
    for (const clone of [anna, piotr]) {
      const { unreadable, findings } = await checkOf(clone);
      expect(unreadable).toEqual([]);
      expect(findings.filter(({ rule }) => rule === 'date-order')).toEqual([]);
      const { deals } = JSON.parse((await clone.run('list --format json')).stdout);
      expect(deals.map(({ id }: { id: string }) => id).sort()).toEqual(['acme-erp', 'hel-mes', 'hel-portal']);
    }
  },
  PATIENCE_MS,
);

async function checkOf(clone: Clone): Promise<CheckView> {
  return JSON.parse((await clone.run('check --format json')).stdout);
}
