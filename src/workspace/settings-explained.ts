// What every setting of pipeline.yaml is for, in one line each: the JSON Schema, the template that init
// writes, and the hints of problems all take it from here. `[]` stands for an item of a list, `*` for any key.

export const EXPLAINED = {
  format: 'of this file; a newer one is refused with the version to install',
  name: 'identity of the workspace: seeds derive from it, not from the path',
  locale: 'how people see figures; files and JSON never change',
  time_zone: 'decides what "today" is',
  fiscal_year_starts: 'month; a fiscal year has the name of the calendar year it ends in',
  documented_since: 'rules on documentation ignore what happened before',
  currency: 'reporting currency; also of a deal that names none',
  rates: 'one unit of a currency = so much reporting currency, from that day on',
  'rates[].on': 'the day from which the rates hold',
  'rates[].*': 'a currency, and what one unit of it is worth in the reporting currency',
  source_of_record: 'none, or the system whose exports are mirrored: pipedrive, salesforce, hubspot, …',
  team: 'who owns deals; empty: any owner is accepted',
  'team[].id': "as deals name the owner, and the exports' names lead to",
  'team[].name': 'as people read it; the id where left out',
  'team[].email': 'where reports for this person go',
  'team[].group': 'a team, region or branch: totals and severities go by it',
  'team[].until': 'the last day; deals of somebody who left need another owner',
  'team[].also': 'other names that exports call the person by',
  process: 'the stages that a deal goes through, with a version',
  'process.version': 'counts the changes of the process; old snapshots keep theirs',
  'process.since': 'the day from which this version holds',
  'process.stages': 'in order; won and lost are outcomes, not stages',
  'process.stages[].id': 'as deals name the stage: small letters, digits, hyphens',
  'process.stages[].label': 'as people read it; made from the id where left out',
  'process.stages[].was': 'former ids, so that the past is read with this process',
  'process.stages[].probability': 'chance to win, 5% or 0.05: for forecasts where history is short',
  'process.stages[].max_days': 'days in the stage; beyond it `stage-age`; or p75: of deals later won',
  'process.stages[].stale': 'days without a sign of life in this stage, where it differs',
  'process.stages[].stale.warn_after': 'from so many days on a warning',
  'process.stages[].stale.error_after': 'from so many days on an error',
  'process.stages[].requires': 'what a deal in this stage must have',
  'process.stages[].requires.fields': 'fields of the deal, or custom.KEY',
  'process.stages[].requires.activities': 'types, one of which must have happened in the stage',
  'process.stages[].exit': 'what must be true before a deal leaves the stage',
  'process.stages[].exit[].id': "as a deal's checklist names it",
  'process.stages[].exit[].text': 'as people read it; the id where left out',
  'process.stages[].allow_skip': 'whether a deal may jump over this stage; true: without a finding',
  'process.stages[].allow_back': 'whether a deal may come back to this stage',
  'process.history': 'former versions: the past is read with them',
  'process.history[].version': 'smaller than the present version',
  'process.history[].since': 'the day from which that version held',
  'process.history[].stages': 'the ids of that time, in order',
  lost_reasons: 'why deals are lost; empty: any reason is accepted',
  activity_types: 'what happens with customers',
  categories: "the seller's own call on a deal",
  labels: 'the names of the four indicators, as your team says them',
  'labels.MP': 'open value against what is left of the target',
  'labels.TP': 'days from creation to win',
  'labels.EZ': 'won against decided',
  'labels.KK': 'what a won deal brings',
  freshness: 'when a deal no longer says what is true',
  'freshness.warn_after': 'calendar days without a sign of life: a warning; a stage may say otherwise',
  'freshness.error_after': 'likewise an error',
  'freshness.signs': 'what counts as a sign of life',
  'freshness.not_activities': 'activity types that are no sign of life',
  rules: 'off | info | warning | error, or a map with settings',
  'rules.*': 'how severe a finding of this rule is',
  'rules.*.severity': "off | info | warning | error; the rule's own where left out",
  'rules.*.after': 'days beyond which an activity was written down late',
  'rules.*.times': 'times slipped from which on a deal counts as pushed',
  'rules.*.stages': 'where the deals in a stage differ',
  'rules.*.stages.*': 'a stage, and its severity or a map with settings',
  'rules.*.stages.*.severity': "off | info | warning | error; the rule's own where left out",
  'rules.*.stages.*.after': 'days beyond which an activity was written down late',
  'rules.*.stages.*.times': 'times slipped from which on a deal counts as pushed',
  'rules.*.groups': "where the deals of an owner's group differ; it says before the stage",
  'rules.*.groups.*': 'a group of the team, and its severity or a map with settings',
  'rules.*.groups.*.severity': "off | info | warning | error; the rule's own where left out",
  'rules.*.groups.*.after': 'days beyond which an activity was written down late',
  'rules.*.groups.*.times': 'times slipped from which on a deal counts as pushed',
  check: 'when `pipeline check` fails',
  'check.gate': 'from this severity on: error, or warning',
  'check.max_warnings': 'the most warnings that pass; without it any number',
  'check.min_freshness': 'the least share of open value that must be fresh: 80% or 0.8',
  'check.min_judged': 'the least share of open value for which stale must be judged: 90% or 0.9',
  rhythm: 'daily, weekly, monthly, quarterly, N days, N weeks, N months; `on monday` if wanted',
  'rhythm.import': "how often a mirrored CRM's export is read",
  'rhythm.snapshot': 'how often the state of all deals is recorded',
  'rhythm.review': 'how often deals are looked through',
  'rhythm.clean': 'how often finished and forgotten deals leave the working set',
  'rhythm.plan': 'how often the plan is held against the funnel',
  'rhythm.results': 'how often results are summed up',
  'rhythm.feedback': 'how often the team talks about the process',
  snapshot: 'what snapshots hold beside the columns that they always have',
  'snapshot.custom': 'custom fields that get a column',
  review: 'whom a review picks: the important ones, the largest, and some at random',
  'review.largest': 'so many of the largest in each stratum',
  'review.random': 'so many at random from the rest',
  'review.strata': 'open, won or lost, where a stratum differs',
  'review.strata.*': 'this stratum alone',
  'review.strata.*.largest': 'so many of the largest',
  'review.strata.*.random': 'so many at random from the rest',
  'review.not_again_within': 'days; a deal reviewed since is left out of the random part',
  'review.closed_within': 'days; which closed deals are looked at where there is no earlier review',
  'review.questions': 'what sheets ask',
  'review.questions.open': 'of every open deal',
  'review.questions.won': 'of every won deal',
  'review.questions.lost': 'of every lost deal',
  'review.questions.stages': 'of open deals in a stage',
  'review.questions.stages.*': 'a stage, and what is asked in it',
  clean: 'what a clean-up takes out of the working set',
  'clean.closed_after': 'days since a deal was closed',
  'clean.forgotten_after': 'days without a sign of life; also the limit of the rule `forgotten`',
  plan: 'what is to be won, and how the multiplier is counted',
  'plan.multiplier': 'open value ÷ what is left of the target; `whole`: ÷ the whole target',
  'plan.targets': 'the one with the latest `since` not after the day asked holds',
  'plan.targets[].period': '2026-Q4, 2026-11, 2026-W48, 2026, or FROM..TO',
  'plan.targets[].owner': 'for the deals of one owner',
  'plan.targets[].group': 'for the deals of a group of the team',
  'plan.targets[].stage': 'for the deals in one stage',
  'plan.targets[].segment': 'for the deals with this custom.segment',
  'plan.targets[].source': 'for the deals with this custom.lead_source',
  'plan.targets[].currency': 'for the deals in one currency',
  'plan.targets[].target': 'what is to be won, in reporting currency',
  'plan.targets[].since': 'the day from which this target holds',
  'plan.targets[].why': 'what changed',
  forecast: 'what forecasts learn from',
  'forecast.history_since': 'snapshots before that day are left aside',
  'forecast.list_price': 'the custom field that holds the list price',
} as const;

