// What is asked at a terminal where Polish is spoken: the question, what may be chosen, what Enter means, and what is said
// of an answer that is not taken. The answers are given in the place of clack's prompts.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Desk, desk } from './crm-import/desk.ts';
import { atTerminal } from './support/terminal.ts';

vi.mock('@clack/prompts', async () => (await import('./support/terminal.ts')).PROMPTS);

const SETTINGS = `format: 1
name: biuro
currency: PLN
locale: pl
team: [{id: anna, name: Anna Nowak}, {id: piotr, name: Piotr Lis}]
process:
  stages:
    - {id: lead, label: Kontakt, requires: {fields: [owner, close, next_step]}}
    - {id: proposal, label: Oferta, allow_back: false}
lost_reasons: [cena]
`;

let here: Desk;
beforeEach(async () => {
  here = await desk();
  here.write('pipeline.yaml', SETTINGS);
});
afterEach(() => here.clear());

const PORTAL = `name: Portal
account: Acme
owner: anna
stage: lead
amount: 1000
close: 2026-11-18
created: 2026-11-02
activities: [{on: 2026-11-20, type: call}]
next_step: {by: 2026-11-30, what: oferta}
`;

test('add asks for what a stage requires', async () => {
  const { asked, labels, troubles } = await atTerminal(['add', 'Pompy'], here.root, [
    ...['', 'nigdy', '', 'telefon', ''],
  ]);
  expect(asked).toEqual([
    'Czyja jest?',
    'Kiedy ma się zamknąć? (end of Q1, +6w, 15.01)',
    'Jaki jest następny krok?',
    'Do kiedy? (fri, +1w)',
  ]);
  expect(labels[0]).toEqual(['Anna Nowak', 'Piotr Lis', 'Później']);
  expect(labels[1]).toEqual(['Enter: później']);
  expect(troubles).toEqual([expect.stringMatching(/^„nigdy” nie jest dniem\. Napisz/)]);
});

test('fix asks how a finding is to be mended, and for what that takes', async () => {
  here.write('deals/2026/portal.yaml', PORTAL);
  const { asked, labels } = await atTerminal(['fix', '--rule', 'past-close'], here.root, ['won', '']);
  expect(asked[0]).toMatch(/^1 z 1 .*\n.*\nbłąd · past-close · Oczekiwane zamknięcie 18\.11\.2026/);
  expect(labels[0]).toEqual(expect.arrayContaining(['Nowa data zamknięcia', 'Zamknij jako zrealizowaną']));
  expect(asked.slice(1)).toEqual(['Kiedy ją zrealizowano? (yesterday, fri, 15.01)']);
  expect(labels[1]).toEqual(['Enter: dziś']);
});

test('what fix wrote is told with days as in every table, also those of a waiver', async () => {
  here.write('deals/2026/portal.yaml', PORTAL);
  const { stderr } = await atTerminal(['fix', '--rule', 'past-close'], here.root, [
    ...['waive', 'czekamy', '2026-12-31'],
  ]);
  expect(stderr).toContain('  waive past-close do 31.12.2026: czekamy');
  here.write('deals/2026/portal.yaml', PORTAL);
  const moved = await atTerminal(['fix', '--rule', 'past-close'], here.root, ['close', '15.01']);
  expect(moved.stderr).toContain('  close 18.11.2026 → 15.01.2027');
});

test('lost asks why, and a word that several deals have is asked', async () => {
  here.write('deals/2026/portal.yaml', PORTAL);
  here.write('deals/2026/sklep.yaml', PORTAL.replace('Portal', 'Sklep'));
  expect((await atTerminal(['lost', 'acme'], here.root, ['cena', 'sklep'])).asked).toEqual([
    'Dlaczego wypadła?',
    'Która szansa to „acme”?',
  ]);
});

test('a question that is confirmed has a Polish yes and no', async () => {
  here.write('deals/2026/portal.yaml', PORTAL);
  const words = ['set', '--where', 'owner = anna', 'close=2027-01-15'];
  const { asked, labels } = await atTerminal(words, here.root, [true]);
  expect(asked).toEqual(['Zmienić 1 szansę: portal?']);
  expect(labels).toEqual([['Tak', 'Nie']]);
});
