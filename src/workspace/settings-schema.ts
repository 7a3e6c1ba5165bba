// The schema of pipeline.yaml: every key that there is, strict at each level. Loaded only when the file is
// read anew: it imports zod. What concerns two settings at once is in settings-check*.ts.

import { z } from 'zod';
import { RULE_IDS, RULE_NUMBERS, type RuleId } from './rule-ids.ts';
import { about, choice, days, id, name, opt, text, whole } from './settings-leaf.ts';
import {
  currency,
  customField,
  customKey,
  dayOf,
  decimal,
  locale,
  month,
  period,
  rhythm,
  share,
  timeZone,
} from './settings-leaves.ts';
import { processSchema } from './settings-schema-process.ts';

/** The format of pipeline.yaml that this program reads and writes. */
export const SETTINGS_FORMAT = 1;

const SEVERITIES = ['off', 'info', 'warning', 'error'] as const;
const SIGNS = ['activity', 'stage', 'amount', 'next-step'] as const;

const texts = () => z.array(text());

const teamMember = z.strictObject({
  id: about('team[].id', name()),
  name: opt('team[].name', text()),
  email: opt('team[].email', text()),
  group: opt('team[].group', name()),
  until: opt('team[].until', dayOf()),
  also: opt('team[].also', texts()),
});

const datedRates = z
  .object({ on: about('rates[].on', dayOf()) })
  .catchall(about('rates[].*', decimal()))
  .meta({ propertyNames: { pattern: '^(on|[A-Z]{3})$' } });

const severity = choice(SEVERITIES);

/** Where a rule is set: for all deals, or for those of a group or in a stage. */
type RulePath = 'rules.*' | 'rules.*.groups.*' | 'rules.*.stages.*';

const ownNumbers = {
  after: (path: RulePath) => ({ after: opt(`${path}.after`, days(0)) }),
  times: (path: RulePath) => ({ times: opt(`${path}.times`, whole(1)) }),
  none: () => ({}),
} as const;

/** What a rule may have: a severity, or a map with severity, numbers of its own, and where groups and stages differ. */
function ruleWith(numbers: keyof typeof ownNumbers) {
  const values = (path: RulePath) => ({
    severity: opt(`${path}.severity`, severity),
    ...ownNumbers[numbers](path),
  });
  const each = (path: 'rules.*.groups.*' | 'rules.*.stages.*') =>
    z.record(z.string(), about(path, z.union([severity, z.strictObject(values(path))])));
  const whole = {
    ...values('rules.*'),
    groups: opt('rules.*.groups', each('rules.*.groups.*')),
    stages: opt('rules.*.stages', each('rules.*.stages.*')),
  };
  return opt('rules.*', z.union([severity, z.strictObject(whole)]));
}

function ruleSetting(rule: RuleId) {
  const numbers: Partial<Record<RuleId, object>> = RULE_NUMBERS;
  const own = numbers[rule] ?? {};
  return ruleWith('after' in own ? 'after' : 'times' in own ? 'times' : 'none');
}

const rules = z.strictObject(Object.fromEntries(RULE_IDS.map((rule) => [rule, ruleSetting(rule)])));

const sampleSize = z.strictObject({
  largest: opt('review.strata.*.largest', whole(0)),
  random: opt('review.strata.*.random', whole(0)),
});

const review = z.strictObject({
  largest: opt('review.largest', whole(0)),
  random: opt('review.random', whole(0)),
  strata: opt(
    'review.strata',
    z.strictObject({
      open: opt('review.strata.*', sampleSize),
      won: opt('review.strata.*', sampleSize),
      lost: opt('review.strata.*', sampleSize),
    }),
  ),
  not_again_within: opt('review.not_again_within', days(0)),
  closed_within: opt('review.closed_within', days(1)),
  questions: opt(
    'review.questions',
    z.strictObject({
      open: opt('review.questions.open', texts()),
      won: opt('review.questions.won', texts()),
      lost: opt('review.questions.lost', texts()),
      stages: opt(
        'review.questions.stages',
        z.record(z.string(), about('review.questions.stages.*', texts())),
      ),
    }),
  ),
});

