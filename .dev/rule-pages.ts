// docs/reference/rules/: a page a rule, and the examples that `check --explain` shows. What check says of an example
// is asked of check itself, on the rule's workspace in fixtures/rules/.

import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../src/cli/run.ts';
import { BUILT_RULES } from '../src/freshness/registry.ts';
import type { Rule } from '../src/freshness/rule.ts';
import { ruleTexts } from '../src/report/rule.ts';
import type { RuleExample } from '../src/report/rule-example.ts';
import { isOfWorkspace, RULE_NUMBERS } from '../src/workspace/rule-ids.ts';
import { valuesInForce } from '../src/workspace/setting-values.ts';
import { EXPLAINED } from '../src/workspace/settings-explained.ts';
import { readSettings } from '../src/workspace/settings-read.ts';
import { MADE, type ReferencePage, table } from './reference-page.ts';

const FIXTURES = 'fixtures/rules';

/** A page a rule, the page that lists them, and the examples for the program. */
export async function rulePages(): Promise<ReferencePage[]> {
  const examples: Record<string, RuleExample> = {};
  for (const { id } of BUILT_RULES) {
    const example = await exampleOf(id);
    if (example !== undefined) examples[id] = example;
  }
  return [
    { path: 'src/report/rule-examples.json', text: `${JSON.stringify(examples, null, 2)}\n` },
    { path: 'docs/reference/rules.md', text: rulesPage() },
    ...BUILT_RULES.map((rule) => ({
      path: `docs/reference/rules/${rule.id}.md`,
      text: rulePage(rule, examples[rule.id]),
    })),
  ];
}

function rulesPage(): string {
  const rows = BUILT_RULES.map((rule) => [
    `[${rule.id}](rules/${rule.id}.md)`,
    rule.title,
    severityOf(rule),
    aboutOf(rule),
  ]);
  return `${[
    MADE,
    '',
    '# Rules',
    '',
    'What `pipeline check` looks for, a page each. Any rule can be set to off, info, warning or error in pipeline.yaml under `rules`,',
    'otherwise for a stage or an owner group: the group says before the stage, the stage before the rule. `pipeline rules` shows what',
    'is in force in a workspace and where it is set, `pipeline check --explain RULE` what stands on these pages.',
    '`stale`, `past-close`, `no-next-step` and `overdue-next-step` make up the freshness index.',
    '',
    ...table(['rule', 'what it says', 'severity by default', 'looks at'], rows),
  ].join('\n')}\n`;
}

function rulePage(rule: Rule, example: RuleExample | undefined): string {
  const { what, why, fix, not_in_snapshots: notInSnapshots } = ruleTexts(rule);
  return `${[
    MADE,
    '',
    `# ${rule.id}`,
    '',
    `**${rule.title}** · ${severityOf(rule)} · looks at ${aboutOf(rule)}`,
    '',
    `- What: ${what}`,
    `- Why: ${why}`,
    `- How to fix it: ${fix}`,
    ...(rule.over === 'book'
      ? []
      : [
          `- To leave a deal as it is for a while: \`waive: [{rule: ${rule.id}, until: DATE, why: REASON}]\` in its file.`,
        ]),
    ...(notInSnapshots === null ? [] : [`- With --as-of it is not evaluated: ${notInSnapshots}.`]),
    '',
    '## Settings',
    '',
    ...table(['setting', 'by default', 'what it is for'], settingRows(rule)),
    '',
    ...(example === undefined ? [] : exampleLines(rule, example)),
    '[All rules](../rules.md)',
  ].join('\n')}\n`;
}

function severityOf({ severity, gravest }: Rule): string {
  return gravest === undefined ? severity : `${severity}, then ${gravest}`;
}

function aboutOf(rule: Rule): string {
  if (rule.over === 'book') return isOfWorkspace(rule.id) ? 'the workspace' : 'the files of deals';
  return rule.inArchive === true ? 'deals and the archive' : rule.over;
}

const LEAST = 'format: 1\nname: a\ncurrency: PLN\nprocess: {stages: [lead]}\n';

function settingRows(rule: Rule): string[][] {
  const { settings } = readSettings(LEAST, 'pipeline.yaml');
  if (settings === undefined) throw new Error('the least settings are none');
  const numbers: Readonly<Record<string, Readonly<Record<string, number>>>> = RULE_NUMBERS;
  return [
    [`\`rules.${rule.id}\``, severityOf(rule), EXPLAINED['rules.*']],
    ...Object.entries(numbers[rule.id] ?? {}).map(([name, value]) => [
      `\`rules.${rule.id}.${name}\``,
      String(value),
      (EXPLAINED as Readonly<Record<string, string>>)[`rules.*.${name}`] ?? '',
    ]),
    ...ruleTexts(rule).goes_by.map(({ setting, meaning }) => {
      const [value] = valuesInForce(setting as keyof typeof EXPLAINED, settings);
      return [`\`${setting}\``, value === undefined ? '–' : String(value.value), meaning];
    }),
  ];
}

