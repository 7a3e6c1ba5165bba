// The text of forecasts/calls.yaml → the calls, and everything that is wrong in it at once. A call is left out where it
// can't be told what it says.

import { day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { digitsOf, isCurrency, toDecimal } from '../base/money.ts';
import { parsePeriod } from '../base/period.ts';
import type { Problem } from '../base/problem.ts';
import { type Sayable, said } from '../base/said.ts';
import { amountTrouble } from '../deal/amount-text.ts';
import { compose } from '../deal/compose.ts';
import { SourceText } from '../deal/source-text.ts';
import { entryOf, isNothing, type TreeNode } from '../deal/tree.ts';
import type { YamlLimits } from '../deal/yaml-limits.ts';
import { FieldReader } from '../workspace/field-reader.ts';
import { collectorFor, inQuotes, type Report } from '../workspace/settings-report.ts';
import { itemsOf, under } from '../workspace/settings-tree.ts';
import { CALL_KEYS, CALLS_FORMAT, type HumanCall, NEEDED_KEYS } from './human-call.ts';

/** Twenty people's weekly calls of eight years. */
export const CALLS_LIMITS: YamlLimits = { size: 1024 * 1024, lines: 50_000, depth: 6, nodes: 200_000 };

const HOLD_MORE: ReadonlySet<string> = new Set(['calls']);
const HINT = 'pipeline forecast call 450k writes such a file.';
const EXAMPLES = { period: '2026-Q4', on: '2026-11-23', amount: '450000' } as const;

export interface CallsReading {
  /** In the order of the file. */
  readonly calls: readonly HumanCall[];
  /** By place. */
  readonly problems: readonly Problem[];
  /** Whether it is a file of this format to which calls can be added. */
  readonly isOurs: boolean;
}

/**
 * @param file from the workspace's root
 * @param asked what names a period, and the currency of a call that names none
 */
export function readCalls(text: string, file: string, asked: CallsAsked): CallsReading {
  const source = new SourceText(text, file, 'invalid-calls');
  const { root, problems } = compose(source, CALLS_LIMITS);
  const collector = collectorFor(source);
  const reading = root === undefined ? EMPTY : new Reader(collector.report, asked).all(root);
  return {
    calls: reading.calls,
    problems: [...problems, ...collector.problems()],
    isOurs: problems.length === 0 && reading.isOurs,
  };
}

export interface CallsAsked {
  readonly fiscalYearStarts: number;
  readonly currency: string;
}

const EMPTY = { calls: [], isOurs: true };

class Reader {
  readonly #report: Report;
  readonly #fields: FieldReader;
  readonly #asked: CallsAsked;

  constructor(report: Report, asked: CallsAsked) {
    this.#report = report;
    this.#fields = new FieldReader(report, HOLD_MORE);
    this.#asked = asked;
  }

  all(root: TreeNode): Pick<CallsReading, 'calls' | 'isOurs'> {
    if (root.kind !== 'map') {
      this.#report(root.from, 'The file is a map of keys.', HINT);
      return { calls: [], isOurs: false };
    }
    if (!this.#fields.isOfFormat(root, CALLS_FORMAT)) return { calls: [], isOurs: false };
    this.#fields.expectKeys(root, ['format', 'calls']);
    const list = under(root, 'calls');
    const isOurs = list === undefined || list.kind === 'list';
    if (list !== undefined && !isOurs)
      this.#report(list.from, 'calls must be a list.', 'Each call begins a line with a hyphen.');
    const seen = new Set<string>();
    const calls = itemsOf(list).flatMap((item) => {
      const call = this.#call(item);
      if (call === undefined) return [];
      const name = JSON.stringify([call.period, call.owner, call.on]);
      if (!seen.has(name)) {
        seen.add(name);
        return [call];
      }
      const message = said('There is a call of {on} for the same deals in {period} already.', {
        on: call.on,
        period: call.period,
      });
      this.#report(item.from, message, 'Keep the one that holds.');
      return [];
    });
    return { calls, isOurs };
  }

  #call(item: TreeNode): HumanCall | undefined {
    if (item.kind !== 'map') {
      this.#report(item.from, 'A call is a map of keys.', HINT);
      return undefined;
    }
    const fields = this.#fields;
    fields.expectKeys(item, CALL_KEYS);
    const text = (key: (typeof CALL_KEYS)[number]) => fields.text(item, key);
    const lacking = NEEDED_KEYS.filter((key) => text(key) === '');
    for (const key of lacking) {
      const value = entryOf(item, key)?.value;
      if (value !== undefined && value.kind !== 'scalar' && !isNothing(value)) continue;
      this.#report(
        fields.at(item, key),
        said('{key} is missing.', { key }),
        said('Write for example: {key}: {examples}', { key, examples: EXAMPLES[key] }),
      );
    }
    const [on, logged] = [fields.day(item, 'on'), fields.day(item, 'logged')];
    if (lacking.length > 0 || on === undefined) return undefined;
    const currency = text('currency') === '' ? this.#asked.currency : text('currency');
    const tell = (key: string, message: Sayable, hint: Sayable) => {
      this.#report(fields.at(item, key), message, hint);
      return undefined;
    };
    if (!isCurrency(currency))
      return tell(
        'currency',
        said('{currency} is no currency.', { currency: inQuotes(currency) }),
        'Write its code, like PLN.',
      );
    const trouble = amountTrouble(text('amount'), currency, digitsOf(currency));
    const amount = trouble === undefined ? toDecimal(text('amount')) : undefined;
    if (amount === undefined || amount.startsWith('-')) {
      const said = trouble?.message ?? 'A call can be no less than nothing.';
      return tell('amount', said, 'Write it like 450000 or 450000.50.');
    }
    const period = this.#period(text('period'));
    if (period === undefined)
      return tell(
        'period',
        said('{text} is no period.', { text: inQuotes(text('period')) }),
        'Write 2026-Q4, 2026-11 or 2026.',
      );
    return { period, owner: text('owner'), on, amount, currency, note: text('note'), logged };
  }

  /** Those that mean the same on every day. */
  #period(text: string): string | undefined {
    if (!/^\d/.test(text)) return undefined;
    try {
      const { fiscalYearStarts } = this.#asked;
      return parsePeriod(text, { today: day('2000-01-01'), fiscalYearStarts }).name;
    } catch (error) {
      if (error instanceof Failure) return undefined;
      throw error;
    }
  }
}
