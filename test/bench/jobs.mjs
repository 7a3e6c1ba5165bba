// What is timed, and what it is held against.

import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { forgetHistory, historyBytes, historyOf, weekBack } from './history.mjs';
import { livesOf } from './lives.mjs';
import { BIN, dealPath, dealText, pipeline, workspaceOf } from './workspaces.mjs';

const floor = (name) => resolve('test/bench/floors', `${name}.cjs`);
const MAVEN = resolve('../shared/data/maven_crm/sales_pipeline.csv');
/** What is completed, and the words up to the cursor. */
const COMPLETED = [
  ['completion of a verb', 's'],
  ['completion of a stage', 'list', '--stage', ''],
  ['completion of a period', 'list', '--closing', ''],
  ['completion of an id', 'show', 'deal-99'],
  ['completion of all ids', 'show', ''],
];
const SIZES = [1_000, 10_000, 100_000];
const [FEW_WEEKS, MANY_WEEKS] = [52, 156];
/** 42 months, of which 40 can be tried. */
const BACKTEST_WEEKS = 182;
const stale = (deals) => `stale ${deals}`;
const listing = (deals) => `F + S ${deals}`;

/** Every process that can be timed. */
export function jobs({ folder, scratch }) {
  const at = (deals) => workspaceOf(folder, deals);
  const warmHistory = () => pipeline(historyOf(folder, MANY_WEEKS), 'stale');
  const imported = join(folder, 'imported');
  const emptied = join(folder, 'emptied');
  const reported = join(folder, 'reported');
  return [
    { name: 'F', words: ['-e', '0'], cwd: folder },
    { name: '--version', words: [BIN, '--version'], cwd: folder },
    { name: '--help', words: [BIN, '--help'], cwd: folder },
    ...COMPLETED.map(([name, ...words]) => ({
      name,
      words: [BIN, '--complete', 'zsh', '--', ...words],
      prepare: () => pipeline(at(10_000), 'stale'),
      get cwd() {
        return at(10_000);
      },
    })),
    ...SIZES.flatMap((deals) => [
      {
        name: listing(deals),
        words: [floor('listing')],
        get cwd() {
          return at(deals);
        },
      },
      {
        name: stale(deals),
        words: [BIN, 'stale'],
        get cwd() {
          return at(deals);
        },
      },
      {
        name: `memory ${deals}`,
        words: ['stale'],
        memory: true,
        get cwd() {
          return at(deals);
        },
      },
    ]),
    { name: 'memory F', words: [], memory: true, cwd: folder },
    {
      name: '100 changed',
      words: [BIN, 'stale'],
      get cwd() {
        return at(10_000);
      },
      before(round) {
        for (let n = 0; n < 100; n++)
          writeFileSync(
            join(at(10_000), dealPath(n * 100)),
            dealText(n * 100, { moved: true, touched: round + 2 }),
          );
      },
    },
    {
      name: 'Y',
      words: [floor('parsing'), scratch],
      prints: true,
      get cwd() {
        return at(10_000);
      },
    },
    {
      name: 'cold',
      words: [BIN, 'stale'],
      get cwd() {
        return at(10_000);
      },
      before: () => dropIndex(at(10_000)),
    },
    {
      name: 'memory cold',
      words: ['stale'],
      memory: true,
      get cwd() {
        return at(10_000);
      },
      before: () => dropIndex(at(10_000)),
    },
    {
      name: 'P',
      words: [floor('writing-csv'), scratch],
      prints: true,
      get cwd() {
        return at(10_000);
      },
    },
    {
      name: 'snapshot',
      words: [BIN, 'snapshot'],
      get cwd() {
        return at(10_000);
      },
      after() {
        rmSync(join(at(10_000), 'snapshots/2026-11-23'), { recursive: true });
        pipeline(at(10_000), 'stale'); // so that the next one is warm again
      },
    },
    {
      name: 'diff',
      words: [BIN, 'diff', '2026-11-09', '2026-11-16'],
      get cwd() {
        return at(10_000);
      },
      prepare: () => pipeline(at(10_000), 'stale'),
      before: () => forgetHistory(at(10_000)),
      after: () => pipeline(at(10_000), 'stale'), // so that the next one is warm again
    },
    {
      name: 'diff indexed',
      words: [BIN, 'diff', weekBack(1), weekBack(0)],
      prepare: warmHistory,
      get cwd() {
        return historyOf(folder, MANY_WEEKS);
      },
    },
    {
      name: 'diff years',
      words: [BIN, 'diff', weekBack(MANY_WEEKS - 1), weekBack(0)],
      prepare: warmHistory,
      get cwd() {
        return historyOf(folder, MANY_WEEKS);
      },
    },
    ...[FEW_WEEKS, MANY_WEEKS].flatMap((weeks) => [
      {
        name: `stale ${weeks} weeks`,
        words: [BIN, 'stale'],
        get cwd() {
          return historyOf(folder, weeks);
        },
      },
      {
        name: `memory ${weeks} weeks`,
        words: ['stale'],
        memory: true,
        get cwd() {
          return historyOf(folder, weeks);
        },
      },
    ]),
    {
      name: 'memory history',
      words: ['stale'],
      memory: true,
      get cwd() {
        return historyOf(folder, MANY_WEEKS);
      },
      before: () => forgetHistory(historyOf(folder, MANY_WEEKS)),
    },
    {
      name: 'I',
      words: [floor('intervals')],
      get cwd() {
        return livesOf(folder, MANY_WEEKS);
      },
    },
    {
      name: 'forecast',
      words: [BIN, 'forecast'],
      get cwd() {
        return livesOf(folder, MANY_WEEKS);
      },
      prepare: () => pipeline(livesOf(folder, MANY_WEEKS), 'forecast'),
    },
    {
      name: 'memory backtest',
      words: ['forecast', 'backtest', '--every', 'month'],
      memory: true,
      get cwd() {
        return livesOf(folder, BACKTEST_WEEKS);
      },
    },
    { name: 'history', count: () => historyBytes(historyOf(folder, MANY_WEEKS)).index },
    { name: 'CSVs', count: () => historyBytes(historyOf(folder, MANY_WEEKS)).csv },
    { name: 'W', words: [floor('import'), scratch, MAVEN], prints: true, cwd: folder },
    {
      name: 'import',
      words: [BIN, 'import', MAVEN],
      cwd: emptied,
      before() {
        emptyFolder(emptied);
        pipeline(emptied, 'init', '.', '--currency', 'USD', '--locale', 'en', '--time-zone', 'UTC');
      },
    },
    {
      name: 'import again',
      words: [BIN, 'import', MAVEN],
      cwd: imported,
      prepare: () => prepareImported(imported),
    },
    { name: 'stale imported', words: [BIN, 'stale'], cwd: imported },
    {
      name: 'report',
      words: [BIN, 'report', '--from', MAVEN, '--locale', 'en', '--today', '2018-01-02', '--quiet'],
      cwd: reported,
      before: () => emptyFolder(reported),
    },
    { name: 'report page', count: () => statSync(join(reported, 'report.html')).size / 1000 },
    { name: 'one MB', count: () => 1000 },
    {
      name: 'query',
      words: [BIN, 'query', 'select stage, count(*), sum(value) from deals group by stage'],
      prepare: () => pipeline(at(10_000), 'stale'),
      get cwd() {
        return at(10_000);
      },
    },
    {
      name: 'parquet',
      words: [BIN, 'export', 'snapshots', '--format', 'parquet', '--out', join(scratch, 'parquet/')],
      before: () => rmSync(join(scratch, 'parquet'), { recursive: true, force: true }),
      get cwd() {
        return livesOf(folder, MANY_WEEKS);
      },
    },
  ];
}

