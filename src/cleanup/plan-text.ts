// The proposal of a clean-up as a file in which a person decides. plan-read.ts reads it back.

import { type Decimal, fromMinor } from '../base/money.ts';
import { scalarText } from '../deal/scalar-text.ts';
import type { Likeness } from '../freshness/duplicates.ts';
import { systemOf } from '../freshness/source.ts';
import { type DealRow, worthOf } from '../snapshot/row.ts';
import type { Settings } from '../workspace/settings.ts';
import { CHOICES, type Group } from './decision.ts';
import type { Finished, Forgotten, Proposal } from './proposal.ts';

/** The format of plan files that this program reads and writes. */
export const PLAN_FORMAT = 1;

/** What stands at `do` where nothing is to be done. */
export const NOTHING = 'nothing';

export interface PlanContext {
  readonly settings: Pick<Settings, 'clean' | 'lostReasons'>;
  /** The plan's file, as the commands in it name it. */
  readonly file: string;
  readonly currency: string;
  /** Of the currency. */
  readonly digits: number;
  /** A deal's row by its id. */
  row(id: string): DealRow | undefined;
  /** The CRM that holds the deals; '' in an own book. */
  readonly mirror: string;
  versionOf(id: string): string;
  ownerLabel(owner: string): string;
  stageLabel(stage: string): string;
}

/** The text of a plan file. Finished deals are proposed for the archive; about all others nothing is decided yet. */
export function planText(proposal: Proposal, context: PlanContext): string {
  const { quarter, on, finished, forgotten, duplicates } = proposal;
  const { clean } = context.settings;
  const file = oneLine(context.file);
  return `${[
    `# The clean-up of ${quarter.name}, as proposed on ${on}. Decide here, then carry it out:`,
    `#   pipeline clean --apply ${file} --dry-run`,
    `#   pipeline clean --apply ${file}`,
    '# Left as it is, this archives what is finished. Where an entry is taken out, or says "nothing", nothing is done.',
    '# A deal that has changed since is refused.',
    ...inMirror(context.mirror),
    `format: ${PLAN_FORMAT}`,
    `quarter: ${quarter.name}`,
    `on: ${on}`,
    '',
    `# Closed more than ${clean.closedAfter} days ago: ${counted(finished.map(({ row }) => row))}.`,
    `#   ${words('finished')}   archive: the file goes to archive/${quarter.name}/ as it is`,
    ...list(
      'finished',
      finished.flatMap((item) => finishedLines(item, context)),
    ),
    '',
    `# No sign of life for ${clean.forgottenAfter} days or more: ${counted(forgotten.map(({ row }) => row))}${worth(forgotten, context)}.`,
    `#   ${words('forgotten')}`,
    '#   revive   with next_step: what is done next, and by: the day',
    `#   lost     with reason: ${context.settings.lostReasons.map(oneLine).join(', ') || 'why'}`,
    '#   keep     with until: the last day, and why: … (a waiver of the rules forgotten and stale)',
    ...list(
      'forgotten',
      forgotten.flatMap((item) => forgottenLines(item, context)),
    ),
    '',
    `# Open deals that look like another: ${duplicates.length === 1 ? '1 pair' : `${duplicates.length} pairs`}.`,
    `#   ${words('duplicates')}`,
    '#   merge     keeps the one at keep, with the activities and stages of both; the other one goes to the archive',
    '#   distinct  with until: the last day, and why: … (a waiver of the rule duplicate)',
    ...list(
      'duplicates',
      duplicates.flatMap((pair) => pairLines(pair, context)),
    ),
  ].join('\n')}\n`;
}

function inMirror(mirror: string): string[] {
  if (mirror === '') return [];
  const system = oneLine(mirror);
  return [
    `# What ${system} holds of a deal is changed there, in the record of that number, and comes with its next export:`,
    '# mostly only keep, distinct and archive are ours to do.',
  ];
}

function list(group: Group, lines: readonly string[]): string[] {
  return lines.length === 0 ? [`${group}: []`] : [`${group}:`, ...lines];
}

function words(group: Group): string {
  return `do: ${[...CHOICES[group], NOTHING].join(' | ')}`;
}

function finishedLines({ row, closedOn, days }: Finished, context: PlanContext): string[] {
  return [
    `  # ${row.stage} ${closedOn}, ${days} days ago · ${described(row, context)}`,
    `  - {id: ${scalarText(row.id, 'flow')}, version: ${quoted(context.versionOf(row.id))}, do: archive}`,
  ];
}

function forgottenLines({ row, days }: Forgotten, context: PlanContext): string[] {
  const since = `${row.lastSignOfLife ?? ''} (${oneLine(row.lastSignEvent)})`;
  const stage = oneLine(context.stageLabel(row.stage));
  return [
    `  # ${days} days since ${since} · ${stage} · ${described(row, context)}`,
    `  - id: ${scalarText(row.id, 'block')}`,
    `    version: ${quoted(context.versionOf(row.id))}`,
    `    do: ${NOTHING}`,
  ];
}

function pairLines({ a, b, score, reasons }: Likeness, context: PlanContext): string[] {
  const told = (id: string) => {
    const row = context.row(id);
    return row === undefined
      ? ''
      : ` · ${oneLine(context.stageLabel(row.stage))} · ${described(row, context)}`;
  };
  return [
    `  # ${oneLine(a)}${told(a)}`,
    `  # ${oneLine(b)}${told(b)}`,
    `  # alike by ${score.toFixed(2)}: ${reasons.map(({ text }) => oneLine(String(text))).join(', ')}`,
    `  - keep: ${scalarText(a, 'block')}`,
    `    version: ${quoted(context.versionOf(a))}`,
    `    other: ${scalarText(b, 'block')}`,
    `    other_version: ${quoted(context.versionOf(b))}`,
    `    do: ${NOTHING}`,
  ];
}

/** A version may be all digits, or look like a number with an exponent. */
function quoted(version: string): string {
  return scalarText(version, 'flow');
}

/** Owner, amount, account and name, and in a mirror the record's number. */
function described(row: DealRow, { ownerLabel, mirror }: PlanContext): string {
  const record = mirror !== '' && systemOf(row) === mirror ? [row.source.slice(mirror.length + 1)] : [];
  const amount: (Decimal | string)[] = row.amount === undefined ? [] : [`${row.amount} ${row.currency}`];
  return [ownerLabel(row.owner), ...amount, row.account, row.name, ...record]
    .map(oneLine)
    .filter((part) => part !== '')
    .join(' · ');
}

function counted(rows: readonly DealRow[]): string {
  return rows.length === 1 ? '1 deal' : `${rows.length} deals`;
}

function worth(forgotten: readonly Forgotten[], { digits, currency }: PlanContext): string {
  if (forgotten.length === 0) return '';
  return `, ${fromMinor(worthOf(forgotten.map(({ row }) => row)), digits)} ${currency}`;
}

const LONGEST = 120;

/** Text of a deal in a comment: on one line, with nothing that hides or turns it. */
function oneLine(text: string): string {
  const shown = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]+/gu, ' ').trim();
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST).trimEnd()}…` : shown;
}