export type SettingPath = keyof typeof EXPLAINED;

/** What the setting at a path is for: keys are text, places in lists are numbers. */
export function meaningOf(path: readonly PropertyKey[]): string | undefined {
  let found: string | undefined = '';
  for (const step of path) {
    if (found === undefined) return undefined;
    const own: string = typeof step === 'number' ? `${found}[]` : `${found}.${String(step)}`;
    found = isPrefix(own)
      ? own
      : typeof step === 'string' && isPrefix(`${found}.*`)
        ? `${found}.*`
        : undefined;
  }
  const words: Readonly<Record<string, string>> = EXPLAINED;
  return found === undefined ? undefined : (words[found.slice(1)] ?? words[found.slice(1, -2)]);
}

function isPrefix(path: string): boolean {
  return PATHS.some(
    (known) => known === path || (known.startsWith(path) && /^[.[]/.test(known.slice(path.length))),
  );
}

const PATHS = Object.keys(EXPLAINED).map((path) => `.${path}`);

/** Where a key stands, `the top level` or `process.stages.stale`; not where any key may. */
export function parentsOf(key: string): string[] {
  return Object.keys(EXPLAINED)
    .filter((path) => !path.includes('*') && path.split('.').at(-1)?.replace('[]', '') === key)
    .map((path) => path.replaceAll('[]', '').slice(0, -key.length - 1));
}
