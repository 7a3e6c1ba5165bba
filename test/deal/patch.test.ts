// Changes by example: what a person sees in `git diff`.

import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { Failure } from '../../src/base/failure.ts';
import { toDecimal } from '../../src/base/money.ts';
import type { DealChange } from '../../src/deal/change.ts';
import { DEAL_KEYS } from '../../src/deal/deal.ts';
import { patchDeal } from '../../src/deal/patch.ts';
import { readDeal } from '../../src/deal/read.ts';
import { SHAPES } from '../../src/deal/shapes.ts';
import { writeDeal } from '../../src/deal/write.ts';
import { asTold } from '../support/as-told.ts';
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
    ['custom: { }\n', set('custom.a', 'x'), 'custom: {a: x }\n'],
    ['custom: {\n  }\n', set('custom.a', 'x'), 'custom: {a: x\n  }\n'],
    ['custom: {segment}\n', set('custom.segment', 'smb'), 'custom: {segment: smb}\n'],
    ['custom: {segment: , a: 1}\n', set('custom.segment', 'smb'), 'custom: {segment: smb , a: 1}\n'],
    ['custom:\n  a:\n    b: 1', set('custom.a', 2), 'custom:\n  a: 2'],
    ["owner: 'anna'\n", set('owner', 'a\tb'), 'owner: "a\\tb"\n'],
    ["owner: 'yes'\n", set('owner', 'anna'), "owner: 'anna'\n"],
    ['owner: |\n  anna\n\nclose: 2026-12-15\n', set('owner', 'ewa'), 'owner: ewa\n\nclose: 2026-12-15\n'],
    ['owner: |-\n  anna', set('owner', 'ewa'), 'owner: ewa'],
    ['owner: |2-  # why\n    anna\n', set('owner', 'ewa'), 'owner: ewa  # why\n'],
    ['custom: {seats: "forty"}\n', set('custom.seats', 40), 'custom: {seats: 40}\n'],
    ['custom: {seats: 40}\n', set('custom.seats', 'forty'), 'custom: {seats: forty}\n'],
    ['currency: EUR\n', set('currency', ''), 'currency: ""\n'],
    ['', set('merged_into', 'other'), 'merged_into: other\n'],
    ["custom: {a: 'x'}\n", set('custom.a', 'y'), "custom: {a: 'y'}\n"],
    ['custom:\n  a: x\n', set('custom.a', 'x, y'), 'custom:\n  a: x, y\n'],
    ['custom:\n', set('custom.a', 'x'), 'custom: {a: x}\n'],
    ['custom: ~ # none\n', set('custom.a', 'x'), 'custom: {a: x} # none\n'],
    ['close: "2026-12-15"\n', set('close', '2026-12-31'), 'close: "2026-12-31"\n'],
    ["owner: 'anna' # x\n", set('owner', '\u200b'), 'owner: "\\u200b" # x\n'],
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

  test('line ends stay what they are, and a new line ends as the first one does', () => {
    expect(patch('name: A\r\nstage: lead', set('owner', 'anna'))).toBe(
      'name: A\r\nowner: anna\r\nstage: lead',
    );
    expect(patch('name: A\nstage: lead\r\n', set('owner', 'anna'))).toBe(
      'name: A\nowner: anna\nstage: lead\r\n',
    );
    expect(patch('stage: lead\nname: A', set('owner', 'anna'))).toBe('stage: lead\nname: A\nowner: anna');
    const folded = 'name: A\r\nstage: lead\r\nowner: >+ # x\r\n  anna\r\nclose: 2026-12-15\r\n';
    expect(patch(folded, set('owner', 'ewa'))).toBe(
      'name: A\r\nstage: lead\r\nowner: ewa # x\r\nclose: 2026-12-15\r\n',
    );
    expect(patch('name: A\r\nstage: lead\r\nowner: anna', remove('owner'))).toBe('name: A\r\nstage: lead');
  });

  test.each([
    ['owner}', 'owner: anna}'],
    ['owner: }', 'owner: anna }'],
    ['"owner":}', '"owner": anna}'],
    ['owner: ewa}', 'owner: anna}'],
  ])('in braces a key without a value gets one: %s', (before, after) => {
    expect(patch(`{name: A, stage: lead, ${before}`, set('owner', 'anna'))).toBe(
      `{name: A, stage: lead, ${after}`,
    );
  });

  test('in braces an item goes where a list was left out', () => {
    expect(patch('{name: A, stage: lead, stages: , owner: anna}', stage('won', '2026-12-15'))).toBe(
      '{name: A, stage: lead, stages: [{stage: won, on: 2026-12-15}] , owner: anna}',
    );
  });

  test('behind a byte order mark the first line may be indented, and so is a new one', () => {
    expect(patch('\ufeff  name: A\n  stage: lead\n', set('owner', 'anna'))).toBe(
      '\ufeff  name: A\n  owner: anna\n  stage: lead\n',
    );
  });

  test.each(['stages}', 'stages: []}', 'stages: ~}'])(
    'in braces an empty list gets an item: %s',
    (before) => {
      expect(patch(`{name: A, stage: lead, ${before}`, stage('won', '2026-12-15'))).toBe(
        '{name: A, stage: lead, stages: [{stage: won, on: 2026-12-15}]}',
      );
    },
  );

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
    ['stages: [ ]\n', 'stages:\n  - {stage: won, on: 2026-12-15}\n'],
    ['stages: [\n  ]\n', 'stages: [{stage: won, on: 2026-12-15} \n  ]\n'],
    [
      'stages:\n  - stage: lead\n    on: 2026-09-01\n    # in\n\n    # in too\n  # list\nowner: anna\n',
      'stages:\n  - stage: lead\n    on: 2026-09-01\n    # in\n\n    # in too\n  # list\n  - {stage: won, on: 2026-12-15}\nowner: anna\n',
    ],
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

  test('it goes behind a key without a value, and a text in quotes that stays the same keeps them', () => {
    expect(patch(`${HEAD}next_step:\n`, step('call'))).toBe(`${HEAD}next_step: {what: call}\n`);
    const quoted = `${HEAD}next_step: {"what": 'call', by: 2026-11-28}\n`;
    expect(patch(quoted, step('call', '2026-11-30'))).toBe(
      `${HEAD}next_step: {"what": 'call', by: 2026-11-30}\n`,
    );
    expect(patch(`${HEAD}next_step: {what: call}\n`, step('call', '2026-11-28', '2026-11-20'))).toBe(
      `${HEAD}next_step: {what: call, agreed: 2026-11-20, by: 2026-11-28}\n`,
    );
  });

  test('with nothing but empty texts it is taken out', () => {
    expect(patch(`${HEAD}next_step: {what: call}\n`, step('', '', ''))).toBe(HEAD);
  });

  test('a text over several lines that stays the same keeps them', () => {
    const text = `${HEAD}next_step:\n  what: >-\n    call\n    Jan\n  by: 2026-11-28\n`;
    expect(patch(text, step('call Jan', '2026-11-30'))).toBe(text.replace('11-28', '11-30'));
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
    ['custom: {a: 1}\n', remove('custom.b'), 'custom: {a: 1}\n'],
    ['owner: anna\n  # deep\nclose: 2026-12-15\n', remove('owner'), '  # deep\nclose: 2026-12-15\n'],
    ['owner: anna\nclose: 2026-12-15', remove('owner'), 'close: 2026-12-15'],
    ['custom: {a: 1, b: 2}\n', remove('custom.a'), 'custom: {b: 2}\n'],
    ['custom: { a: 1 , b: 2 }\n', remove('custom.b'), 'custom: { a: 1 }\n'],
    ['owner: # nobody\n', remove('owner'), ''],
    ['custom:\n', remove('custom.a'), 'custom:\n'],
    ['custom: {\n  a: 1,\n  b: 2\n  }\n', remove('custom.b'), 'custom: {\n  a: 1\n  }\n'],
    ['custom: {\n  a: 1, b: 2,\n  c: 3 }\n', remove('custom.a'), 'custom: {\n  b: 2,\n  c: 3 }\n'],
    ['contacts: [jan]\n  # deep\n', remove('contacts'), '  # deep\n'],
    ['custom:\n  a: 1\n  # in\n\n# out\n', remove('custom'), '\n# out\n'],
    ['custom:\n  a:\n    - 1\n    # in a\n  b: 2\n', remove('custom.a'), 'custom:\n  b: 2\n'],
    ['custom:\n  a: 1\n  # in a\n  b: 2\n', remove('custom.a'), 'custom:\n  # in a\n  b: 2\n'],
    ['custom:\n  a: 1\n  # in\n# out\n', remove('custom.a'), '# out\n'],
    ['custom:\n  a: |\n    x\n  b: 2\n', remove('custom.a'), 'custom:\n  b: 2\n'],
    ['custom:\n  a: 1\n  # of b\n  b: 2\n# far\n', remove('custom.b'), 'custom:\n  a: 1\n  # of b\n# far\n'],
  ] as const)('%j becomes, by %j', (before, change, after) => {
    expect(patch(HEAD + before, change)).toBe(HEAD + after);
  });
});

