// Changes by example: what a person sees in `git diff`.

import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import type { DealChange } from '../../src/deal/change.ts';
import { patchDeal } from '../../src/deal/patch.ts';
import { readDeal } from '../../src/deal/read.ts';
import { DEFAULTS } from './deals.ts';

const PATH = 'deals/2026/acme-erp.yaml';
const patch = (text: string, ...changes: DealChange[]) => patchDeal(text, changes, PATH, DEFAULTS);
const set = (
  key: Extract<DealChange, { kind: 'set' }>['key'],
  value: string | number | boolean,
): DealChange => ({ kind: 'set', key, value });
const remove = (key: Extract<DealChange, { kind: 'remove' }>['key']): DealChange => ({ kind: 'remove', key });
const stage = (name: string, on: string, logged?: string): DealChange => ({
  kind: 'append',
  key: 'stages',
  item: { stage: name, on, logged },
});

const HEAD = 'name: ERP rollout\nstage: lead\n';

describe('setting a value', () => {
  test.each([
    ['amount: 100 # so far\n', set('amount', '120.50'), 'amount: 120.50 # so far\n'],
    ['amount:   "100"\t# so far\n', set('amount', '120.50'), 'amount:   "120.50"\t# so far\n'],
    ["owner: 'anna'\n", set('owner', "o'brien"), "owner: 'o''brien'\n"],
    ['owner: anna\n', set('owner', 'a: b'), 'owner: "a: b"\n'],
    ['owner: "a: b"\n', set('owner', 'anna'), 'owner: anna\n'],
    ['owner: "anna"\n', set('owner', 'piotr'), 'owner: "piotr"\n'],
    ['owner:\n', set('owner', 'anna'), 'owner: anna\n'],
    ['owner: # nobody yet\n', set('owner', 'anna'), 'owner: anna # nobody yet\n'],
    ['owner: ~ # nobody yet\n', set('owner', 'anna'), 'owner: anna # nobody yet\n'],
    ['"owner": anna\r\n', set('owner', 'piotr'), '"owner": piotr\r\n'],
    [
      'important: >- # why\n  a reference\n  customer\n\nowner: anna\n',
      set('important', 'large'),
      'important: large # why\n\nowner: anna\n',
    ],
    [
      'important: "a\n  reference"\nowner: anna\n',
      set('important', 'large'),
      'important: "large"\nowner: anna\n',
    ],
    [
      'important: a\n  reference # x\nowner: anna\n',
      set('important', 'large'),
      'important: large # x\nowner: anna\n',
    ],
    ['owner: anna', set('owner', 'piotr'), 'owner: piotr'],
    ['amount: 5', set('close', '2026-12-15'), 'amount: 5\nclose: 2026-12-15'],
    ['close: 2026-12-15\n# the end\n', set('amount', '5'), 'amount: 5\nclose: 2026-12-15\n# the end\n'],
    ['custom: {segment: smb}\n', set('custom.segment', 'mid, large'), 'custom: {segment: "mid, large"}\n'],
    ['custom: {segment: smb} # x\n', set('custom.seats', 40), 'custom: {segment: smb, seats: 40} # x\n'],
    [
      'custom:\n  segment: smb # x\n  # more\nfoo: 1\n',
      set('custom.seats', 40),
      'custom:\n  segment: smb # x\n  seats: 40\n  # more\nfoo: 1\n',
    ],
    ['custom: {seats: 40}\n', set('custom.seats', '40'), 'custom: {seats: "40"}\n'],
    ['custom: {list: [1, 2]}\n', set('custom.list', true), 'custom: {list: true}\n'],
    [
      'custom:\n  list: # these\n    - 1\n    - 2\n  a: b\n',
      set('custom.list', 'x'),
      'custom:\n  list: x # these\n  a: b\n',
    ],
    ['custom: {}\n', set('custom.a.b', 'x'), 'custom: {a.b: x}\n'],
    ['', set('custom.segment', 'smb'), 'custom: {segment: smb}\n'],
  ] as const)('%j becomes, by %j', (before, change, after) => {
    expect(patch(HEAD + before, change)).toBe(HEAD + after);
  });

  test('a new key goes behind the nearest key that stands before it in the order of writing', () => {
    const text = 'stage: lead\nclose: 2026-12-15 # soon\nname: A\nzzz: 1\ncreated: 2026-09-01\n';
    expect(patch(text, set('recorded', '2026-09-02'))).toBe(
      'stage: lead\nclose: 2026-12-15 # soon\nname: A\nzzz: 1\ncreated: 2026-09-01\nrecorded: 2026-09-02\n',
    );
    expect(patch(text, set('owner', 'anna'))).toBe(
      'stage: lead\nclose: 2026-12-15 # soon\nname: A\nowner: anna\nzzz: 1\ncreated: 2026-09-01\n',
    );
  });

  test('a new key goes behind the whole of a list, with the comments inside of it', () => {
    const text = `${HEAD}stages:\n  - {stage: lead, on: 2026-09-01}\n  # proposal to come\n\n# about the customer\nsource: {system: x, id: y}\n`;
    expect(patch(text, set('lost_reason', 'price'))).toBe(
      `${HEAD}stages:\n  - {stage: lead, on: 2026-09-01}\n  # proposal to come\nlost_reason: price\n\n# about the customer\nsource: {system: x, id: y}\n`,
    );
  });

  test('the same value is the same text, an amount also in other digits', () => {
    const text = `\ufeff${HEAD}amount: 100.00\r\nowner:   'anna'\r\ncustom: {a: 0x10}`;
    expect(
      patch(
        text,
        set('amount', '100'),
        set('owner', 'anna'),
        set('custom.a', 16),
        set('account', ''),
        remove('close'),
      ),
    ).toBe(text);
    expect(patch(text)).toBe(text);
  });

  test('several changes at once are those changes one after the other', () => {
    expect(
      patch(
        HEAD,
        set('amount', '5'),
        set('currency', 'EUR'),
        set('close', '2026-12-15'),
        set('amount', '6'),
        set('custom.a', 'x'),
        set('custom.b', 'z'),
      ),
    ).toBe(`${HEAD}amount: 6\ncurrency: EUR\nclose: 2026-12-15\ncustom: {a: x, b: z}\n`);
  });

  test('a deal that is all in braces stays so', () => {
    const text = '{"name": "A", "stage": "lead", "amount": 5}\n';
    expect(patch(text, set('stage', 'won'), set('close', '2026-12-15'), stage('won', '2026-12-15'))).toBe(
      '{"name": "A", "stage": "won", "amount": 5, close: 2026-12-15, stages: [{stage: won, on: 2026-12-15}]}\n',
    );
  });
});

