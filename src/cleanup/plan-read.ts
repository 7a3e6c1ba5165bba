// A plan file that a person went through → what was decided, with everything that is wrong in it at once.

import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import { compose } from '../deal/compose.ts';
import { SourceText } from '../deal/source-text.ts';
import { entryOf, isNothing, type MapNode, type TreeNode } from '../deal/tree.ts';
import { LIST_LIMITS } from '../deal/yaml-limits.ts';
import { collectorFor, inQuotes, type Report } from '../workspace/settings-report.ts';
import { itemsOf, textOf, under } from '../workspace/settings-tree.ts';
import { CHOICES, type Decision, type Decisions, type Group } from './decision.ts';
import { type EntryContext, EntryReader, HINT, placeOf } from './plan-entry.ts';
import { NOTHING, PLAN_FORMAT } from './plan-text.ts';

export interface ReadPlanContext extends EntryContext {
  /** The name of today's quarter: none to come can be cleaned up. */
  readonly quarter: string;
}

const TOP_KEYS = ['format', 'quarter', 'on', 'finished', 'forgotten', 'duplicates'];
const KEYS = {
  finished: ['id', 'version', 'do'],
  forgotten: ['id', 'version', 'do', 'next_step', 'by', 'reason', 'until', 'why'],
  duplicates: ['keep', 'version', 'other', 'other_version', 'do', 'until', 'why'],
} as const satisfies Record<Group, readonly string[]>;

/**
 * What the text of a plan decides.
 * @param file as the person named it
 * @throws Failure `plan-invalid` with every problem; `newer-format` where a later version wrote it
 */
export function readPlan(text: string, file: string, context: ReadPlanContext): Decisions {
  const source = new SourceText(text, file, 'invalid-plan');
  const { root, problems: broken } = compose(source, LIST_LIMITS);
  const collector = collectorFor(source);
  const decisions =
    root === undefined ? undefined : new PlanReader(root, file, collector.report, context).decisions();
  if (root === undefined && broken.length === 0) collector.report(0, 'The file is empty.', HINT);
  const problems = [...broken, ...collector.problems()];
  if (decisions !== undefined && problems.length === 0) return decisions;
  throw new Failure('plan-invalid', said("{file} can't be carried out. Nothing was done.", { file }), {
    problems,
  });
}

/** A decision, and where in the text it stands. */
interface Placed {
  readonly decision: Decision;
  readonly at: number;
}

class PlanReader {
  readonly #root: TreeNode;
  readonly #file: string;
  readonly #report: Report;
  readonly #context: ReadPlanContext;
  readonly #entries: EntryReader;
  #undecided = 0;

  constructor(root: TreeNode, file: string, report: Report, context: ReadPlanContext) {
    this.#root = root;
    this.#file = file;
    this.#report = report;
    this.#context = context;
    this.#entries = new EntryReader(report, context);
  }

  decisions(): Decisions {
    const root = this.#root;
    this.#expectFormat();
    if (root.kind === 'map') this.#expectKeys(root, TOP_KEYS);
    const groups = Object.keys(CHOICES) as Group[];
    const placed = groups.flatMap((group) => {
      const list = under(root, group);
      if (list !== undefined && list.kind !== 'list') {
        this.#report(
          list.from,
          said('{group} must be a list.', { group }),
          'Each deal begins a line with a hyphen.',
        );
      }
      return itemsOf(list).flatMap((item) => {
        const decision = this.#decision(group, item);
        return decision === undefined ? [] : [{ decision, at: item.from }];
      });
    });
    this.#expectConsistent(placed);
    const decided = placed.map(({ decision }) => decision);
    return { quarter: this.#quarter(), decided, undecided: this.#undecided };
  }

  #expectFormat(): void {
    const node = under(this.#root, 'format');
    const format = textOf(node);
    if (format === undefined || !/^\d{1,6}$/.test(format) || format === '0') {
      this.#report(
        node?.from ?? this.#root.from,
        'The format is missing.',
        said('Begin with: format: {plan_format}', { plan_format: PLAN_FORMAT }),
      );
    } else if (Number(format) > PLAN_FORMAT) {
      const message = said('{file} is of format {format}; this version reads {sheet_format}.', {
        file: this.#file,
        format,
        sheet_format: PLAN_FORMAT,
      });
      throw new Failure('newer-format', message, {
        hint: said('Install pipeline {format}.0 or newer.', { format }),
      });
    }
  }

  #quarter(): string {
    const node = under(this.#root, 'quarter');
    const quarter = textOf(node);
    if (quarter !== undefined && /^\d{4}-Q[1-4]$/.test(quarter)) {
      if (quarter <= this.#context.quarter) return quarter;
      const message = said('The quarter {quarter} has not begun yet.', { quarter });
      this.#report(
        node?.from ?? 0,
        message,
        said("Today's is {quarter}.", { quarter: this.#context.quarter }),
      );
      return '';
    }
    this.#report(node?.from ?? this.#root.from, 'The quarter is missing.', 'Write: quarter: 2026-Q4');
    return '';
  }

  #decision(group: Group, item: TreeNode): Decision | undefined {
    if (item.kind !== 'map') {
      this.#report(item.from, said('An entry of {group} is a map of keys.', { group }), HINT);
      return undefined;
    }
    this.#expectKeys(item, KEYS[group]);
    const word = textOf(entryOf(item, 'do')?.value) ?? NOTHING;
    const choices: readonly Decision['do'][] = CHOICES[group];
    const choice = choices.find((known) => known === word);
    if (choice === undefined && word !== NOTHING) {
      const known = [...choices, NOTHING];
      this.#report(placeOf(item, 'do'), said('"do" can\'t be {word}.', { word: inQuotes(word) }), () =>
        didYouMean(word, known, said('It is one of {known}.', { known: known.join(', ') })),
      );
      return undefined;
    }
    if (choice === undefined) {
      this.#undecided++;
      return undefined;
    }
    return this.#entries.decision(choice, item);
  }

  #expectKeys(map: MapNode, known: readonly string[]): void {
    for (const { key, from, value } of map.entries) {
      if (known.includes(key) || isNothing(value)) continue;
      this.#report(from, said('Unknown key {key}.', { key: inQuotes(key) }), () =>
        didYouMean(key, known, said('The keys here are {known}.', { known: known.join(', ') })),
      );
    }
  }

  /** Two decisions on one deal could each undo the other. That it is distinct can be said of several pairs. */
  #expectConsistent(placed: readonly Placed[]): void {
    const decided = new Map<string, Decision['do']>();
    for (const { decision, at } of placed) {
      for (const id of changedBy(decision)) {
        const before = decided.get(id);
        decided.set(id, decision.do);
        if (before === undefined || (before === 'distinct' && decision.do === 'distinct')) continue;
        const hint = 'Take one of the two out. Once this is carried out, pipeline clean proposes again.';
        this.#report(
          at,
          said('{id} is decided on twice: {before} and {do}.', { id: inQuotes(id), before, do: decision.do }),
          hint,
        );
      }
    }
  }
}

/** The deals whose files a decision changes. */
function changedBy(decision: Decision): string[] {
  if (decision.do === 'merge') return [decision.id, decision.other.id];
  return [decision.do === 'distinct' ? decision.other.id : decision.id];
}