test('each key but name and stage can be taken out, alone', () => {
  const text = writeDeal({
    name: 'A',
    stage: 'lead',
    account: 'Acme',
    owner: 'anna',
    amount: toDecimal('1'),
    currency: 'EUR',
    created: day('2026-09-01'),
    recorded: day('2026-09-01'),
    close: day('2026-12-15'),
    important: 'reference',
    category: 'key',
    contacts: ['jan'],
    nextStep: { what: 'call' },
    stages: [{ stage: 'lead', on: day('2026-09-01') }],
    activities: [{ on: day('2026-09-01'), type: 'call' }],
    checklist: ['budget'],
    waive: [{ rule: 'stale', until: day('2026-12-01'), why: 'asked' }],
    lostReason: 'price',
    source: { system: 'x', id: 'y' },
    was: 'older',
    mergedInto: 'other',
    missing: day('2026-11-23'),
    custom: { a: 1 },
  });
  const blocks = text.split(/^(?=\w)/m);
  expect(blocks).toHaveLength(DEAL_KEYS.length);
  for (const key of DEAL_KEYS) {
    if (key === 'name' || key === 'stage') continue;
    expect(patch(text, remove(key))).toBe(blocks.filter((block) => !block.startsWith(`${key}:`)).join(''));
  }
});