describe('adding to a list', () => {
  const item = stage('won', '2026-12-15');
  test.each([
    ['', 'stages:\n  - {stage: won, on: 2026-12-15}\n'],
    ['stages:\n', 'stages:\n  - {stage: won, on: 2026-12-15}\n'],
    ['stages: # none yet\n', 'stages: # none yet\n  - {stage: won, on: 2026-12-15}\n'],
    ['stages:\n  # none yet\n', 'stages:\n  # none yet\n  - {stage: won, on: 2026-12-15}\n'],
    ['stages: [] # none yet\n', 'stages: # none yet\n  - {stage: won, on: 2026-12-15}\n'],
    ['stages: null\n', 'stages:\n  - {stage: won, on: 2026-12-15}\n'],
    ['stages: [ # none yet\n  ]\n', 'stages: [{stage: won, on: 2026-12-15}  # none yet\n  ]\n'],
    [
      'stages: [{stage: lead, on: 2026-09-01}] # x\n',
      'stages: [{stage: lead, on: 2026-09-01}, {stage: won, on: 2026-12-15}] # x\n',
    ],
    [
      'stages: [\n  {stage: lead, on: 2026-09-01}, # x\n  ]\n',
      'stages: [\n  {stage: lead, on: 2026-09-01}, {stage: won, on: 2026-12-15}, # x\n  ]\n',
    ],
    [
      'stages:\n- {stage: lead, on: 2026-09-01} # x\n# y\n',
      'stages:\n- {stage: lead, on: 2026-09-01} # x\n- {stage: won, on: 2026-12-15}\n# y\n',
    ],
    [
      'stages:\n    - stage: lead\n      on: 2026-09-01\n    # y\n\nfoo: 1\n',
      'stages:\n    - stage: lead\n      on: 2026-09-01\n    # y\n    - {stage: won, on: 2026-12-15}\n\nfoo: 1\n',
    ],
    [
      'stages:\n  - {stage: lead, on: 2026-09-01}',
      'stages:\n  - {stage: lead, on: 2026-09-01}\n  - {stage: won, on: 2026-12-15}',
    ],
    [
      'stages:\r\n  - {stage: lead, on: 2026-09-01}\r\n',
      'stages:\r\n  - {stage: lead, on: 2026-09-01}\r\n  - {stage: won, on: 2026-12-15}\r\n',
    ],
  ])('%j becomes', (before, after) => {
    const head = before.includes('\r') ? HEAD.replaceAll('\n', '\r\n') : HEAD;
    expect(patch(head + before, item)).toBe(head + after);
  });

  test('a note of any text is added as that text', () => {
    const text = patch(HEAD, {
      kind: 'append',
      key: 'activities',
      item: { on: '2026-11-20', type: 'call', note: 'scope: agreed, #1\n}', logged: undefined },
    });
    expect(text).toBe(
      `${HEAD}activities:\n  - {on: 2026-11-20, type: call, note: "scope: agreed, #1\\n}"}\n`,
    );
  });

  test('an item is replaced key by key, so that its comments and its other keys stay', () => {
    const text = `${HEAD}stages:\n  - stage: lead # first\n    on: 2026-09-01 # about\n    logged: 2026-09-03\n  - {stage: proposal, on: 2026-10-20}\n`;
    const corrected = patch(
      text,
      {
        kind: 'replace',
        key: 'stages',
        index: 0,
        item: { stage: 'lead', on: '2026-08-31', logged: undefined },
      },
      {
        kind: 'replace',
        key: 'stages',
        index: 1,
        item: { stage: 'proposal', on: '2026-10-20', logged: '2026-10-22' },
      },
    );
    expect(corrected).toBe(
      `${HEAD}stages:\n  - stage: lead # first\n    on: 2026-08-31 # about\n  - {stage: proposal, on: 2026-10-20, logged: 2026-10-22}\n`,
    );
  });
});