function emptyFolder(path) {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
}

function prepareImported(root) {
  if (existsSync(root)) return;
  mkdirSync(root);
  pipeline(root, 'init', '.', '--currency', 'USD', '--locale', 'en', '--time-zone', 'UTC');
  pipeline(root, 'import', MAVEN);
  pipeline(root, 'stale');
}

function dropIndex(root) {
  rmSync(join(root, '.pipeline'), { recursive: true, force: true });
}

/** What is measured against what, with the goals; `only`: those whose name has that word. */
export function goalsOf(only) {
  const simple = (job, name, base, goal, stretch) => ({
    job,
    needs: ['F', name, base],
    measure: (of) => of(name),
    floor: (of) => of(base),
    goal,
    stretch,
  });
  const all = [
    simple('`--version`', '--version', 'F', '1.6', '1.35'),
    simple('`--help`', '--help', 'F', '1.6', '1.35'),
    ...COMPLETED.map(([name]) => simple(`${name}, 10,000 deals`, name, 'F', '2.5', '')),
    simple('warm `stale`, 1,000 deals', stale(1_000), listing(1_000), '2.3', '1.9'),
    simple('… 10,000', stale(10_000), listing(10_000), '2.0', '1.7'),
    simple('… 100,000', stale(100_000), listing(100_000), '2.0', '1.7'),
    simple('100 of 10,000 files changed', '100 changed', stale(10_000), '1.5', '1.2'),
    {
      job: 'cold index, 10,000 deals',
      needs: ['F', 'cold', 'Y'],
      measure: (of) => of('cold'),
      floor: (of) => of('Y'),
      goal: '0.5',
      stretch: '0.2',
    },
    {
      job: '`snapshot` of 10,000, warm',
      needs: ['F', 'snapshot', 'P', listing(10_000)],
      measure: (of) => of('snapshot'),
      floor: (of) => of(listing(10_000)) + of('P'),
      goal: '1.7',
      stretch: '1.4',
    },
    simple('`diff` of two CSVs of 10,000', 'diff', 'F', '4.5', '3.2'),
    simple('`diff` of two indexed weeks of 10,000', 'diff indexed', 'F', '3.2', ''),
    simple('… three years apart', 'diff years', 'F', '13', ''),
    simple(
      'warm `stale` with 156 snapshots, to that with 52',
      'stale 156 weeks',
      'stale 52 weeks',
      '1.05',
      '',
    ),
    {
      ...simple('… memory', 'memory 156 weeks', 'memory 52 weeks', '1.05', ''),
      unit: 'MB',
    },
    {
      ...simple('memory, indexing 156 snapshots of 10,000', 'memory history', 'memory F', '5', ''),
      unit: 'MB',
    },
    { ...simple('their rows in the index, to their CSVs', 'history', 'CSVs', '0.08', ''), unit: 'MB' },
    simple(
      '`forecast` of 10,000 deals and 156 snapshots, to reading them from the index',
      'forecast',
      'I',
      '10',
      '',
    ),
    {
      ...simple(
        'memory, `forecast backtest` of 40 periods of 10,000 deals',
        'memory backtest',
        'memory F',
        '8',
        '',
      ),
      unit: 'MB',
    },
    {
      job: '`import` of maven_crm, empty workspace',
      needs: ['F', 'W', 'import'],
      measure: (of) => of('import') - of('F'),
      floor: (of) => of('W'),
      goal: '3',
      stretch: '2.1',
    },
    simple('the same import again', 'import again', 'stale imported', '2', '1.5'),
    simple('`report --from` maven_crm, from an empty folder: 63 snapshots, the page', 'report', 'W', '', ''),
    { ...simple('… the page', 'report page', 'one MB', '1', ''), unit: 'kB' },
    simple('`query` of 10,000 deals', 'query', stale(10_000), '', ''),
    simple('`export snapshots` of 156 × 10,000 deals as Parquet', 'parquet', 'I', '', ''),
    ...SIZES.map((deals, place) => ({
      ...simple(
        `memory, warm, ${deals.toLocaleString('en')}`,
        `memory ${deals}`,
        'memory F',
        ['1.6', '2.2', '5'][place],
        ['1.4', '1.7', '3.5'][place],
      ),
      unit: 'MB',
    })),
    { ...simple('memory, cold, 10,000', 'memory cold', 'memory F', '5', '3'), unit: 'MB' },
    ...[
      [1_000, 10_000],
      [10_000, 100_000],
    ].map(([few, many]) => ({
      job: `growth from ${few.toLocaleString('en')} to ${many.toLocaleString('en')}, start-up taken off`,
      needs: ['F', '--version', stale(few), stale(many)],
      measure: (of) => of(stale(many)) - of('--version'),
      floor: (of) => of(stale(few)) - of('--version'),
      says: (ours, below) => `exponent ${Math.log10(ours / below).toFixed(2)}`,
      goal: '1.05',
      stretch: '1.0',
    })),
  ];
  const withMaven = existsSync(MAVEN)
    ? all
    : all.filter(({ needs }) => !needs.some((name) => /import|W/.test(name)));
  return only === undefined ? withMaven : withMaven.filter(({ job }) => job.includes(only));
}