test('the first key of an item goes without its hyphen', () => {
  const text = `${HEAD}activities:\n  - note: a # x\n    on: 2026-11-20\n    type: call\n`;
  const item = { on: '2026-11-20', type: 'call' };
  expect(patch(text, { kind: 'replace', key: 'activities', index: 0, item })).toBe(
    `${HEAD}activities:\n  - on: 2026-11-20\n    type: call\n`,
  );
});

test('an item over several lines gets a new key below its first one', () => {
  const text = `${HEAD}stages:\n  - stage: lead\n    on: 2026-09-01\n  - {stage: won, on: 2026-09-02}\n`;
  const item = { stage: 'lead', on: '2026-09-01', logged: '2026-09-03' };
  expect(patch(text, { kind: 'replace', key: 'stages', index: 0, item })).toBe(
    text.replace('09-01\n', '09-01\n    logged: 2026-09-03\n'),
  );
});

test('an item is replaced in each of the lists, and what the new one does not say goes', () => {
  const text = `${HEAD}activities: [{on: 2026-11-20, type: call, note: a, ref: b, logged: 2026-11-21}]\nwaive:\n  - {rule: stale, until: 2026-12-01, why: x}\n`;
  const changed = patch(
    text,
    { kind: 'replace', key: 'activities', index: 0, item: { on: '2026-11-20', type: 'call' } },
    { kind: 'replace', key: 'waive', index: 0, item: { rule: 'stale', until: '2026-12-31', why: 'x' } },
  );
  expect(changed).toBe(
    `${HEAD}activities: [{on: 2026-11-20, type: call}]\nwaive:\n  - {rule: stale, until: 2026-12-31, why: x}\n`,
  );
});