describe('the next step', () => {
  const step = (what?: string, by?: string, agreed?: string): DealChange => ({
    kind: 'set-next-step',
    step: { what, by, agreed },
  });

  test('it is written where there is none, changed key by key, and taken out', () => {
    const first = patch(HEAD, step('call Jan', '2026-11-28'));
    expect(first).toBe(`${HEAD}next_step: {by: 2026-11-28, what: call Jan}\n`);
    const second = patch(
      `${first.trimEnd()} # urgent\n`,
      step('call Jan, then Ewa', '2026-11-30', '2026-11-20'),
    );
    expect(second).toBe(
      `${HEAD}next_step: {by: 2026-11-30, what: "call Jan, then Ewa", agreed: 2026-11-20} # urgent\n`,
    );
    expect(patch(second, step('call Jan'))).toBe(`${HEAD}next_step: {what: call Jan} # urgent\n`);
    expect(patch(second, step())).toBe(HEAD);
  });

  test('over several lines it stays so', () => {
    const text = `${HEAD}next_step:\n  what: call Jan # him\n  agreed: 2026-11-20\nowner: anna\n`;
    expect(patch(text, step('call Ewa', '2026-11-30'))).toBe(
      `${HEAD}next_step:\n  what: call Ewa # him\n  by: 2026-11-30\nowner: anna\n`,
    );
  });
});

