// Arrows point one way: cli → page, report → features → deal, snapshot → base. Each rule says why it is there.

/** Rooms that hold the domain: values in, values out. */
const PURE = '^src/(base|words|deal|three-way|movement|freshness|discipline|entry|review|plan|results|feedback|forecast|human-calls)/';

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or two with a third below them.',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'base-imports-nothing',
      comment: 'base is the words that every room uses; it knows no room, and of what is said no more than which messages there are.',
      severity: 'error',
      from: { path: '^src/base/' },
      to: { path: '^src/', pathNot: '^src/(base/|words/message\\.ts$)' },
    },
    {
      name: 'words-know-no-room',
      comment: 'What is said in each language is said by every room, and knows none.',
      severity: 'error',
      from: { path: '^src/words/' },
      to: { path: '^src/', pathNot: '^src/(base|words)/' },
    },
    {
      name: 'deal-knows-only-base',
      comment: 'What a deal is does not depend on where it is kept or shown.',
      severity: 'error',
      from: { path: '^src/deal/' },
      to: { path: '^src/', pathNot: '^src/(base|deal)/' },
    },
    {
      name: 'merge-knows-only-deals',
      comment: 'Git merges in the middle of anything: the merge needs no workspace, no settings and no today.',
      severity: 'error',
      from: { path: '^src/three-way/' },
      to: { path: '^src/', pathNot: '^src/(base|deal|three-way)/' },
    },
    {
      name: 'domain-touches-no-edge',
      comment: 'Clock, files, console and database stand at the edge: what is pure stays testable by values.',
      severity: 'error',
      from: { path: PURE },
      to: { path: ['^src/(cli|render|page|report|sqlite|index-db|crm-import|demo)/', '^node:fs', '^fs$', '^better-sqlite3$'] },
    },
    {
      name: 'only-sqlite-imports-sqlite',
      comment: 'One room knows the driver; another driver is then one room.',
      severity: 'error',
      from: { pathNot: '^src/sqlite/' },
      to: { path: 'node_modules/better-sqlite3' },
    },
    {
      name: 'nobody-imports-the-command-line',
      comment: 'cli is the top: commands are thin and nothing stands on them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'renderers-know-pages-only',
      comment: 'A renderer prints and computes no figure, so it sees no feature.',
      severity: 'error',
      from: { path: '^src/render/' },
      to: { path: '^src/', pathNot: '^src/(base|words|page|render|chart)/' },
    },
    {
      name: 'charts-know-values-only',
      comment: 'A chart draws the cells that it is given, in words as renderers write them; which view they are of, a page knows.',
      severity: 'error',
      from: { path: '^src/chart/' },
      to: { path: ['^src/', '^node:'], pathNot: ['^src/(base|words|chart)/', '^src/page/(page|say|sentences)\\.ts$', '^src/render/(locale|safe)\\.ts$'] },
    },
    {
      name: 'features-do-not-import-views',
      comment: 'A feature returns values; report makes views of them, page makes pages of views.',
      severity: 'error',
      from: { path: '^src/(movement|freshness|discipline|entry|review|plan|plan-import|results|cleanup|process-change|crm-import|activity-files|backfill|snapshot|workspace|index-db|book|feedback|forecast|human-calls)/' },
      to: { path: '^src/(report|page|render)/' },
    },
    {
      name: 'views-are-not-pages',
      comment: 'A view is the value that JSON prints; how it is laid out comes after it.',
      severity: 'error',
      from: { path: '^src/report/' },
      to: { path: '^src/(page|render|cli)/' },
    },
    {
      name: 'tables-are-not-commands',
      comment: 'Tables that leave stand beside pages: they are made of views and domain, and of what prints a cell.',
      severity: 'error',
      from: { path: '^src/(workspace|book|snapshot|movement|freshness|review|report|page|render)/' },
      to: { path: '^src/export/' },
    },
    {
      name: 'the-report-file-asks-nobody',
      comment: 'A report is assembled of views that are made: it reads no book and no file.',
      severity: 'error',
      from: { path: '^src/report-file/' },
      to: { path: ['^src/(cli|book|workspace|snapshot|index-db)/', '^node:fs'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports is dead.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/cli/(main|library)\\.ts$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