function exampleLines(rule: Rule, { today, files, snapshots, says }: RuleExample): string[] {
  const shown = Object.entries(files).flatMap(([path, text]) => [
    `\`${path}\``,
    '',
    fenced(text, path.endsWith('.yaml') ? 'yaml' : ''),
    '',
  ]);
  return [
    '## Example',
    '',
    `A workspace on ${today}${snapshots === '' ? '' : `, with the snapshots ${snapshots}`}:`,
    '',
    ...shown,
    `\`pipeline check --rule ${rule.id}\` says:`,
    '',
    fenced(says, ''),
    '',
  ];
}

function fenced(text: string, language: string): string {
  return `\`\`\`${language}\n${text.replace(/\n$/, '')}\n\`\`\``;
}

interface Found {
  readonly id: string;
  readonly file: string;
  readonly line: number | null;
  readonly message: string;
  readonly hint: string;
  readonly waived: object | null;
}

/** The files of the fixture that a finding is about, and what check prints of it; undefined where it has none to show. */
async function exampleOf(rule: string): Promise<RuleExample | undefined> {
  const folder = join(FIXTURES, rule);
  const expected: { today: string; example?: string; findings: readonly object[] } = JSON.parse(
    readFileSync(join(folder, 'expected.json'), 'utf8'),
  );
  const { today, example, findings } = expected;
  if (findings.length === 0) return undefined;
  const root = mkdtempSync(join(tmpdir(), 'pipeline-example-'));
  try {
    cpSync(folder, root, { recursive: true });
    const view: { findings: readonly Found[] } = JSON.parse(
      await check(`${rule} --format json`, root, today),
    );
    const unwaived = view.findings.filter(({ waived }) => waived === null);
    const finding =
      unwaived.find(({ id }) => id !== '' && id === example) ??
      unwaived.find(({ file }) => file.startsWith('deals/')) ??
      unwaived[0];
    if (finding === undefined) throw new Error(`nothing is found in ${folder}`);
    const names = existsSync(join(folder, 'snapshots')) ? readdirSync(join(folder, 'snapshots')).sort() : [];
    return {
      today,
      files: filesOf(finding, root),
      snapshots: names.join(', '),
      says: saidOf(finding, await check(rule, root, today)),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** pipeline.yaml, the file of the finding, and the deals that it names: a likeness is one of two. */
function filesOf({ id, file, message, hint }: Found, root: string): Record<string, string> {
  const named = dealsIn(root).filter(({ id: other, path }) => {
    const word = new RegExp(`(?<![a-z0-9-])${other}(?![a-z0-9-])`);
    return other === id ? path === file || !file.startsWith('deals/') : word.test(`${message} ${hint}`);
  });
  const paths = [
    'pipeline.yaml',
    ...(/^(?:deals|archive|reviews|cleanups|imports)\//.test(file) ? [file] : []),
  ];
  const all = [...new Set([...paths, ...named.map(({ path }) => path)])];
  return Object.fromEntries(all.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

function dealsIn(root: string): { id: string; path: string }[] {
  const names = readdirSync(join(root, 'deals'), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ id: name.replace(/^.*\/|\.yaml$/g, ''), path: `deals/${name}` }));
}

/** The line with the place of the finding, and those below it. */
function saidOf({ file, line }: Found, said: string): string {
  const lines = said.split('\n');
  const at = lines.findIndex((one) => one.startsWith(`${file}${line === null ? '' : `:${line}`}  `));
  if (at < 0) throw new Error(`check does not print ${file}:${line}`);
  const end = lines.findIndex((one, place) => place > at && !one.startsWith('  '));
  return lines.slice(at, end).join('\n');
}

async function check(words: string, cwd: string, today: string): Promise<string> {
  const out: string[] = [];
  await run(`check --rule ${words}`.split(' '), {
    cwd,
    env: { PIPELINE_TODAY: today, NO_COLOR: '1' },
    stdin: { isTTY: false, readAll: async () => '' },
    stdout: { write: (text) => void out.push(String(text)), isTTY: false, columns: undefined },
    stderr: { write: () => undefined, isTTY: false, columns: undefined },
    now: () => new Date(`${today}T12:00:00Z`),
    random: (count) => new Uint8Array(count),
    signal: new AbortController().signal,
    atRisk: (work) => work(),
  });
  return out.join('');
}
