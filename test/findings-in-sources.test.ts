// What the rules find in other people's data, each number held to SQL over the source file: none of our reading, rules
// or rows stands between the file and what is expected.

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILT_RULES } from '../src/freshness/registry.ts';
import type { CheckView } from '../src/report/check.ts';
import type { RuleId } from '../src/workspace/rule-ids.ts';
import { type Desk, desk } from './crm-import/desk.ts';
import { sqlite } from './support/sqlite.ts';

const MAVEN = resolve('../shared/data/maven_crm/sales_pipeline.csv');
const SALESFORCE = resolve('../shared/data/salesforce_demo/Opportunity.csv');

/** How many findings each of these rules has; every other one of those named in `rules` none. */
type Expected = Partial<Record<RuleId, number>>;

interface Source {
  readonly desk: Desk;
  readonly view: CheckView;
  /** The number that a query gives, over the table `deals` with the columns of the file. */
  count(query: string, ...values: readonly string[]): number;
  /** The source ids that a query gives. */
  ids(query: string, ...values: readonly string[]): readonly string[];
  close(): void;
}

interface Given {
  readonly file: string;
  readonly init: string;
  readonly today: string;
  /** What is put right in the pipeline.yaml that init and import wrote. */
  readonly settings: (text: string) => string;
}

async function sourceOf({ file, init, today, settings }: Given): Promise<Source> {
  const db = sqlite(':memory:');
  const [header = [], ...rows]: string[][] = parse(readFileSync(file), { bom: true });
  db.exec(`CREATE TABLE deals (${header.map((name) => `"${name}" TEXT`).join(', ')})`);
  const insert = db.prepare(`INSERT INTO deals VALUES (${header.map(() => '?').join(', ')})`);
  db.transaction(() => {
    for (const row of rows) insert.run(...row);
  })();
  const made = await desk(init);
  const imported = await made.run(['import', file], { today });
  expect(imported.stderr).toBe('');
  const text = made.read('pipeline.yaml');
  made.write('pipeline.yaml', settings(text));
  const view = await made.json<CheckView>('check', { today });
  const values = (query: string, given: readonly string[]) =>
    db
      .prepare(query)
      .pluck()
      .all(...given);
  return {
    desk: made,
    view,
    count: (query, ...given) => Number(values(query, given)[0]),
    ids: (query, ...given) => values(query, given).map(String),
    close: () => {
      made.clear();
      db.close();
    },
  };
}

/** The findings of each of the rules, by number. */
function counted({ findings }: CheckView, rules: readonly RuleId[]): Expected {
  const counts: Expected = {};
  for (const rule of rules) counts[rule] = 0;
  for (const { rule } of findings) {
    const known: RuleId | undefined = rules.find((id) => id === rule);
    if (known !== undefined) counts[known] = (counts[known] ?? 0) + 1;
  }
  return counts;
}

/** The source ids of the deals with a finding of the rule, ascending. */
function found({ desk: { read }, view }: Source, rule: RuleId): readonly string[] {
  return view.findings
    .filter((finding) => finding.rule === rule)
    .map(({ file }) => /^source: \{.*\bid: "?([^"}]+)"?\}$/m.exec(read(file))?.[1] ?? file)
    .sort();
}

/** The ids of closed deals with a finding of a rule that is over open deals. */
async function closedWithOpenFindings({ desk: { json }, view }: Source, today: string) {
  const closed = new Set<string>();
  for (const outcome of ['won', 'lost']) {
    const { deals } = await json<{ deals: readonly { id: string }[] }>(`list --${outcome}`, { today });
    for (const { id } of deals) closed.add(id);
  }
  expect(closed.size).toBe(view.deals.closed);
  const overOpen = new Set<string>(
    BUILT_RULES.filter(({ over }) => over === 'open deals').map(({ id }) => id),
  );
  return view.findings.filter(({ rule, id }) => overOpen.has(rule) && closed.has(id));
}

