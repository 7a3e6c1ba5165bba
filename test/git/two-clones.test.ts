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

/** As the commands leave a file. */
const append = (clone: Clone, item: string) => clone.write(FILE, `${clone.read(FILE)}  - ${item}\n`);
function move(clone: Clone, from: string, to: string, on: string): void {
  clone.edit(FILE, `stage: ${from}\n`, `stage: ${to}\n`);
  clone.edit(FILE, 'activities:\n', `  - {stage: ${to}, on: ${on}, logged: ${on}}\nactivities:\n`);
}
const newDeal = (name: string, owner: string) =>
  `name: ${name}\naccount: Hel\nowner: ${owner}\nstage: lead\namount: 5000.00\ncreated: 2026-11-23\nclose: 2026-12-20\n`;

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
    anna.write('deals/2026/hel-portal.yaml', newDeal('Portal', 'anna'));
    append(anna, '{on: 2026-11-20, logged: 2026-11-23, type: meeting, note: scope agreed}');
    anna.edit(
      FILE,
      '{by: 2026-11-28, what: call back, agreed: 2026-11-18}',
      '{by: 2026-12-01, what: send the offer, agreed: 2026-11-23}',
    );
    anna.commit('Monday');
    anna.git('push', '--quiet');
    piotr.write('deals/2026/hel-mes.yaml', newDeal('MES', 'piotr'));
    append(piotr, '{on: 2026-11-19, logged: 2026-11-23, type: email, note: asked for references}');
    append(piotr, '{on: 2026-11-23, logged: 2026-11-23, type: call}');
    move(piotr, 'lead', 'qualified', '2026-11-23');
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
      '{on: 2026-11-23, logged: 2026-11-23, type: call}',
    ];
    const joined = wanted + items.map((item) => `  - ${item}\n`).join('');
    for (const clone of [anna, piotr]) expect(clone.read(FILE)).toBe(joined);

    // The afternoon: both move the deal on, to different stages. That is for people to settle.
    move(anna, 'qualified', 'proposal', '2026-11-23');
    anna.commit('an offer');
    anna.git('push', '--quiet');
    move(piotr, 'qualified', 'negotiation', '2026-11-23');
    append(piotr, '{on: 2026-11-23, logged: 2026-11-23, type: meeting}');
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
    expect(anna.read(FILE)).toContain('{on: 2026-11-23, logged: 2026-11-23, type: meeting}\n');
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
