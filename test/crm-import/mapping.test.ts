import { expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { Failure } from '../../src/base/failure.ts';
import { type Mapping, NO_MAPPING } from '../../src/crm-import/mapping.ts';
import { readMapping } from '../../src/crm-import/mapping-read.ts';
import { writeMapping } from '../../src/crm-import/mapping-write.ts';

const LAST = { on: day('2026-11-23'), file: 'a b.csv', sha256: 'ab12', rows: 3, partial: false };
const MAPPING: Mapping = {
  ...NO_MAPPING,
  system: 'salesforce',
  columns: {
    id: 'Id',
    name: 'Name: of it',
    'custom.x': null,
    'entered.In, talks': 'Date entered "In, talks"',
  },
  stages: { 'Closed Won': 'won', 'Id. Decision: Makers': 'decision', true: 'lead', '': 'lead' },
  joins: [{ file: 'accounts.csv', on: { ours: 'AccountId', theirs: 'Id' }, columns: { account: 'Name' } }],
  dates: 'dmy',
  encoding: 'cp1250',
  delimiter: ';',
};

test('what is written reads back as it was', () => {
  expect(readMapping(writeMapping({ ...MAPPING, last: LAST }), 'm.yaml')).toEqual({ ...MAPPING, last: LAST });
});

test('written again, only `last` and what is new change; comments and order stay', () => {
  const own = [
    '# ours',
    'format: 1',
    'stages:   # by hand',
    '  Closed Won: won   # sure',
    'system: salesforce',
    'columns: {id: Id}   # short',
    'last: {on: 2026-11-16, file: x.csv, sha256: a, rows: 1, partial: true}',
    '# end',
    '',
  ].join('\n');
  const text = writeMapping(
    {
      ...NO_MAPPING,
      system: 'salesforce',
      columns: { id: 'Id', name: 'Name' },
      stages: { 'Closed Won': 'won', New: 'lead' },
      last: LAST,
    },
    own,
  );
  expect(text).toBe(
    own
      .replace('  Closed Won: won   # sure\n', '  Closed Won: won   # sure\n  New: lead\n')
      .replace('{id: Id}', '{id: Id, name: Name}')
      .replace(/last: .*/, 'last: {on: 2026-11-23, file: a b.csv, sha256: ab12, rows: 3, partial: false}'),
  );
});

test.each([
  ['{format: 1, system: x, columns: {id: Id}, stages: {A: lead}, last: LAST}', '{id: Id, name: Title}'],
  [
    '{\n  format: 1,\n  columns: {id: Id, }, # keys\n  stages: {A: lead}, # end\n}',
    '{id: Id, name: Title, }, # keys',
  ],
  ['{format: 1, columns: , stages: {A: lead}}', 'columns: {id: Id, name: Title}'],
  ['{format: 1}', 'columns: {id: Id, name: Title}'],
])('a mapping in brackets keeps its comments and gets what is new: %s', (body, columns) => {
  const last = '{on: 2026-11-16, file: x.csv, sha256: a, rows: 1, partial: true}';
  const own = `# ours\n${body.replace('LAST', last)}\n# below\n`;
  const said = {
    ...{
      ...NO_MAPPING,
      system: 'x',
      columns: { id: 'Id', name: 'Title' },
      stages: { A: 'lead' },
      last: LAST,
    },
    delimiter: ',',
  };
  const text = writeMapping(said, own);
  expect(text).toMatch(/^# ours\n\{[\s\S]*\}\n# below\n$/);
  expect(text).toContain(columns);
  if (body.includes('# keys')) expect(text).toMatch(/# keys[\s\S]*# end/);
  expect(readMapping(text, 'm.yaml')).toMatchObject({
    columns: said.columns,
    stages: said.stages,
    delimiter: ',',
    last: LAST,
  });
  expect(writeMapping(said, text)).toBe(text);
});

test('a new stage goes in front of a `last` that follows at once', () => {
  const own =
    'format: 1\nstages:\n  A: lead\nlast: {on: 2026-11-16, file: x, sha256: a, rows: 1, partial: false}\n';
  const text = writeMapping({ ...NO_MAPPING, stages: { A: 'lead', B: 'offer' }, last: LAST }, own);
  expect(text).toMatch(/^format: 1\nstages:\n {2}A: lead\n {2}B: offer\nlast: \{on: 2026-11-23.*\}\n$/);
});

test('a value that is another one now is replaced where it stands', () => {
  const own = 'format: 1\ncolumns:\n  id: Id   # key\n  name:\nstages: {A: lead}\n';
  const text = writeMapping(
    { ...NO_MAPPING, columns: { id: 'Nr', name: 'Title' }, stages: { A: 'offer' }, last: LAST },
    own,
  );
  expect(text).toContain('columns:\n  id: Nr   # key\n  name: Title\nstages: {A: offer}\n');
});

test.each([
  ['columns: {id: Id}', 'The format is missing'],
  ['format: 1\ncolumns: [a]', 'columns is a map'],
  ['format: 1\nsystem: Not A Name', 'The system is none that there is'],
  ['format: 1\njoins: [{on: a}]', 'A join names its file'],
  ['format: 1\njoins: [{file: a.csv}]', 'says on which header'],
  ['format: 1\ndates: ydm', 'The dates is none'],
  ['format: 1\nstages: {A: }', 'The stage of "A" is missing'],
  ['format: 1\nfoo: 1', 'There is no key "foo" here'],
  ['format: 1\n? [a]\n: b', 'is not read'],
  ['&a', 'not read'],
])('%j is refused', (text, message) => {
  try {
    readMapping(text, 'm.yaml');
    expect.unreachable();
  } catch (error) {
    const problems = error instanceof Failure ? error.problems.map((problem) => problem.message) : [];
    expect(problems.join('\n')).toContain(message);
  }
});
