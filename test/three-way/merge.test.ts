// Two people's edits of one deal, as git's merge driver joins them.

import { describe, expect, test } from 'vitest';
import { mergedDeal } from '../../src/three-way/merge-deal.ts';

const BASE = `name: ERP rollout
account: Acme
owner: anna
stage: lead
amount: 120000.00 # net
next_step: {by: 2026-11-28, what: call}
stages:
  - {stage: lead, on: 2026-09-01}
activities:
  - {on: 2026-09-02, type: call}
  # the demo
  - {on: 2026-09-20, type: meeting, note: demo}
contacts: [jan@acme.example]
custom: {segment: mid-market, product: ERP}
`;

/** The base with each first text in it replaced by the second. */
function edited(...edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${from} is not there`);
    return text.replace(from, () => to);
  }, BASE);
}

function merge(ours: string, theirs: string, base = BASE) {
  const merged = mergedDeal({ base, ours, theirs });
  if (merged === undefined) throw new Error('was not merged');
  return merged;
}

describe('what only one side changed', () => {
  test('different keys are both changed', () => {
    const { text, conflicts } = merge(
      edited(['owner: anna', 'owner: piotr']),
      edited(['120000.00', '90000.00']),
    );
    expect(conflicts).toEqual([]);
    expect(text).toBe(edited(['owner: anna', 'owner: piotr'], ['120000.00', '90000.00']));
  });

  test('a key that one side adds and one that the other removes', () => {
    const { text } = merge(
      edited(['owner: anna\n', '']),
      edited(['amount:', 'category: commit\namount:'], ['contacts', '# whom to call\ncontacts']),
    );
    expect(text).toBe(
      edited(
        ['owner: anna\n', ''],
        ['amount:', 'category: commit\namount:'],
        ['contacts', '# whom to call\ncontacts'],
      ),
    );
  });

  test('a comment of one side and the value of the other, in one line', () => {
    const { text } = merge(edited(['# net', '# net, without VAT']), edited(['120000.00', '"90000.00"']));
    expect(text).toBe(edited(['120000.00 # net', '"90000.00" # net, without VAT']));
  });

  test('a comment that one side added once and the other twice stays twice', () => {
    const once = edited(['owner:', '# ask again\nowner:']);
    const twice = edited(['owner:', '# ask again\n# ask again\nowner:']);
    for (const { text } of [merge(once, twice), merge(twice, once)]) expect(text).toBe(twice);
  });

  test('keys under custom are merged one by one, in braces and in lines', () => {
    const ours: [string, string] = ['segment: mid-market', 'segment: enterprise'];
    const theirs: [string, string] = ['product: ERP', 'product: WMS, region: north'];
    expect(merge(edited(ours), edited(theirs)).text).toBe(edited(ours, theirs));
    const block = BASE.replace(
      /custom: .*\n/,
      'custom:\n  segment: mid-market\n  # what it is about\n  product: ERP\n',
    );
    const { text } = merge(
      block.replace('product: ERP', 'product: WMS'),
      block.replace('mid-market', 'enterprise\n  region: north'),
      block,
    );
    expect(text).toBe(
      block.replace('product: ERP', 'product: WMS').replace('mid-market', 'enterprise\n  region: north'),
    );
  });
});

describe('lists', () => {
  const LAST = '  - {on: 2026-09-20, type: meeting, note: demo}\n';
  const logged = (...items: string[]) => edited([LAST, LAST + items.map((item) => `  - ${item}\n`).join('')]);

  test('activities of both are kept, by day', () => {
    const { text, conflicts } = merge(
      logged('{on: 2026-11-19, type: call, note: ours}', '{on: 2026-11-22, type: call}'),
      logged('{on: 2026-11-20, type: email, note: theirs} # sent late', '{on: 2026-11-23, type: offer}'),
    );
    expect(conflicts).toEqual([]);
    expect(text).toBe(
      logged(
        '{on: 2026-11-19, type: call, note: ours}',
        '{on: 2026-11-20, type: email, note: theirs} # sent late',
        '{on: 2026-11-22, type: call}',
        '{on: 2026-11-23, type: offer}',
      ),
    );
  });

  test('the newest on top stays so', () => {
    const base =
      'name: A\nstage: lead\nactivities:\n  - {on: 2026-09-20, type: call}\n  - {on: 2026-09-02, type: call}\n';
    const top = (item: string) => base.replace('activities:\n', `activities:\n  - ${item}\n`);
    const { text } = merge(top('{on: 2026-11-19, type: call}'), top('{on: 2026-11-20, type: email}'), base);
    expect(text).toContain(
      'activities:\n  - {on: 2026-11-20, type: email}\n  - {on: 2026-11-19, type: call}\n',
    );
  });

  test('what both added is there once, in whatever quotes', () => {
    const { text, conflicts } = merge(
      logged('{on: 2026-11-19, type: call, note: scope agreed}'),
      logged('{type: call, on: 2026-11-19, note: "scope agreed"}'),
    );
    expect(conflicts).toEqual([]);
    expect(text).toBe(logged('{on: 2026-11-19, type: call, note: scope agreed}'));
  });

  test('an item that one side removed goes, and what the other added stays', () => {
    const { text } = merge(
      edited(['  - {on: 2026-09-02, type: call}\n', '']),
      logged('{on: 2026-11-19, type: call}'),
    );
    expect(text).not.toContain('2026-09-02');
    expect(text).toContain('2026-11-19');
  });

  test('an item that one side edited and the other removed is a conflict of that item', () => {
    const { text, conflicts } = merge(
      edited(['note: demo', 'note: demo with Jan']),
      edited(['  # the demo\n  - {on: 2026-09-20, type: meeting, note: demo}\n', '']),
    );
    expect(conflicts.map(({ field }) => field)).toEqual(['activities']);
    expect(text).toContain(
      '<<<<<<< ours\n  - {on: 2026-09-20, type: meeting, note: demo with Jan}\n=======\n>>>>>>> theirs\n',
    );
  });

  test('a list that both begin', () => {
    const base = 'name: A\nstage: lead\n';
    const { text, conflicts } = merge(
      `${base}activities:\n  - {on: 2026-11-20, type: call}\n`,
      `${base}activities:\n  - {on: 2026-11-19, type: email}\ncontacts: [a@b.example]\n`,
      base,
    );
    expect(conflicts).toEqual([]);
    expect(text).toBe(
      `${base}activities:\n  - {on: 2026-11-19, type: email}\n  - {on: 2026-11-20, type: call}\ncontacts: [a@b.example]\n`,
    );
  });

  test('contacts in brackets are merged one by one', () => {
    const { text } = merge(
      edited(['jan@acme.example', 'jan@acme.example, ewa@acme.example']),
      edited(['[jan@acme.example]', '[piotr@acme.example]']),
    );
    expect(text).toContain('contacts: [ewa@acme.example, piotr@acme.example]\n');
  });

  test('one stage that both entered on different days is a conflict, and no second entry', () => {
    const stage = (on: string) =>
      edited(['stage: lead', 'stage: proposal'], ['09-01}\n', `09-01}\n  - {stage: proposal, on: ${on}}\n`]);
    const { conflicts, text } = merge(stage('2026-11-20'), stage('2026-11-21'));
    expect(conflicts.map(({ field }) => field)).toEqual(['stages']);
    expect(text).toContain(
      '<<<<<<< ours\n  - {stage: proposal, on: 2026-11-20}\n=======\n  - {stage: proposal, on: 2026-11-21}\n>>>>>>> theirs\n',
    );
  });
});

describe('the same field changed twice', () => {
  test('is a conflict in that field alone, with both values', () => {
    const { text, conflicts } = merge(
      edited(['owner: anna', 'owner: piotr'], ['120000.00', '90000.00']),
      edited(['owner: anna', 'owner: ewa'], ['type: call', 'type: email']),
    );
    expect(conflicts).toEqual([{ field: 'owner', ours: 'owner: piotr\n', theirs: 'owner: ewa\n' }]);
    expect(text).toBe(
      edited(
        ['owner: anna\n', '<<<<<<< ours\nowner: piotr\n=======\nowner: ewa\n>>>>>>> theirs\n'],
        ['120000.00', '90000.00'],
        ['type: call', 'type: email'],
      ),
    );
  });

  test('to one value in two ways to write it is none', () => {
    const { text, conflicts } = merge(edited(['120000.00', '90000']), edited(['120000.00', '"90000.00"']));
    expect(conflicts).toEqual([]);
    expect(text).toBe(edited(['120000.00', '90000']));
  });

  test('to one value, in lines here and in braces there, is none, from either side', () => {
    const inBraces = edited(['{by: 2026-11-28, what: call}', '{what: visit}']);
    const inLines = edited(
      [' {by: 2026-11-28, what: call}', '\n  what: visit'],
      ['owner: anna', 'owner: piotr'],
    );
    const texts = [merge(inBraces, inLines), merge(inLines, inBraces)].map(({ text, conflicts }) => {
      expect(conflicts).toEqual([]);
      return text;
    });
    for (const text of texts) expect(text).toMatch(/^next_step:( \{what: visit\}|\n {2}what: visit)$/m);
  });

  test('in braces has all the rest merged on both sides of it', () => {
    const { text } = merge(
      edited(['segment: mid-market', 'segment: enterprise']),
      edited(['segment: mid-market, product: ERP', 'segment: small, product: WMS']),
    );
    expect(text).toContain(
      '<<<<<<< ours\ncustom: {segment: enterprise, product: WMS}\n=======\ncustom: {segment: small, product: WMS}\n>>>>>>> theirs\n',
    );
  });

  test('in braces is called by the whole line where two of it are doubtful', () => {
    const sides = ['enterprise, product: CRM', 'small, product: WMS'].map((said) =>
      edited(['mid-market, product: ERP', said]),
    );
    expect(merge(sides[0] ?? '', sides[1] ?? '').conflicts.map(({ field }) => field)).toEqual(['custom']);
  });

  test('removed here and changed there is a conflict', () => {
    const { text } = merge(edited(['owner: anna\n', '']), edited(['owner: anna', 'owner: ewa']));
    expect(text).toContain('<<<<<<< ours\n=======\nowner: ewa\n>>>>>>> theirs\n');
  });

  test('an amount here and its currency there is a conflict of both: neither means anything without the other', () => {
    const { conflicts } = merge(edited(['120000.00', '90000.00']), edited(['# net', '# net\ncurrency: EUR']));
    expect(conflicts.map(({ field }) => field)).toEqual(['amount', 'currency']);
  });
});

test('a list here and a map there is a conflict of the whole, as is a list whose first version nobody can tell apart', () => {
  const base = 'name: A\nstage: lead\ncustom:\n  a: 1\n';
  const { conflicts } = merge('name: A\nstage: lead\ncustom:\n  - a\n', base.replace('a: 1', 'a: 2'), base);
  expect(conflicts.map(({ field }) => field)).toEqual(['custom']);
  const told = 'name: A\nstage: lead\ncontacts: [a@x.example, # first\n  b@x.example]\n';
  const lines = (...items: string[]) =>
    `name: A\nstage: lead\ncontacts:\n${items.map((item) => `  - ${item}\n`).join('')}`;
  const gone = merge(lines('b@x.example'), lines('a@x.example', 'b@x.example', 'c@x.example'), told);
  expect(gone.conflicts.map(({ field }) => field)).toEqual(['contacts']);
});

describe('a file that both made', () => {
  test('has what only one says, and a conflict where they differ', () => {
    const { text, conflicts } = merge(
      'name: ERP rollout\naccount: Acme\nstage: lead\namount: 5\n',
      'name: ERP rollout\naccount: Acme\nowner: ewa\nstage: lead\namount: 6\n',
      '',
    );
    expect(conflicts.map(({ field }) => field)).toEqual(['amount']);
    expect(text).toContain('owner: ewa\n');
  });
});

describe('the form of the text', () => {
  test('line ends, mark and last line end are those of the side that changed them', () => {
    const ours = `\ufeff${edited(['owner: anna', 'owner: piotr']).replaceAll('\n', '\r\n')}`;
    const theirs = edited(['120000.00', '90000.00']).replace(/\n$/, '');
    const wanted = edited(['owner: anna', 'owner: piotr'], ['120000.00', '90000.00']);
    expect(merge(ours, theirs).text).toBe(`\ufeff${wanted.replace(/\n$/, '').replaceAll('\n', '\r\n')}`);
  });

  test('a list that one side indented anew and the other added to', () => {
    const anew = BASE.replace(/^ {2}(?=[-#])/gm, '    ');
    const item = '  - {on: 2026-11-19, type: call}\n';
    const { text, conflicts } = merge(anew, edited(['contacts:', `${item}contacts:`]));
    expect(conflicts).toEqual([]);
    expect(text).toBe(anew.replace('contacts:', `  ${item}contacts:`));
  });
});

test('what cannot be told apart is not merged: markers, no YAML, all in braces', () => {
  for (const other of ['<<<<<<< ours\n', 'a: [\n', '- a\n', '{name: A, stage: lead}\n', '']) {
    const three = { base: BASE, ours: edited(['anna', 'piotr']), theirs: other };
    if (other !== '') expect(mergedDeal(three)).toBeUndefined();
  }
});
