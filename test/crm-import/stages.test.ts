import { expect, test } from 'vitest';
import { processOfStages } from '../../src/crm-import/new-process.ts';
import { outcomeNamed } from '../../src/crm-import/stage-values.ts';

test.each([
  ['Closed Won', 'won'],
  ['closedlost', 'lost'],
  ['Closed Lost (Sales Pipeline)', 'lost'],
  ['5. Closed Won (Sales Pipeline)', 'won'],
  ['Closed won (Enterprise)', 'won'],
  ['Won (Partner Pipeline)', 'won'],
  ['6 - Lost', 'lost'],
  ['Zamknięta wygrana (Lejek)', 'won'],
  ['Gewonnen', 'won'],
  ['Abgeschlossen und verloren', 'lost'],
  ['Zamknięte - wygrane', 'won'],
  ['Utracone', 'lost'],
  ['Won (verbal)', undefined],
  ['Won back', undefined],
  ['(Sales Pipeline)', undefined],
  ['5.', undefined],
  ['', undefined],
])('the stage %j is the outcome %s', (value, outcome) => {
  expect(outcomeNamed(value)).toBe(outcome);
});

const process = (...sightings: readonly (readonly [string, string])[]) =>
  processOfStages(sightings.map(([value, probability]) => ({ value, probability })));
const labels = (...sightings: readonly (readonly [string, string])[]) =>
  process(...sightings).stages.map(({ label }) => label);

test('the name of the one pipeline is no part of a stage, and of two it tells them apart', () => {
  expect(labels(['Demo (Sales Pipeline)', '40'], ['Lead (Sales Pipeline)', '10'])).toEqual(['Lead', 'Demo']);
  expect(labels(['Demo (Sales)', ''], ['Demo (Partners)', ''])).toEqual(['Demo (Sales)', 'Demo (Partners)']);
  expect(labels(['Proposal (draft)', ''])).toEqual(['Proposal (draft)']);
});

test('the numbers that stages begin with put them in order, whatever their probabilities', () => {
  expect(labels(['10-Close', '5'], ['2-Develop', ''], ['1-Qualify', '90'])).toEqual([
    '1-Qualify',
    '2-Develop',
    '10-Close',
  ]);
  expect(labels(['2. Demo', '50'], ['Call', '10'])).toEqual(['Call', '2. Demo']);
});

test('stages of one probability stand as they usually do, strange ones behind', () => {
  expect(
    labels(['Ours', '10'], ['Qualification', '10'], ['Prospecting', '10'], ['Negotiation', '90']),
  ).toEqual(['Prospecting', 'Qualification', 'Ours', 'Negotiation']);
});

test('without chances stages stand as they usually do where each is known, else as they come; either is told', () => {
  const bare = (...values: string[]) => process(...values.map((value) => [value, ''] as const));
  const told = ({ stages, orderedBy }: ReturnType<typeof process>) =>
    `${orderedBy}: ${stages.map(({ label }) => label).join(', ')}`;
  expect(told(bare('Proposal', 'Negotiation', 'Lead', 'Qualified'))).toBe(
    'usual: Lead, Qualified, Proposal, Negotiation',
  );
  expect(told(bare('Oferta', 'Kwalifikacja'))).toBe('usual: Kwalifikacja, Oferta');
  expect(told(bare('Angebot', 'Qualifizierung'))).toBe('usual: Qualifizierung, Angebot');
  expect(told(bare('Proposal', 'Ours', 'Lead'))).toBe('appearance: Proposal, Ours, Lead');
  expect(told(bare('2. Demo', '1. Call'))).toBe('numbers: 1. Call, 2. Demo');
  expect(process(['Demo', '50'], ['Call', '10']).orderedBy).toBe('chances');
});
