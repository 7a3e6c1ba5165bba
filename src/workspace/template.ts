// The pipeline.yaml that init writes: every setting with what it is for. What a workspace decides stands there;
// the rest is behind a # with its default, or an example where there is none.

import { addDays, type Day } from '../base/day.ts';
import { periodAround } from '../base/period.ts';
import { scalarText } from '../deal/scalar-text.ts';
import type { NewStage } from './init-stages.ts';
import { RHYTHM_NAMES } from './settings.ts';
import {
  ACTIVITY_TYPE_DEFAULTS,
  CATEGORY_DEFAULTS,
  CLEAN_DEFAULTS,
  LABEL_DEFAULTS,
  REVIEW_DEFAULTS,
  RHYTHM_DEFAULTS,
  SIGN_DEFAULTS,
  STALE_DEFAULTS,
} from './settings-defaults.ts';
import { stageLines } from './stage-lines.ts';
import { EXAMPLE, explainedLine as line } from './template-lines.ts';

export interface TemplateOptions {
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
  /** `none`, or the CRM that is mirrored. */
  readonly sourceOfRecord: string;
  readonly stages: readonly NewStage[];
  readonly today: Day;
}

/** The text of a new workspace's pipeline.yaml. */
export function settingsTemplate(options: TemplateOptions): string {
  return `${[...head(options), ...process(options), ...words(), ...discipline(options), ...activities(options)].join('\n')}\n`;
}

function head({ name, locale, timeZone, currency, sourceOfRecord, today }: TemplateOptions): string[] {
  const foreign = currency === 'EUR' ? 'USD: "0.92"' : 'EUR: "4.25"';
  return [
    '# yaml-language-server: $schema=schema/pipeline.json',
    '# The settings of this workspace, each with what it is for. A line that begins with # and a key shows the',
    '# default, or an example where there is none: take the # away to change it, from the lines above it too.',
    '',
    line('format: 1', 'format'),
    line(`name: ${scalarText(name, 'block')}`, 'name'),
    line(`locale: ${scalarText(locale, 'block')}`, 'locale'),
    line(`time_zone: ${scalarText(timeZone, 'block')}`, 'time_zone'),
    line('fiscal_year_starts: 1', 'fiscal_year_starts'),
    line(`documented_since: ${today}`, 'documented_since'),
    line(`currency: ${scalarText(currency, 'block')}`, 'currency'),
    line('#rates:', 'rates'),
    line(`#  - on: ${today}`, 'rates[].on', EXAMPLE),
    line(`#    ${foreign}`, 'rates[].*', EXAMPLE),
    line(`source_of_record: ${scalarText(sourceOfRecord, 'block')}`, 'source_of_record'),
    line('#team:', 'team'),
    line('#  - id: anna', 'team[].id', EXAMPLE),
    line('#    name: Anna Nowak', 'team[].name'),
    line('#    email: anna@example.com', 'team[].email'),
    line('#    group: north', 'team[].group'),
    line(`#    until: ${addDays(today, 365)}`, 'team[].until'),
    line('#    also: [Anna N.]', 'team[].also'),
    '',
  ];
}

function process({ stages, today }: TemplateOptions): string[] {
  return [
    line('process:', 'process'),
    line('  version: 1', 'process.version'),
    line(`  since: ${today}`, 'process.since'),
    line('  stages:', 'process.stages'),
    ...stageLines(stages, '    '),
    line('  #history:', 'process.history'),
    line('  #  - version: 1', 'process.history[].version', EXAMPLE),
    line(`  #    since: ${addDays(today, -365)}`, 'process.history[].since'),
    line('  #    stages: [lead, demo]', 'process.history[].stages'),
    '',
  ];
}

function words(): string[] {
  return [
    line('#lost_reasons: [price, timing]', 'lost_reasons', EXAMPLE),
    line(`#activity_types: ${listOf(ACTIVITY_TYPE_DEFAULTS)}`, 'activity_types'),
    line(`#categories: ${listOf(CATEGORY_DEFAULTS)}`, 'categories'),
    line('#labels:', 'labels'),
    line(`#  MP: ${LABEL_DEFAULTS.MP}`, 'labels.MP'),
    line(`#  TP: ${LABEL_DEFAULTS.TP}`, 'labels.TP'),
    line(`#  EZ: ${LABEL_DEFAULTS.EZ}`, 'labels.EZ'),
    line(`#  KK: ${LABEL_DEFAULTS.KK}`, 'labels.KK'),
    '',
  ];
}