describe('what can not be done stops the command, and nothing comes out', () => {
  const failureOf = (work: () => unknown): Failure | undefined => {
    try {
      work();
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
    return undefined;
  };
  const failure = (work: () => unknown) => {
    const found = failureOf(work);
    return found && { code: found.code, message: found.message };
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

  const told = (change: DealChange, text = HEAD) => {
    try {
      return patch(text, change);
    } catch (error) {
      return error instanceof Failure ? `${error.message} ${error.hint}` : String(error);
    }
  };
  test.each<[DealChange, string]>([
    [set('name', ''), 'name: a deal needs one. Give the name a text.'],
    [set('stage', ' '), 'stage: a deal needs one. Give the stage a text.'],
    [remove('name'), "name: a deal can't be without one. Set another one."],
    [remove('stage'), "stage: a deal can't be without one. Set another one."],
    [
      { kind: 'set-next-step', step: { what: ' ', by: undefined, agreed: '2026-11-20' } },
      'next_step: what is to be done is missing. Say what, not only by when.',
    ],
    [
      { kind: 'append', key: 'activities', item: { on: '2026-11-20', type: ' ' } },
      `activities: "type" is missing. An item is like ${SHAPES.activities.example}`,
    ],
    [
      { kind: 'append', key: 'waive', item: { rule: 'stale', until: '2026-11-20' } },
      `waive: "why" is missing. An item is like ${SHAPES.waive.example}`,
    ],
    [stage('', '2026-11-20'), `stages: "stage" is missing. An item is like ${SHAPES.stages.example}`],
  ])('%j is told so', (change, sentence) => {
    expect(told(change)).toBe(sentence);
  });

  const append = (
    key: 'stages' | 'activities' | 'waive',
    item: Readonly<Record<string, string>>,
  ): DealChange => ({ kind: 'append', key, item });
  test.each<[string, DealChange]>([
    ['created', set('created', 'soon')],
    ['recorded', set('recorded', 'soon')],
    ['missing', set('missing', 'soon')],
    ['by', { kind: 'set-next-step', step: { what: 'call', by: 'soon', agreed: undefined } }],
    ['agreed', { kind: 'set-next-step', step: { what: 'call', by: undefined, agreed: 'soon' } }],
    ['on', stage('won', 'soon')],
    ['logged', stage('won', '2026-11-20', 'soon')],
    ['on', append('activities', { on: 'soon', type: 'call' })],
    ['logged', append('activities', { on: '2026-11-20', type: 'call', logged: 'soon' })],
    ['until', append('waive', { rule: 'stale', until: 'soon', why: 'x' })],
  ])('what is no day is told of by its key: %s', (key, change) => {
    expect(told(change)).toContain(`${key}: "soon" is not a day`);
  });

  test.each<[string, DealChange]>([
    ['activities: "on"', append('activities', { type: 'call' })],
    ['waive: "rule"', append('waive', { until: '2026-11-20', why: 'x' })],
    ['waive: "until"', append('waive', { rule: 'stale', why: 'x' })],
  ])('what an item lacks is told of by its list: %s', (what, change) => {
    expect(told(change)).toContain(`${what} is missing.`);
  });

  test.each([-1, 1])('of a list of one the item %i is a bug of the caller', (index) => {
    const item = { stage: 'lead', on: '2026-09-01' };
    const text = `${HEAD}stages:\n  - {stage: lead, on: 2026-09-01}\n`;
    expect(told({ kind: 'replace', key: 'stages', index, item }, text)).toBe(
      `RangeError: stages has no item ${index}`,
    );
  });

  test('what is wrong with a file that is no deal is told with the refusal', () => {
    const refusal = failureOf(() => patch('name: A\n', set('owner', 'anna')));
    expect(asTold({ message: refusal?.message, problems: refusal?.problems })).toMatchObject({
      message: `${PATH} can't be read, so it is not changed.`,
      problems: [{ message: 'The key "stage" is missing.' }],
    });
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
