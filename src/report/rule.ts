// pipeline/rule/1: one rule in full: what it finds, why, how to fix it, an example, and what is in force here.

import type { Day } from '../base/day.ts';
import type { Book } from '../book/book.ts';
import { findingsOf } from '../freshness/findings.ts';
import type { Rule } from '../freshness/rule.ts';
import { settingsOfRule } from '../freshness/rule-settings.ts';
import type { Message } from '../words/message.ts';
import { EXPLAINED } from '../workspace/settings-explained.ts';
import type { RuleExample } from './rule-example.ts';
import { exampleOf } from './rule-example.ts';
import { type RuleEntry, ruleEntry } from './rules.ts';
import type { SettingLines } from './rules-in-force.ts';

export interface RuleTexts {
  readonly rule: string;
  readonly title: Message;
  readonly what: Message;
  readonly why: Message;
  readonly fix: Message;
  /** Why a snapshot does not tell it; null: it does. */
  readonly not_in_snapshots: Message | null;
  /** The settings that it goes by beside `rules`, and what each is for. */
  readonly goes_by: readonly { readonly setting: string; readonly meaning: string }[];
  readonly example: RuleExample | null;
}

export interface RuleView extends RuleTexts {
  readonly schema: 'pipeline/rule/1';
  /** null: there is no workspace here. */
  readonly here: { readonly today: Day; readonly as_of: Day | null; readonly in_force: RuleEntry } | null;
}

/** What can be said of a rule without a workspace. */
export function ruleTexts(rule: Rule): RuleTexts {
  return {
    rule: rule.id,
    title: rule.title,
    what: rule.what,
    why: rule.why,
    fix: rule.fix,
    not_in_snapshots: rule.notInSnapshots ?? null,
    goes_by: settingsOfRule(rule.id).map((setting) => ({ setting, meaning: EXPLAINED[setting] })),
    example: exampleOf(rule.id) ?? null,
  };
}

/** The rule with what is in force in the workspace; its deals need not be there. */
export function ruleView(
  rule: Rule,
  here: { readonly book: Book; readonly lines: SettingLines } | undefined,
): RuleView {
  return {
    schema: 'pipeline/rule/1',
    ...ruleTexts(rule),
    here: here === undefined ? null : inForceHere(rule, here),
  };
}

function inForceHere(rule: Rule, { book, lines }: { readonly book: Book; readonly lines: SettingLines }) {
  const in_force = ruleEntry(rule, book, findingsOf(book, { rules: [rule] }), lines);
  return { today: book.today, as_of: book.past ? book.state.on : null, in_force };
}
