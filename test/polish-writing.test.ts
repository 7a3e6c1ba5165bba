// What commands that write say where Polish is spoken: what stands in the way of a move, how an export was read, what a
// review's answers left. Files, and what machines read, stay English.

import { afterEach, expect, test } from 'vitest';
import { type Desk, desk } from './crm-import/desk.ts';

const made: Desk[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.clear();
});

async function polishDesk(files: Readonly<Record<string, string>>): Promise<Desk> {
  const here = await desk();
  made.push(here);
  for (const [path, text] of Object.entries({ 'pipeline.yaml': SETTINGS, ...files })) here.write(path, text);
  return here;
}

const SETTINGS = `format: 1
name: biuro
currency: PLN
locale: pl
time_zone: Europe/Warsaw
team:
  - {id: anna, name: Anna Nowak}
process:
  stages:
    - {id: lead, label: Kontakt, requires: {activities: [call, meeting]}}
    - {id: qualified, label: Analiza, allow_skip: false}
    - {id: proposal, label: Oferta, requires: {fields: [amount]}, allow_back: false}
    - {id: negotiation, label: Negocjacje}
`;
const DEAL = `name: Portal
owner: anna
stage: lead
amount: 1
created: 2026-11-02
`;
const PATH = 'deals/2026/portal.yaml';

test('what keeps a deal from a stage is told in Polish, and what was gone on against is in its file in English', async () => {
  const here = await polishDesk({ [PATH]: DEAL });
  const { stderr } = await here.run('move portal proposal');
  expect(stderr).toContain('portal nie może jeszcze przejść do Oferta: stoją temu na drodze 3 rzeczy.');
  expect(stderr).toContain('    etapu Analiza nie wolno przeskoczyć\n');
  expect(stderr).toContain('    brak w etapie Kontakt: call lub meeting\n');
  expect(stderr).toContain('    amount (1 to wypełniacz)\n');
  expect((await here.run('won portal')).stderr).toContain('portal nie może jeszcze być zrealizowana:');
  await here.run(['move', 'portal', 'proposal', '--force', '--why', 'tak chce klient']);
  expect(here.read(PATH)).toContain(
    'to Oferta, against: Analiza may not be jumped over; no call or meeting in Kontakt; amount (1 is a placeholder)',
  );
  await here.run('move portal negotiation');
  expect((await here.run('move portal proposal')).stderr).toContain('szansa nie może wrócić do etapu Oferta');
});
