// What is in force of a rule in a workspace: its severity, its limits, where stages and groups differ, and since
// when that stands in which line of pipeline.yaml.

import type { Severity } from '../base/problem.ts';
import type { Rule } from '../freshness/rule.ts';
import { settingsOfRule } from '../freshness/rule-settings.ts';
import { RULE_NUMBERS } from '../workspace/rule-ids.ts';
import { type SettingValue, valuesInForce } from '../workspace/setting-values.ts';
import type { RuleValues, Settings } from '../workspace/settings.ts';

/** A value, and where it is set. */
export interface InForce {
  /** As pipeline.yaml names it: `freshness.warn_after`, `rules.pushed.times`. */
  readonly setting: string;
  /** Where it holds for the deals in one stage, or of one owner group; null: for all. */
  readonly stage: string | null;
  readonly group: string | null;
  readonly value: SettingValue;
  /** In pipeline.yaml; null: it is the default. */
  readonly line: number | null;
}

export interface RuleInForce {
  /** For all deals; null: the rule's own, by default. */
  readonly severity: Severity | 'off' | null;
  readonly severity_line: number | null;
  /** The severities of stages and groups that differ. */
  readonly exceptions: readonly InForce[];
  /** Its limits and what else it goes by. */
  readonly settings: readonly InForce[];
}

/** Lines of pipeline.yaml by the path of each setting: workspace/setting-lines.ts. */
export type SettingLines = ReadonlyMap<string, number>;

/** What is in force of the rule. */
export function ruleInForce({ id }: Pick<Rule, 'id'>, settings: Settings, lines: SettingLines): RuleInForce {
  const own = `rules.${id}`;
  const set = settings.rules[id];
  const differing = [
    ...Object.entries(set?.stages ?? {}).map(([stage, values]) => ({ stage, group: null, values })),
    ...Object.entries(set?.groups ?? {}).map(([group, values]) => ({ stage: null, group, values })),
  ].map((where) => ({ ...where, path: pathOf(own, where) }));
  const lineOf = (path: string) => lines.get(path) ?? null;
  const defaults: Readonly<Record<string, Readonly<Record<string, number>>>> = RULE_NUMBERS;
  return {
    severity: set?.severity ?? null,
    severity_line: set?.severity === undefined ? null : (lineOf(`${own}.severity`) ?? lineOf(own)),
    exceptions: differing.flatMap(({ stage, group, values: { severity }, path }) =>
      severity === undefined
        ? []
        : [
            {
              setting: path,
              stage,
              group,
              value: severity,
              line: lineOf(`${path}.severity`) ?? lineOf(path),
            },
          ],
    ),
    settings: [
      ...numbersOf({ ...defaults[id], ...set?.numbers }, { stage: null, group: null }, own, lineOf),
      ...differing.flatMap(({ stage, group, values, path }) =>
        numbersOf(values.numbers, { stage, group }, path, lineOf),
      ),
      ...settingsOfRule(id).flatMap((path) =>
        valuesInForce(path, settings).map(({ stage, value }) => {
          const written = stage === '' ? path : path.replace('[]', `[${stage}]`);
          return {
            setting: path,
            stage: stage === '' ? null : stage,
            group: null,
            value,
            line: lineOf(written),
          };
        }),
      ),
    ],
  };
}

function pathOf(own: string, { stage, group }: Pick<InForce, 'stage' | 'group'>): string {
  return stage === null ? `${own}.groups.${group}` : `${own}.stages.${stage}`;
}

function numbersOf(
  numbers: RuleValues['numbers'],
  where: Pick<InForce, 'stage' | 'group'>,
  path: string,
  lineOf: (path: string) => number | null,
): InForce[] {
  return Object.entries(numbers).map(([name, value]) => ({
    setting: `${path}.${name}`,
    ...where,
    value,
    line: lineOf(`${path}.${name}`),
  }));
}
