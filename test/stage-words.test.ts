// A stage by the words that people have for it, in every verb that takes one.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ListView } from '../src/report/list.ts';
import type { PlanImportView } from '../src/report/plan-import.ts';
import { type Desk, desk } from './crm-import/desk.ts';

const HEAD = `format: 1
name: acme
currency: PLN
process:
  stages: [lead, {id: proposal, label: Oferta złożona, was: [bid-sent]}]
`;
const DEAL = 'name: ERP\nstage: lead\namount: 100\nclose: 2026-12-15\n';

let here: Desk;
beforeEach(async () => {
  here = await desk();
  here.write('pipeline.yaml', HEAD);
  here.write('deals/2026/erp.yaml', DEAL);
});
afterEach(() => here.clear());

const stageOf = (path: string) => /^ *stage: (.*)$/m.exec(here.read(path))?.[1];

test.each(['proposal', 'Proposal', 'Oferta złożona', 'OFERTA ZLOZONA', 'bid-sent', 'Bid sent'])(
  'every verb takes “%s” for the same stage',
  async (word) => {
    expect((await here.run(['move', 'erp', word])).status).toBe(0);
    expect(stageOf('deals/2026/erp.yaml')).toBe('proposal');
    const listed = await here.run(['list', '--stage', word, '--format', 'json']);
    expect((JSON.parse(listed.stdout) as ListView).deals).toHaveLength(1);
    expect((await here.run(['feedback', 'add', 'a template', '--stage', word])).status).toBe(0);
    expect(stageOf('feedback/2026-11.yaml')).toBe('proposal');
    here.write('targets.csv', `period,stage,target\n2027-Q1,${word},100\n`);
    expect((await here.json<PlanImportView>('plan import targets.csv')).rejected).toEqual([]);
    expect(here.read('pipeline.yaml')).toContain('stage: proposal');
    expect((await here.run(['process', 'rename', word, 'offer-sent'])).status).toBe(0);
    expect(here.read('pipeline.yaml')).toContain('id: offer-sent');
  },
);
