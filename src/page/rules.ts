// The page of `pipeline rules`: a rule a line with its severity, below it its limits and where stages and groups
// differ, each with the line of pipeline.yaml that sets it.

import type { RuleEntry, RulesView } from '../report/rules.ts';
import type { InForce } from '../report/rules-in-force.ts';
import type { Look } from './look.ts';
import { listed } from './names.ts';
import type { Block, Cell, Column, Page, Records, Table, Tone } from './page.ts';
import { count, type Said, say, spoken } from './say.ts';

export function rulesPage(view: RulesView, look: Look, currency: string): Page {
  return { currency, digits: look.digits, blocks: [...rulesBlocks(view, look)] };
}

function* rulesBlocks(view: RulesView, look: Look): Generator<Block> {
  const { rules } = view;
  const standing = (of: RuleEntry['standing']) => rules.filter((rule) => rule.standing === of).length;
  const [off, idle] = [standing('off'), standing('nothing-to-look-at') + standing('not-evaluated')];
  const of = say('{rules, plural, one {# rule} other {# rules}} on {day}', {
    rules: rules.length,
    day: { kind: 'day', day: view.as_of ?? view.today },
  });
  const standings = [
    say('{count} evaluated', { count: count(standing('evaluated')) }),
    ...(off === 0 ? [] : [say('{count} off', { count: count(off) })]),
    ...(idle === 0 ? [] : [say('{count} without anything to judge', { count: count(idle) })]),
  ];
  yield { kind: 'heading', parts: [of, ' · ', listed(standings)] };
  yield { kind: 'blank' };
  yield rulesTable(rules, look);
  yield { kind: 'blank' };
  yield* notJudgedLines(rules);
  const example = rules.find(({ findings }) => findings.open > 0) ?? rules[0];
  if (example !== undefined) {
    const text = say('What one is for');
    yield { kind: 'next', text, command: `pipeline check --explain ${example.rule}` };
  }
}

const COLUMNS: readonly Column[] = [
  { key: 'rule', title: 'Rule', shrinkTo: 21 },
  { key: 'value', title: 'In force', shrinkTo: 14 },
  { key: 'set_in', title: 'Set in' },
  { key: 'here', title: 'Here', shrinkTo: 11 },
];

/** The rules, each with what is in force of it on the lines below. */
export function rulesTable(rules: readonly RuleEntry[], look: Look): Table {
  return {
    kind: 'table',
    columns: COLUMNS,
    rows: rules.flatMap((rule) => [
      [
        text(rule.rule, 'strong'),
        text(severityText(rule)),
        setIn(rule.severity_line),
        hereCell(rule, rule.standing === 'evaluated' ? 'plain' : 'muted'),
      ],
      ...[...rule.exceptions, ...rule.settings].map((one) => [
        { kind: 'phrase', parts: ['  ', nameOf(one, look)] } as const,
        text(String(one.value)),
        setIn(one.line),
        { kind: 'none' } as const,
      ]),
    ]),
  };
}

/** Deals that a rule does not judge, where it judges others. */
export function* notJudgedLines(rules: readonly RuleEntry[]): Generator<Block> {
  const partly = rules.filter(({ standing }) => standing === 'evaluated');
  for (const { rule, not_evaluated } of partly) {
    for (const { source, reason, deals } of not_evaluated) {
      const values = { rule, deals, why: spoken(reason) };
      const said =
        source === ''
          ? say('{rule} does not judge {deals, plural, one {# deal} other {# deals}} ({why}).', values)
          : say('{rule} does not judge {deals, plural, one {# deal} other {# deals}} of {source} ({why}).', {
              ...values,
              source,
            });
      yield { kind: 'line', tone: 'muted', parts: [said] };
    }
  }
  if (partly.some(({ not_evaluated }) => not_evaluated.length > 0)) yield { kind: 'blank' };
}

/** `warning`, `warning, error` of a rule that graduates by itself, `off`. */
export function severityText(
  rule: Pick<RuleEntry, 'severity' | 'default_severity' | 'default_gravest'>,
): string {
  if (rule.severity !== null) return rule.severity;
  return rule.default_gravest === null
    ? rule.default_severity
    : `${rule.default_severity}, ${rule.default_gravest}`;
}

function setIn(line: number | null): Cell {
  return line === null ? say('default') : say('line {line}', { line: String(line) });
}

function hereCell({ standing, reason, findings: { open, waived } }: RuleEntry, tone: Tone): Cell {
  if (standing === 'off') return say('off', {}, tone);
  if (standing !== 'evaluated') return spoken(reason, tone);
  if (open === 0 && waived === 0) return say('no findings', {}, tone);
  return waived === 0
    ? say('{findings, plural, one {# finding} other {# findings}}', { findings: open }, tone)
    : say(
        '{findings, plural, one {# finding} other {# findings}}, {waived} waived',
        { findings: open, waived: count(waived) },
        tone,
      );
}

/** `times`, `max_days in Lead`, `in Lead`, `group south`. */
function nameOf({ setting, stage, group }: InForce, look: Look): string | Said {
  const isSeverity = /^rules\.[^.]+\.(?:stages|groups)\.[^.]+$/.test(setting);
  const short = setting.startsWith('rhythm.') ? setting : setting.split('.').at(-1);
  const name = isSeverity ? '' : (short ?? '');
  if (stage !== null) {
    const where = say('in {stage}', { stage: look.stageLabel(stage) });
    return name === '' ? where : say('{name} {where}', { name, where });
  }
  if (group === null) return name;
  const where = say('group {group}', { group });
  return name === '' ? where : say('{name} {where}', { name, where });
}

/** A record a rule, a limit and an exception: `setting` is '' for the rule itself. */
export function rulesRecords({ rules }: Pick<RulesView, 'rules'>): Records {
  const line = (of: number | null) =>
    of === null ? ({ kind: 'none' } as const) : ({ kind: 'number', number: of } as const);
  const words = (...of: readonly string[]) => of.map((one) => ({ kind: 'text', text: one }) as const);
  return {
    columns: [
      ...['rule', 'setting', 'stage', 'group', 'value', 'line', 'standing', 'reason', 'findings', 'waived'],
    ],
    rows: rules.flatMap((rule) => [
      [
        ...words(rule.rule, '', '', '', severityText(rule)),
        line(rule.severity_line),
        ...words(rule.standing, String(rule.reason)),
        { kind: 'number', number: rule.findings.open } as const,
        { kind: 'number', number: rule.findings.waived } as const,
      ],
      ...[...rule.exceptions, ...rule.settings].map((one) => [
        ...words(rule.rule, one.setting, one.stage ?? '', one.group ?? '', String(one.value)),
        line(one.line),
        ...words('', ''),
        { kind: 'none' } as const,
        { kind: 'none' } as const,
      ]),
    ]),
  };
}

function text(of: string, tone?: Tone): Cell {
  return tone === undefined ? { kind: 'text', text: of } : { kind: 'text', text: of, tone };
}
