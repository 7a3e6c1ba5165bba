// The reference pages of docs/, made from the program's own tables. A test holds docs/ against them.

import type { Command } from 'commander';
import { FAILURES } from '../src/base/failure.ts';
import { HELP_TOPICS } from '../src/cli/help-topics.ts';
import { GLOBAL_OPTIONS } from '../src/cli/options.ts';
import { buildProgram } from '../src/cli/parse.ts';
import { TOPIC_NAMES } from '../src/cli/topic-names.ts';
import { JOBS } from '../src/cli/verb.ts';
import { VERBS } from '../src/cli/verbs.ts';
import { FIELDS, SYSTEMS } from '../src/crm-import/fields.ts';
import { FIELD_KEYS, HEADER_LANGUAGES, headersBy } from '../src/crm-import/known-headers.ts';
import { dealJsonSchema } from '../src/deal/schema.ts';
import { WHY_APART } from '../src/movement/apart.ts';
import { BARS } from '../src/movement/bars.ts';
import { CONVERSION } from '../src/movement/conversion-fell.ts';
import { MOVEMENTS } from '../src/movement/kinds.ts';
import { QUARTER_ENDS } from '../src/movement/pushed-at-ends.ts';
import { SHRINKS } from '../src/movement/shrinks-late.ts';
import { EXPLAINED } from '../src/workspace/settings-explained.ts';
import { exportPage } from './export-page.ts';
import { MADE, type ReferencePage, table } from './reference-page.ts';
import { rulePages } from './rule-pages.ts';

/** Every reference page, as it must stand in docs/. */
export async function referencePages(): Promise<ReferencePage[]> {
  return [
    { path: 'docs/reference/verbs.md', text: verbsPage() },
    ...(await rulePages()),
    { path: 'docs/reference/movements.md', text: movementsPage() },
    { path: 'docs/reference/settings.md', text: settingsPage() },
    { path: 'docs/reference/deal.md', text: dealPage() },
    { path: 'docs/reference/import.md', text: importPage() },
    exportPage(),
    { path: 'docs/reference/topics.md', text: topicsPage() },
    { path: 'docs/reference/exit-status.md', text: exitStatusPage() },
  ];
}

function verbsPage(): string {
  const program = buildProgram(
    { stdout: { write: () => undefined, isTTY: false, columns: 80 } },
    [],
    () => undefined,
  );
  const parts = [MADE, '', '# Verbs', '', 'What `pipeline <verb> --help` says, verb by verb.', ''];
  for (const job of JOBS) {
    const verbs = VERBS.filter((verb) => verb.job === job);
    if (verbs.length === 0) continue;
    parts.push(`## To ${job}`, '');
    for (const verb of verbs) {
      const command = commandOf(program, verb.name);
      parts.push(
        `### pipeline ${verb.name}`,
        '',
        '```',
        ownHelp(command),
        '```',
        '',
        '| example | what it does |',
        '|---|---|',
      );
      for (const example of verb.examples)
        parts.push(`| \`${example.command.replaceAll('|', '\\|')}\` | ${example.text} |`);
      parts.push('');
    }
  }
  parts.push('## Options of every verb', '', '| option | what it does |', '|---|---|');
  for (const option of GLOBAL_OPTIONS) parts.push(`| \`${option.flags}\` | ${option.text} |`);
  return `${parts.join('\n')}\n`;
}

function commandOf(program: Command, name: string): Command {
  return name.split(' ').reduce((parent, word) => {
    const child = parent.commands.find((command) => command.name() === word);
    if (child === undefined) throw new Error(`no verb ${name}`);
    return child;
  }, program);
}

/** The help without the options that every verb has. */
function ownHelp(command: Command): string {
  return command.helpInformation().split('\nOptions of every verb:')[0]?.trim() ?? '';
}

function page(title: string, intro: string, lines: readonly string[]): string {
  return `${[MADE, '', `# ${title}`, '', intro, '', ...lines].join('\n')}\n`;
}