const planTarget = z
  .object({
    period: about('plan.targets[].period', period()),
    owner: opt('plan.targets[].owner', text()),
    group: opt('plan.targets[].group', text()),
    stage: opt('plan.targets[].stage', text()),
    segment: opt('plan.targets[].segment', text()),
    source: opt('plan.targets[].source', text()),
    currency: opt('plan.targets[].currency', currency()),
    target: about('plan.targets[].target', decimal()),
    since: opt('plan.targets[].since', dayOf()),
    why: opt('plan.targets[].why', text()),
  })
  .catchall(text())
  .meta({ additionalProperties: false, patternProperties: { '^custom\\..+': { type: 'string' } } });

export const settingsSchema = z.strictObject({
  format: about('format', whole(1).meta({ const: SETTINGS_FORMAT })),
  name: about('name', text()),
  locale: opt('locale', locale()),
  time_zone: opt('time_zone', timeZone()),
  fiscal_year_starts: opt('fiscal_year_starts', month()),
  documented_since: opt('documented_since', dayOf()),
  currency: about('currency', currency()),
  rates: opt('rates', z.array(datedRates)),
  source_of_record: opt('source_of_record', id()),
  team: opt('team', z.array(z.union([name(), teamMember]))),
  process: about('process', processSchema),
  lost_reasons: opt('lost_reasons', texts()),
  activity_types: opt('activity_types', texts()),
  categories: opt('categories', texts()),
  labels: opt(
    'labels',
    z.strictObject({
      MP: opt('labels.MP', text()),
      TP: opt('labels.TP', text()),
      EZ: opt('labels.EZ', text()),
      KK: opt('labels.KK', text()),
    }),
  ),
  freshness: opt(
    'freshness',
    z.strictObject({
      warn_after: opt('freshness.warn_after', days(1)),
      error_after: opt('freshness.error_after', days(1)),
      signs: opt('freshness.signs', z.array(choice(SIGNS)).min(1)),
      not_activities: opt('freshness.not_activities', texts()),
    }),
  ),
  rules: opt('rules', rules),
  check: opt(
    'check',
    z.strictObject({
      gate: opt('check.gate', choice(['error', 'warning'])),
      max_warnings: opt('check.max_warnings', whole(0)),
      min_freshness: opt('check.min_freshness', share()),
      min_judged: opt('check.min_judged', share()),
    }),
  ),
  rhythm: opt(
    'rhythm',
    z.strictObject({
      import: opt('rhythm.import', rhythm()),
      snapshot: opt('rhythm.snapshot', rhythm()),
      review: opt('rhythm.review', rhythm()),
      clean: opt('rhythm.clean', rhythm()),
      plan: opt('rhythm.plan', rhythm()),
      results: opt('rhythm.results', rhythm()),
      feedback: opt('rhythm.feedback', rhythm()),
    }),
  ),
  snapshot: opt('snapshot', z.strictObject({ custom: opt('snapshot.custom', z.array(customKey())) })),
  review: opt('review', review),
  clean: opt(
    'clean',
    z.strictObject({
      closed_after: opt('clean.closed_after', days(1)),
      forgotten_after: opt('clean.forgotten_after', days(1)),
    }),
  ),
  plan: opt(
    'plan',
    z.strictObject({
      multiplier: opt('plan.multiplier', choice(['remaining', 'whole'])),
      targets: opt('plan.targets', z.array(planTarget)),
    }),
  ),
  forecast: opt(
    'forecast',
    z.strictObject({
      history_since: opt('forecast.history_since', dayOf()),
      list_price: opt('forecast.list_price', customField()),
    }),
  ),
});

/** pipeline.yaml as it says, checked key by key, without defaults. */
export type WrittenSettings = z.output<typeof settingsSchema>;

/** The JSON Schema (draft 7) of pipeline.yaml for editors. */
export function pipelineJsonSchema(): object {
  const schema = z.toJSONSchema(settingsSchema, { target: 'draft-7', io: 'input' });
  return { ...schema, title: 'pipeline.yaml', description: 'The settings of a pipeline workspace.' };
}
