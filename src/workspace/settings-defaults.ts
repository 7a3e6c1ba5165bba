// From what pipeline.yaml says to Settings: every value that it leaves out gets its default (docs/method.md).

import { capital } from '../base/capital.ts';
import { day } from '../base/day.ts';
import { parsePeriod } from '../base/period.ts';
import type { Process } from '../deal/process.ts';
import { parseRhythm } from './rhythm.ts';
import type {
  DatedRates,
  PlanTarget,
  Rhythm,
  RhythmName,
  RuleSetting,
  RuleValues,
  Settings,
  StageSettings,
  TeamMember,
} from './settings.ts';
import type { WrittenSettings } from './settings-schema.ts';

export const STALE_DEFAULTS = { warnAfter: 14, errorAfter: 30 } as const;
export const REVIEW_DEFAULTS = { largest: 5, random: 5, notAgainWithin: 60, closedWithin: 90 } as const;
export const QUESTION_DEFAULTS = {
  open: ['What has to happen for it to close?', 'Who decides?', 'What speaks against the date?'],
  won: ['What was decisive?', 'Which stage could have been shorter?'],
  lost: ['When did we know?', 'What would we do otherwise?'],
} as const;
export const CLEAN_DEFAULTS = { closedAfter: 90, forgottenAfter: 180 } as const;
export const SIGN_DEFAULTS = ['activity', 'stage', 'amount', 'next-step'] as const;
export const ACTIVITY_TYPE_DEFAULTS = ['call', 'meeting', 'email', 'offer', 'note'] as const;
export const CATEGORY_DEFAULTS = ['commit', 'best-case', 'pipeline'] as const;
export const LABEL_DEFAULTS = {
  MP: 'plan multiplier',
  TP: 'length of the sales cycle',
  EZ: 'win rate',
  KK: 'average won amount',
} as const;
export const RHYTHM_DEFAULTS = {
  import: 'weekly',
  snapshot: 'weekly',
  review: 'weekly',
  clean: 'quarterly',
  plan: 'monthly',
  results: 'quarterly',
  feedback: 'monthly',
} as const satisfies Record<RhythmName, string>;

/** The settings in full, but for what nothing uses yet. */
export function withDefaults(written: WrittenSettings): Omit<Settings, 'unused'> {
  const { freshness, check, review, clean, plan, forecast } = written;
  return {
    name: written.name,
    locale: written.locale ?? 'en',
    timeZone: written.time_zone ?? 'UTC',
    fiscalYearStarts: written.fiscal_year_starts ?? 1,
    documentedSince: written.documented_since,
    currency: written.currency,
    rates: ratesOf(written.rates ?? []),
    sourceOfRecord: written.source_of_record === 'none' ? '' : (written.source_of_record ?? ''),
    team: (written.team ?? []).map(memberOf),
    ...processesOf(written.process),
    lostReasons: written.lost_reasons ?? [],
    activityTypes: written.activity_types ?? ACTIVITY_TYPE_DEFAULTS,
    categories: written.categories ?? CATEGORY_DEFAULTS,
    labels: {
      MP: written.labels?.MP ?? LABEL_DEFAULTS.MP,
      TP: written.labels?.TP ?? LABEL_DEFAULTS.TP,
      EZ: written.labels?.EZ ?? LABEL_DEFAULTS.EZ,
      KK: written.labels?.KK ?? LABEL_DEFAULTS.KK,
    },
    freshness: {
      warnAfter: freshness?.warn_after ?? STALE_DEFAULTS.warnAfter,
      errorAfter: freshness?.error_after ?? STALE_DEFAULTS.errorAfter,
      signs: freshness?.signs ?? SIGN_DEFAULTS,
      notActivities: freshness?.not_activities ?? [],
    },
    rules: rulesOf(written.rules ?? {}),
    check: {
      gate: check?.gate ?? 'error',
      maxWarnings: check?.max_warnings,
      minFreshness: check?.min_freshness,
      minJudged: check?.min_judged,
    },
    rhythm: rhythmsOf(written.rhythm ?? {}),
    snapshotCustom: written.snapshot?.custom ?? [],
    review: {
      largest: review?.largest ?? REVIEW_DEFAULTS.largest,
      random: review?.random ?? REVIEW_DEFAULTS.random,
      strata: strataOf(review?.strata ?? {}),
      notAgainWithin: review?.not_again_within ?? REVIEW_DEFAULTS.notAgainWithin,
      closedWithin: review?.closed_within ?? REVIEW_DEFAULTS.closedWithin,
      questions: {
        open: review?.questions?.open ?? QUESTION_DEFAULTS.open,
        won: review?.questions?.won ?? QUESTION_DEFAULTS.won,
        lost: review?.questions?.lost ?? QUESTION_DEFAULTS.lost,
        stages: review?.questions?.stages ?? {},
      },
    },
    clean: {
      closedAfter: clean?.closed_after ?? CLEAN_DEFAULTS.closedAfter,
      forgottenAfter: clean?.forgotten_after ?? CLEAN_DEFAULTS.forgottenAfter,
    },
    plan: {
      multiplier: plan?.multiplier ?? 'remaining',
      targets: (plan?.targets ?? []).map((target) => targetOf(target, written.fiscal_year_starts ?? 1)),
    },
    forecast: { historySince: forecast?.history_since, listPrice: forecast?.list_price ?? '' },
  };
}

type Written<K extends keyof WrittenSettings> = NonNullable<WrittenSettings[K]>;