function movementsPage(): string {
  const movements = Object.entries(MOVEMENTS).map(([kind, { text }]) => [`\`${kind}\``, text]);
  const bars = Object.entries(BARS).map(([kind, { key, sign, text }]) => [
    `\`${kind}\``,
    `\`${key}\``,
    sign === 1 ? '+' : '−',
    text,
  ]);
  const apart = Object.entries(WHY_APART).map(([figure, text]) => [`\`${figure}\``, text]);
  return page(
    'Movements',
    'What `pipeline diff` says of a deal between two snapshots, A and B. A deal gets every movement that applies.',
    [
      ...table(['movement', 'when'], movements),
      '',
      '## The bridge',
      '',
      'Opening + what came − what went = closing, to the cent, for every pair of snapshots and every scope.',
      '',
      ...table(['bar', 'in JSON', 'sign', 'what stands in it'], bars),
      '',
      '## Bridges in a row',
      '',
      'The opening of the first + all changes = the closing of the last: `pipeline diff --every week` ties out with the one bridge',
      'from first to last. The bars need not: a deal is told there by its two ends alone, and what it was between is in the parts.',
      'A deal that shrank and grew back is in two bars of the parts and in none of the whole; one that was new and lost keeps both.',
      'A bar that is not the same both ways is shown with both figures, and with how many deals make the difference.',
      '',
      ...table(['figure', 'why its parts may add up to another one'], apart),
      '',
      '## Worth a look',
      '',
      'What `pipeline trend` says of the whole series below its metrics, and `warnings` in its JSON. Where counts are too small to judge,',
      '`too_few` is true; what the series cannot tell at all is in `not_judged`. A difference between two shares is told where',
      `chance alone (Fisher's exact test, times all that were compared) would show it in at most ${percent(SHRINKS.chance)} of such series.`,
      '',
      ...table(
        ['warning', 'when', 'too few to judge'],
        [
          [
            '`pushed-at-quarter-ends`',
            `an open deal, due before each of the last ${QUARTER_ENDS.looked} fiscal quarter ends and moved beyond it in the two weeks before or after`,
            `the series tells of ${QUARTER_ENDS.least} of the ${QUARTER_ENDS.looked}; of fewer nothing is told`,
          ],
          [
            '`shrinks-at-quarter-end`',
            `an owner whose deals shrank at least ${SHRINKS.times} times as often in the last two weeks of a quarter as otherwise, in the last year, by steps of two weeks or less`,
            `fewer than ${SHRINKS.least} times, or at fewer than ${SHRINKS.ends} quarter ends; fewer than ${SHRINKS.told}: not told`,
          ],
          [
            '`conversion-fell`',
            `a stage whose moved on ÷ (moved on + lost or removed) fell by a third or more from the first half of the last year to the second`,
            `fewer than ${CONVERSION.least} decided in a half, and it halved; fewer than ${CONVERSION.told}: not told`,
          ],
        ],
      ),
    ],
  );
}

function percent(share: number): string {
  return `${share * 100} %`;
}

function settingsPage(): string {
  const rows = Object.entries(EXPLAINED).map(([path, text]) => [`\`${path}\``, text]);
  const intro =
    'The keys of pipeline.yaml. `[]` is an item of a list, `*` any key. `pipeline init` writes them with these words.';
  return page('Settings', intro, table(['setting', 'what it is for'], rows));
}

function dealPage(): string {
  const { properties } = dealJsonSchema() as { properties: Record<string, { description?: string }> };
  const rows = Object.entries(properties).map(([key, { description = '' }]) => [`\`${key}\``, description]);
  return page('A deal', "The keys of a deal file. Its name without `.yaml` is the deal's id.", [
    ...table(['key', 'what it says'], rows),
    '',
    'Other keys are kept and reported as `info`; what is yours belongs under `custom`.',
  ]);
}

const MAPPING = `A mapping says what the headers alone do not. The last one in force stands in imports/SYSTEM.yaml, which every import
writes; --map FILE gives one, or adds to it. It is written for a person to change:

\`\`\`yaml
format: 1
system: ourcrm
columns:
  id: Nr                       # field: header
  close: Planned end
  custom.region: Area          # any column under a key of your own
  next_step: null              # not taken over
stages:
  Offer sent: proposal         # the export's word: a stage's id, won or lost
\`\`\`

Headers are compared without case, spaces and \`_ - .\`. A column that is no field is kept under \`custom\`.`;

function importPage(): string {
  const rows = FIELD_KEYS.map((key) => {
    const headers = headersBy(key);
    const known = [...SYSTEMS, 'other' as const, ...HEADER_LANGUAGES].flatMap((writer) => {
      const own = headers[writer] ?? [];
      return own.length === 0 ? [] : [`${writer}: ${own.join(', ')}`];
    });
    return [`\`${key}\``, FIELDS[key].text, known.join(' · ')];
  });
  return page(
    'Exports and mappings',
    MAPPING,
    table(['field', 'what it is', 'headers that are known'], rows),
  );
}

function exitStatusPage(): string {
  const codes = new Map<number, string[]>();
  for (const [code, status] of Object.entries(FAILURES))
    codes.set(status, [...(codes.get(status) ?? []), `\`${code}\``]);
  const { title, paragraphs, table: meanings, after = [] } = HELP_TOPICS['exit-statuses'];
  const rows = meanings.rows.map(([status = '', meaning = '']) => {
    const isFailure = Number.parseInt(status, 10) > 1;
    return [status, meaning, isFailure ? (codes.get(Number.parseInt(status, 10)) ?? []).join(' ') : ''];
  });
  return page(title, paragraphs.join('\n\n'), [
    ...table([...meanings.header, 'failures'], rows),
    '',
    ...after,
  ]);
}

/** What `pipeline help TOPIC` says; the exit statuses have a page of their own. */
function topicsPage(): string {
  const parts = TOPIC_NAMES.filter((name) => name !== 'exit-statuses').flatMap((name) => {
    const { title, paragraphs, table: examples, after = [] } = HELP_TOPICS[name];
    const quoted = examples.rows.map(([typed = '', ...rest]) => [`\`${typed}\``, ...rest]);
    const body = [...paragraphs, table(examples.header, quoted).join('\n'), ...after];
    return [`## ${title}`, '', `\`pipeline help ${name}\``, '', ...body.flatMap((part) => [part, ''])];
  });
  return page('Help topics', 'What `pipeline help TOPIC` says.', parts).trimEnd().concat('\n');
}
