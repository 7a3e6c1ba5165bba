// What mutation testing looks at (docs/mutation.md): groups of sources, each with the tests that hold its promises,
// quick ones first. Tests that spawn processes or trace system calls are left out: too slow to run once a mutant.

const deal = (...names) => names.map((name) => `src/deal/${name}.ts`);
const movement = (...names) => names.map((name) => `src/movement/${name}.ts`);
const workspace = (...names) => names.map((name) => `src/workspace/${name}.ts`);
const tests = (folder, ...names) => names.map((name) => `test/${folder}/${name}.test.ts`);

/** Per cent of the mutants that must be noticed, in each group and in all. */
export const LEAST_SCORE = 85;

export const GROUPS = {
  movement: {
    mutate: movement(
      ...['amount-change', 'bars', 'bridge', 'classify', 'compare', 'flow', 'kinds'],
      ...['pair', 'scope', 'side', 'steady', 'values'],
    ),
    tests: [...tests('movement', 'own-cases', 'steady', 'laws'), ...tests('snapshot', 'who-is-who')],
    ignoreStatic: true,
    runs: 12,
  },
  series: {
    mutate: movement(
      ...['bridge-chain', 'chance', 'conversion-fell', 'counts'],
      ...['difference', 'pushed-at-ends', 'series-step', 'shrinks-late'],
    ),
    tests: tests('movement', 'difference', 'series-limits', 'counts', 'series-warnings', 'bridge-chain'),
    ignoreStatic: true,
    runs: 30,
  },
  sampling: {
    mutate: ['draw', 'fit', 'places', 'sample', 'strata', 'stream', 'weighted'].map(
      (name) => `src/review/${name}.ts`,
    ),
    tests: tests('review', 'fit', 'strata', 'weighted', 'sample'),
    runs: 30,
  },
  guard: {
    mutate: deal('guard', 'guard-pairs', 'guard-refusals', 'guard-text', 'guard-tokens'),
    tests: tests('deal', 'guard', 'errors'),
  },
  edit: {
    mutate: deal('patch', 'edits', 'edit-map', 'edit-list', 'layout', 'intent', 'intent-items'),
    tests: tests('deal', 'patch', 'patch-net', 'patch-properties'),
    runs: 15,
    mocks: true,
  },
  write: {
    mutate: [
      ...deal('write', 'scalar-text'),
      ...workspace(
        'transaction',
        'steps',
        'write-plan',
        'staging',
        'journal',
        'journal-format',
        'inside',
        'durable',
      ),
    ],
    tests: [
      ...tests('deal', 'scalar-text', 'write'),
      ...tests(
        'workspace-files',
        'durable',
        'synced',
        'refused',
        'not-confirmed',
        'transaction',
        'recover',
        'replace',
      ),
    ],
    runs: 30,
    mocks: true,
  },
  lock: {
    mutate: workspace('lock', 'lock-holder'),
    tests: tests('workspace-files', 'lock-refused', 'recover', 'lock'),
    mocks: true,
  },
};