describe('taking out', () => {
  test.each([
    ['owner: anna # x\nclose: 2026-12-15\n', remove('owner'), 'close: 2026-12-15\n'],
    ['close: 2026-12-15\nowner: anna', remove('owner'), 'close: 2026-12-15'],
    [
      'stages:\n  - {stage: lead, on: 2026-09-01}\n  # inside\n# outside\nowner: anna\n',
      remove('stages'),
      '# outside\nowner: anna\n',
    ],
    ['custom: {a: 1, b: 2, c: 3}\n', remove('custom.b'), 'custom: {a: 1, c: 3}\n'],
    ['custom: {a: 1, b: 2}\n', remove('custom.b'), 'custom: {a: 1}\n'],
    ['custom: {a: 1}\nowner: anna\n', remove('custom.a'), 'owner: anna\n'],
    ['custom:\n  a: 1\n  b: 2\n', remove('custom.a'), 'custom:\n  b: 2\n'],
    ['missing: 2026-11-23\n', remove('missing'), ''],
    ['owner: anna\n', remove('custom.a'), 'owner: anna\n'],
  ] as const)('%j becomes, by %j', (before, change, after) => {
    expect(patch(HEAD + before, change)).toBe(HEAD + after);
  });
});

describe('what can not be done stops the command, and nothing comes out', () => {
  const failure = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      if (error instanceof Failure) return { code: error.code, message: error.message };
      throw error;
    }
    return undefined;
  };

  test('values that a key can not hold are refused with the fix', () => {
    expect(failure(() => patch(HEAD, set('close', '15.01.2026')))).toEqual({
      code: 'usage',
      message: 'close: "15.01.2026" is not a day: write 2026-01-15.',
    });
    expect(failure(() => patch(HEAD, set('amount', '1,5')))?.message).toContain('write 1.5');
    expect(failure(() => patch(HEAD, set('amount', '1.555')))?.message).toContain('PLN has 2 decimals');
    expect(failure(() => patch(`${HEAD}amount: 1.55\n`, set('currency', 'JPY')))?.message).toContain(
      'JPY has no decimals',
    );
    expect(failure(() => patch(HEAD, set('currency', 'euro')))?.message).toContain('write EUR');
    expect(failure(() => patch(HEAD, set('name', ' ')))?.code).toBe('usage');
    expect(failure(() => patch(HEAD, remove('stage')))?.code).toBe('usage');
    expect(failure(() => patch(HEAD, stage('won', '')))?.message).toBe('stages: "on" is missing.');
    expect(
      failure(() =>
        patch(HEAD, {
          kind: 'set-next-step',
          step: { by: '2026-11-28', what: undefined, agreed: undefined },
        }),
      )?.code,
    ).toBe('usage');
  });

  test('a file that is no deal is not touched', () => {
    expect(failure(() => patch('name: A\n', set('owner', 'anna')))?.code).toBe('deals-unreadable');
    expect(failure(() => patch('a: [', set('owner', 'anna')))?.code).toBe('deals-unreadable');
  });

  test('a place that a list does not have is a bug of the caller', () => {
    expect(() =>
      patch(HEAD, { kind: 'replace', key: 'stages', index: 0, item: { stage: 'lead', on: '2026-09-01' } }),
    ).toThrow(RangeError);
  });

  test('currency and amount may change together', () => {
    const { deal } = readDeal(
      patch(`${HEAD}amount: 1.55\n`, set('currency', 'JPY'), set('amount', '2')),
      PATH,
      DEFAULTS,
    );
    expect(deal).toMatchObject({ amount: '2', currency: 'JPY' });
  });
});
