// What the verbs of writing down ask at a terminal: what a stage requires, which deal, whether so many, why lost.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Desk, desk } from './crm-import/desk.ts';
import { atTerminal, CANCEL } from './support/terminal.ts';

vi.mock('@clack/prompts', async () => (await import('./support/terminal.ts')).PROMPTS);

const SETTINGS = `format: 1
name: desk
currency: PLN
locale: en-GB
team: [{id: anna, name: Anna Nowak}, {id: piotr, name: Piotr Lis}]
process:
  stages:
    - {id: lead, requires: {fields: [owner, amount, close, next_step, custom.segment]}}
    - {id: proposal}
lost_reasons: [price, timing]
`;

let here: Desk;
beforeEach(async () => {
  here = await desk();
  here.write('pipeline.yaml', SETTINGS);
});
afterEach(() => here.clear());

const acme = (name: string) => `name: ${name}\naccount: Acme\nowner: anna\nstage: lead\n`;

test('add asks for what the stage requires and nobody said, as people type it', async () => {
  const { asked, troubles, status } = await atTerminal(['add', 'Pumps', '--amount', '5k'], here.root, [
    ...['piotr', '31.02', 'end of Q1', 'call them', 'yesterdy', 'fri', 'mid'],
  ]);
  expect(status).toBe(0);
  expect(asked).toEqual([
    'Whose is it?',
    'When is it expected to close? (end of Q1, +6w, 15.01)',
    'What is the next step?',
    'By when? (fri, +1w)',
    'custom.segment?',
  ]);
  expect(troubles).toEqual([
    expect.stringContaining('There is no day "31.02" in the calendar.'),
    expect.stringContaining('"yesterdy" is not a day.'),
  ]);
  expect(here.read('deals/2026/pumps.yaml')).toBe(
    [
      'name: Pumps',
      'owner: piotr',
      'stage: lead',
      'amount: 5000',
      'created: 2026-11-23',
      'recorded: 2026-11-23',
      'close: 2027-03-31',
      'next_step: {by: 2026-11-27, what: call them, agreed: 2026-11-23}',
      'stages:',
      '  - {stage: lead, on: 2026-11-23, logged: 2026-11-23}',
      'custom: {segment: mid}',
      '',
    ].join('\n'),
  );
});

test('Enter leaves a question for later, --no-input asks none, and who breaks off has written nothing', async () => {
  const left = await atTerminal(['add', 'Later'], here.root, ['', '', '', '', '']);
  expect(left.stdout).toContain('Lead requires what it lacks: owner, amount, close, next_step');
  expect((await atTerminal(['add', 'Silent', '--no-input'], here.root, [])).asked).toEqual([]);
  const broken = await atTerminal(['add', 'Broken'], here.root, ['anna', CANCEL]);
  expect(broken.status).toBe(130);
  expect(Object.keys(here.files('deals'))).toEqual(['deals/2026/later.yaml', 'deals/2026/silent.yaml']);
});

test('a word that several deals have is asked, and only the one that is meant is changed', async () => {
  here.write('deals/acme-erp.yaml', acme('ERP'));
  here.write('deals/acme-crm.yaml', acme('CRM'));
  const { asked, offered } = await atTerminal(['owner', 'acme', 'piotr'], here.root, ['acme-crm']);
  expect(asked).toEqual(['Which deal is "acme"?']);
  expect(offered[0]).toEqual(['acme-crm', 'acme-erp']);
  expect(here.read('deals/acme-crm.yaml')).toContain('owner: piotr');
  expect(here.read('deals/acme-erp.yaml')).toBe(acme('ERP'));
  expect((await atTerminal(['owner', 'acme', 'piotr'], here.root, [CANCEL])).status).toBe(130);
});

test('a whole word of id, name or account goes before a piece of another, and nobody is asked', async () => {
  for (const id of ['beta', 'eta-pumps', 'theta', 'zeta'])
    here.write(`deals/${id}.yaml`, acme(`Deal ${id[0]}`));
  here.write('deals/theta.yaml', acme('Long Iota'));
  here.write('deals/iotas.yaml', acme('Short'));
  const { asked, status } = await atTerminal(['owner', 'eta', 'piotr'], here.root, []);
  expect([asked, status]).toEqual([[], 0]);
  expect(here.read('deals/eta-pumps.yaml')).toContain('owner: piotr');
  await atTerminal(['owner', 'iota', 'piotr'], here.root, []);
  expect(here.read('deals/theta.yaml')).toContain('owner: piotr');
});

test('many are changed once the person has seen how many, and none where they say no', async () => {
  here.write('deals/acme-erp.yaml', acme('ERP'));
  here.write('deals/acme-crm.yaml', acme('CRM'));
  const words = ['set', '--where', 'account=Acme', 'amount=9k'];
  const no = await atTerminal(words, here.root, [false]);
  expect([no.asked, no.status]).toEqual([['Change 2 deals: acme-crm, acme-erp?'], 130]);
  expect(here.read('deals/acme-erp.yaml')).toBe(acme('ERP'));
  expect((await atTerminal(words, here.root, [true])).stdout).toContain('2 deals changed');
  expect((await atTerminal([...words, '--yes'], here.root, [])).stdout).toContain('2 deals say so already');
});

test('what was saved while the question stood is not written over, and the conditions are not forgotten', async () => {
  here.write('deals/acme-erp.yaml', acme('ERP'));
  here.write('deals/acme-crm.yaml', acme('CRM'));
  const saved = `${acme('CRM')}amount: 7\n`.replace('Acme', 'Beta');
  const { status, stderr } = await atTerminal(['set', '--where', 'account=Acme', 'amount=9k'], here.root, [
    () => {
      here.write('deals/acme-crm.yaml', saved);
      return true;
    },
  ]);
  expect([status, stderr]).toEqual([
    4,
    expect.stringContaining('Somebody changed acme-crm while the question stood, so nothing was changed.'),
  ]);
  expect(here.read('deals/acme-crm.yaml')).toBe(saved);
  expect(here.read('deals/acme-erp.yaml')).toBe(acme('ERP'));
});

test('lost asks for the reason, of those that there are', async () => {
  here.write('deals/acme-erp.yaml', acme('ERP'));
  const { asked, offered } = await atTerminal(['lost', 'erp'], here.root, ['timing']);
  expect([asked, offered]).toEqual([['Why was it lost?'], [['price', 'timing']]]);
  expect(here.read('deals/acme-erp.yaml')).toContain('lost_reason: timing');
});