function ratesOf(written: Written<'rates'>): DatedRates[] {
  return written
    .map(({ on, ...rates }): DatedRates => ({ on, rates }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function memberOf(written: Written<'team'>[number]): TeamMember {
  const member = typeof written === 'string' ? { id: written } : written;
  return {
    id: member.id,
    name: member.name ?? member.id,
    email: member.email ?? '',
    group: member.group ?? '',
    until: member.until,
    also: member.also ?? [],
  };
}

function processesOf(written: Written<'process'>): Pick<Settings, 'process' | 'processHistory'> {
  const stages = written.stages.map(stageOf);
  return {
    process: { version: written.version ?? 1, since: written.since, stages },
    processHistory: (written.history ?? [])
      .map(
        (former): Process => ({
          version: former.version,
          since: former.since,
          stages: former.stages.map((id) => ({ id, label: labelThen(id, stages), was: [] })),
        }),
      )
      .sort((a, b) => a.version - b.version),
  };
}

/** A former stage is called as the present one that it lives on in; else by its id. */
function labelThen(id: string, present: readonly StageSettings[]): string {
  return present.find((stage) => stage.id === id)?.label ?? labelFrom(id);
}

function stageOf(written: Written<'process'>['stages'][number]): StageSettings {
  const stage = typeof written === 'string' ? { id: written } : written;
  return {
    id: stage.id,
    label: stage.label ?? labelFrom(stage.id),
    was: stage.was ?? [],
    probability: stage.probability,
    maxDays: stage.max_days,
    stale: {
      ...(stage.stale?.warn_after === undefined ? {} : { warnAfter: stage.stale.warn_after }),
      ...(stage.stale?.error_after === undefined ? {} : { errorAfter: stage.stale.error_after }),
    },
    requires: { fields: stage.requires?.fields ?? [], activities: stage.requires?.activities ?? [] },
    exit: (stage.exit ?? []).map(({ id, text }) => ({ id, text: text ?? id })),
    allowSkip: stage.allow_skip,
    allowBack: stage.allow_back ?? true,
  };
}

/** A stage of which nothing but the id is said. */
export function plainStage(id: string): StageSettings {
  return stageOf(id);
}

/** `closed-paid` is shown as `Closed paid` where nobody said otherwise. */
function labelFrom(id: string): string {
  return capital(id.replaceAll('-', ' '));
}

function rulesOf(written: Written<'rules'>): Record<string, RuleSetting> {
  const rules: Record<string, RuleSetting> = {};
  for (const [rule, setting] of Object.entries(written)) {
    if (setting === undefined) continue;
    const { groups, stages, ...own } = typeof setting === 'string' ? { severity: setting } : setting;
    rules[rule] = { ...valuesOf(own), groups: valuesByName(groups), stages: valuesByName(stages) };
  }
  return rules;
}

type SeverityOrMap =
  | NonNullable<RuleValues['severity']>
  | { readonly severity?: RuleValues['severity']; readonly [number: string]: unknown };

function valuesByName(
  written: Readonly<Record<string, SeverityOrMap>> | undefined,
): Record<string, RuleValues> {
  return Object.fromEntries(Object.entries(written ?? {}).map(([name, values]) => [name, valuesOf(values)]));
}

function valuesOf(written: SeverityOrMap): RuleValues {
  if (typeof written === 'string') return { severity: written, numbers: {} };
  const { severity, ...numbers } = written;
  return { severity, numbers: numbersIn(numbers) };
}

function numbersIn(held: Readonly<Record<string, unknown>>): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const [key, value] of Object.entries(held)) if (typeof value === 'number') numbers[key] = value;
  return numbers;
}

function rhythmsOf(written: Written<'rhythm'>): Record<RhythmName, Rhythm> {
  const of = (name: RhythmName): Rhythm => {
    const rhythm = written[name] ?? parseRhythm(RHYTHM_DEFAULTS[name]);
    if (rhythm === undefined) throw new Error(`the default rhythm of ${name} is none`);
    return rhythm;
  };
  return {
    import: of('import'),
    snapshot: of('snapshot'),
    review: of('review'),
    clean: of('clean'),
    plan: of('plan'),
    results: of('results'),
    feedback: of('feedback'),
  };
}

function strataOf(written: NonNullable<Written<'review'>['strata']>): Settings['review']['strata'] {
  const strata: Record<string, { largest?: number; random?: number }> = {};
  for (const [stratum, size] of Object.entries(written)) {
    if (size === undefined) continue;
    strata[stratum] = {
      ...(size.largest === undefined ? {} : { largest: size.largest }),
      ...(size.random === undefined ? {} : { random: size.random }),
    };
  }
  return strata;
}

function targetOf(
  written: NonNullable<Written<'plan'>['targets']>[number],
  fiscalYearStarts: number,
): PlanTarget {
  const { period, owner, group, stage, segment, source, currency, target, since, why, ...rest } = written;
  const custom: Record<string, string> = {};
  for (const [key, value] of Object.entries(rest)) custom[key.replace(/^custom\./, '')] = value;
  if (source !== undefined) custom.lead_source = source;
  const { segment: customSegment, ...others } = custom;
  return {
    // No fixed period depends on today; the same days are one period however it is written.
    period: parsePeriod(period, { today: day('2000-01-01'), fiscalYearStarts }).name,
    owner: owner ?? '',
    group: group ?? '',
    stage: stage ?? '',
    segment: segment ?? customSegment ?? '',
    currency: currency ?? '',
    ...(Object.keys(others).length === 0 ? {} : { custom: others }),
    target,
    since,
    why: why ?? '',
  };
}