describe.skipIf(!existsSync(MAVEN))('maven_crm on 2018-01-01 (needs ../shared/data/maven_crm)', () => {
  const today = '2018-01-01';
  const since = '2017-07-01';
  let maven: Source;

  beforeAll(async () => {
    maven = await sourceOf({
      file: MAVEN,
      init: '--name maven --stages Prospecting,Engaging --currency USD --locale en --time-zone UTC',
      today,
      settings: (text) =>
        text
          .replace(/^documented_since: .*$/m, `documented_since: ${since}`)
          .replace('{id: engaging,', '{id: engaging, requires: {fields: [account, close]},'),
    });
  }, 240_000);
  afterAll(() => maven.close());

  test('every rule finds as many as the source has', () => {
    const { count, view } = maven;
    const expected: Expected = {
      'unknown-stage': 0,
      'unknown-owner': 0,
      'future-date': count(
        'SELECT count(*) FROM deals WHERE engage_date > ? OR close_date > ?',
        today,
        today,
      ),
      'date-order': count("SELECT count(*) FROM deals WHERE close_date != '' AND close_date < engage_date"),
      'missing-rate': 0,
      'missing-field': count(
        "SELECT count(*) FROM deals WHERE deal_stage = 'Engaging' AND (account = '' OR close_date = '')",
      ),
      'closed-without-reason': count("SELECT count(*) FROM deals WHERE deal_stage = 'Lost'"),
      'expired-waiver': 0,
      'late-entry': count(
        "SELECT count(*) FROM deals WHERE deal_stage = 'Engaging' AND engage_date >= ?",
        since,
      ),
      'skipped-stage': 0,
      'late-log': 0,
    };
    expect(counted(view, Object.keys(expected) as RuleId[])).toEqual(expected);
    expect(expected).toMatchObject({
      'closed-without-reason': 2473,
      'missing-field': 1589,
      'late-entry': 873,
    });
  });

  test('the deals are the same ones', () => {
    const late = maven.ids(
      "SELECT opportunity_id FROM deals WHERE deal_stage = 'Engaging' AND engage_date >= ? ORDER BY 1",
      since,
    );
    expect(found(maven, 'late-entry')).toEqual(late);
  });

  test('a deal names what it lacks: its account where the source has none', () => {
    const blank = maven.count("SELECT count(*) FROM deals WHERE deal_stage = 'Engaging' AND account = ''");
    const lacking = (text: string) => maven.view.findings.filter(({ message }) => message === text).length;
    expect(blank).toBeGreaterThan(100);
    expect(lacking('Missing in Engaging: account, close.')).toBe(blank);
    expect(lacking('Missing in Engaging: close.')).toBe(1589 - blank);
  });

  test('what the source never delivers is not evaluated', () => {
    const open = maven.count("SELECT count(*) FROM deals WHERE deal_stage IN ('Engaging', 'Prospecting')");
    const expected = ['stale', 'past-close', 'no-next-step', 'overdue-next-step', 'undocumented-stage'];
    for (const rule of expected)
      expect(maven.view.not_evaluated, rule).toContainEqual(
        expect.objectContaining({ rule, source: 'csv', deals: open }),
      );
  });

  test('no closed deal has a finding of a rule over open ones', async () => {
    expect(await closedWithOpenFindings(maven, today)).toEqual([]);
  });
});

describe.skipIf(!existsSync(SALESFORCE))('salesforce_demo (needs ../shared/data/salesforce_demo)', () => {
  // The day that it was exported: all deals are of 2024-07-11.
  const today = '2024-07-20';
  const created = 'substr(CreatedDate, 1, 10)';
  let salesforce: Source;

  beforeAll(async () => {
    salesforce = await sourceOf({
      file: SALESFORCE,
      init: '--name demo --currency USD --locale en --time-zone UTC',
      today,
      settings: (text) =>
        text
          .replace(/^documented_since: .*$/m, 'documented_since: 2024-07-11')
          .replace(/\{id: negotiation,/, '{id: negotiation, requires: {fields: [amount, next_step]},'),
    });
  }, 120_000);
  afterAll(() => salesforce.close());

  test('every rule finds as many as the source has', () => {
    const { count, view } = salesforce;
    const open = "IsClosed = ''";
    const expected: Expected = {
      'unknown-stage': 0,
      'unknown-owner': 0,
      'future-date': count("SELECT count(*) FROM deals WHERE IsClosed = '1' AND CloseDate > ?", today),
      'date-order': count(`SELECT count(*) FROM deals WHERE CloseDate < ${created}`),
      'missing-rate': 0,
      'past-close': count(`SELECT count(*) FROM deals WHERE ${open} AND CloseDate < ?`, today),
      'no-next-step': count(`SELECT count(*) FROM deals WHERE ${open} AND NextStep = ''`),
      'overdue-next-step': 0,
      'missing-field': count(
        `SELECT count(*) FROM deals WHERE ${open} AND StageName = 'Negotiation'
         AND (Amount = '' OR CAST(Amount AS REAL) IN (0, 1, 0.01) OR NextStep = '')`,
      ),
      'closed-without-reason': count("SELECT count(*) FROM deals WHERE IsClosed = '1' AND IsWon != '1'"),
      'expired-waiver': 0,
      'late-entry': count(`SELECT count(*) FROM deals WHERE ${open} AND StageName != 'Qualification'`),
      'skipped-stage': 0,
      'late-log': 0,
    };
    expect(counted(view, Object.keys(expected) as RuleId[])).toEqual(expected);
    expect(expected).toMatchObject({ 'date-order': 18, 'late-entry': 20 });
    expect(expected['missing-field']).toBeGreaterThan(0);
  });

  test('the 18 deals of date-order are those of the source, ten of them closed', () => {
    const early = `SELECT Id FROM deals WHERE CloseDate < ${created}`;
    expect(found(salesforce, 'date-order')).toEqual(salesforce.ids(`${early} ORDER BY 1`));
    expect(salesforce.ids(`${early} AND IsClosed = '1'`)).toHaveLength(10);
    const closed = salesforce.view.findings.filter(({ message }) =>
      /^Closed as won .* before/.test(String(message)),
    );
    expect(closed).toHaveLength(10);
  });

  test('no closed deal has a finding of a rule over open ones', async () => {
    expect(await closedWithOpenFindings(salesforce, today)).toEqual([]);
  });
});