function discipline({ stages }: TemplateOptions): string[] {
  const lastStage = scalarText(stages.at(-1)?.id ?? '', 'block');
  return [
    line('#freshness:', 'freshness'),
    line(`#  warn_after: ${STALE_DEFAULTS.warnAfter}`, 'freshness.warn_after'),
    line(`#  error_after: ${STALE_DEFAULTS.errorAfter}`, 'freshness.error_after'),
    line(`#  signs: ${listOf(SIGN_DEFAULTS)}`, 'freshness.signs'),
    line('#  not_activities: [note]', 'freshness.not_activities', EXAMPLE),
    line('#rules:', 'rules'),
    line('#  past-close: error', 'rules.*'),
    line('#  late-log:'),
    line('#    severity: info', 'rules.*.severity'),
    line('#    after: 2', 'rules.*.after'),
    line('#  pushed:'),
    line('#    times: 3', 'rules.*.times'),
    line('#    stages:', 'rules.*.stages'),
    line(`#      ${lastStage}: info`, 'rules.*.stages.*', EXAMPLE),
    line('#    groups:', 'rules.*.groups'),
    line('#      north:', 'rules.*.groups.*', EXAMPLE),
    line('#        times: 5', 'rules.*.groups.*.times', EXAMPLE),
    line('#check:', 'check'),
    line('#  gate: error', 'check.gate'),
    line('#  max_warnings: 20', 'check.max_warnings', EXAMPLE),
    line('#  min_freshness: 80%', 'check.min_freshness', EXAMPLE),
    line('#  min_judged: 90%', 'check.min_judged', EXAMPLE),
    '',
  ];
}

function activities({ stages, currency, today }: TemplateOptions): string[] {
  const lastStage = scalarText(stages.at(-1)?.id ?? '', 'block');
  return [
    line('#rhythm:', 'rhythm'),
    ...RHYTHM_NAMES.map((name) => line(`#  ${name}: ${RHYTHM_DEFAULTS[name]}`, `rhythm.${name}`)),
    line('#snapshot:', 'snapshot'),
    line('#  custom: [segment]', 'snapshot.custom', EXAMPLE),
    line('#review:', 'review'),
    line(`#  largest: ${REVIEW_DEFAULTS.largest}`, 'review.largest'),
    line(`#  random: ${REVIEW_DEFAULTS.random}`, 'review.random'),
    line('#  strata:', 'review.strata'),
    line('#    lost:', 'review.strata.*', EXAMPLE),
    line('#      largest: 3', 'review.strata.*.largest', EXAMPLE),
    line('#      random: 3', 'review.strata.*.random', EXAMPLE),
    line(`#  not_again_within: ${REVIEW_DEFAULTS.notAgainWithin}`, 'review.not_again_within'),
    line(`#  closed_within: ${REVIEW_DEFAULTS.closedWithin}`, 'review.closed_within'),
    line('#  questions:', 'review.questions'),
    line('#    open: [What is missing?]', 'review.questions.open', EXAMPLE),
    line('#    won: [What decided it?]', 'review.questions.won', EXAMPLE),
    line('#    lost: [When did we know?]', 'review.questions.lost', EXAMPLE),
    line('#    stages:', 'review.questions.stages'),
    line(`#      ${lastStage}: [Who signs?]`, 'review.questions.stages.*', EXAMPLE),
    line('#clean:', 'clean'),
    line(`#  closed_after: ${CLEAN_DEFAULTS.closedAfter}`, 'clean.closed_after'),
    line(`#  forgotten_after: ${CLEAN_DEFAULTS.forgottenAfter}`, 'clean.forgotten_after'),
    line('#plan:', 'plan'),
    line('#  multiplier: remaining', 'plan.multiplier'),
    line('#  targets:', 'plan.targets'),
    line(`#    - period: ${periodAround(today, 'quarter', 1).name}`, 'plan.targets[].period', EXAMPLE),
    line('#      target: "1500000"', 'plan.targets[].target', EXAMPLE),
    line(`#      since: ${today}`, 'plan.targets[].since'),
    line('#      why: first plan', 'plan.targets[].why'),
    line('#      #owner: anna', 'plan.targets[].owner', EXAMPLE),
    line('#      #group: north', 'plan.targets[].group', EXAMPLE),
    line(`#      #stage: ${lastStage}`, 'plan.targets[].stage', EXAMPLE),
    line('#      #segment: mid-market', 'plan.targets[].segment', EXAMPLE),
    line('#      #source: fair', 'plan.targets[].source', EXAMPLE),
    line(`#      #currency: ${currency}`, 'plan.targets[].currency', EXAMPLE),
    line('#forecast:', 'forecast'),
    line(`#  history_since: ${today}`, 'forecast.history_since', EXAMPLE),
    line('#  list_price: custom.list_price', 'forecast.list_price', EXAMPLE),
  ];
}

function listOf(words: readonly string[]): string {
  return `[${words.join(', ')}]`;
}
