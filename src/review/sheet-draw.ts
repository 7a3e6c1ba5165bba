// The last block of a review sheet, "How these deals were drawn", read back: what was drawn, from what, and by which seed.

import { type Day, toDay } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { type Decimal, toDecimal } from '../base/money.ts';
import type { Problem } from '../base/problem.ts';
import { said } from '../base/said.ts';
import { compose } from '../deal/compose.ts';
import type { SourceText } from '../deal/source-text.ts';
import type { TreeNode } from '../deal/tree.ts';
import { LIST_LIMITS } from '../deal/yaml-limits.ts';
import { type Collector, collectorFor, inQuotes } from '../workspace/settings-report.ts';
import { itemsOf, textOf, under, wholeOf } from '../workspace/settings-tree.ts';
import { type OwnerName, SHEET_FORMAT, type SheetDraw, type SheetPick, type SheetStratum } from './sheet.ts';
import { blocksOf } from './sheet-blocks.ts';
import { STRATA } from './strata.ts';

export interface DrawRead {
  /** Undefined where there are problems, or where the text is no sheet at all. */
  readonly draw: SheetDraw | undefined;
  readonly problems: readonly Problem[];
}

const HINT = 'Restore the section from git: pipeline wrote it, and nobody needs to change it.';

/**
 * How the deals of a sheet were drawn. A text without any block of ours is no sheet: no draw, and no problem.
 * @param file as problems name it
 * @throws Failure `newer-format` where a later version wrote it
 */
export function readDraw(text: string, file: string): DrawRead {
  const blocks = blocksOf(text, file);
  const [block, second] = blocks.filter(({ kind }) => kind === 'draw');
  const [other] = blocks;
  if (block === undefined) {
    const message = 'The section "How these deals were drawn" is missing.';
    return {
      draw: undefined,
      problems: other ? [other.source.problem(undefined, { message, hint: HINT })] : [],
    };
  }
  const collector = collectorFor(block.source);
  if (second !== undefined) {
    collector.report(
      0,
      said('How the deals were drawn stands again in line {line}.', { line: second.line }),
      'Keep the first one.',
    );
  }
  const { root, problems: broken } = compose(block.source, LIST_LIMITS);
  const draw = root === undefined ? undefined : new DrawReader(root, block.source, collector.report).draw();
  const problems = [...broken, ...collector.problems()];
  return { draw: problems.length === 0 ? draw : undefined, problems };
}

/** Reads what the program wrote: a value that is not as it writes it was changed by hand, and is named. */
class DrawReader {
  readonly #root: TreeNode;
  readonly #source: SourceText;
  readonly #report: Collector['report'];

  constructor(root: TreeNode, source: SourceText, report: Collector['report']) {
    this.#root = root;
    this.#source = source;
    this.#report = report;
  }

  draw(): SheetDraw | undefined {
    this.#expectFormat();
    const root = this.#root;
    const on = this.#day(root, 'review');
    const from = this.#day(root, 'closed', 'from');
    if (on === undefined || from === undefined) return undefined;
    return {
      on,
      workspace: under(root, 'workspace') === undefined ? undefined : this.#text(root, 'workspace'),
      owner: this.#owner(),
      team: this.#flag('team'),
      names: this.#names(),
      snapshot: {
        name: this.#text(root, 'snapshot', 'name'),
        deals: this.#text(root, 'snapshot', 'deals_sha256'),
        archived: this.#text(root, 'snapshot', 'archived_sha256'),
      },
      seed: this.#text(root, 'seed'),
      sampler: this.#whole(root, 'sampler'),
      weighted: this.#flag('weighted'),
      closed: { from, to: this.#maybe(root, 'to', toDay, 'closed') },
      most: under(root, 'most') === undefined ? undefined : this.#whole(root, 'most'),
      notAgainWithin: this.#whole(root, 'not_again_within'),
      currency: this.#text(root, 'currency'),
      strata: this.#items(root, 'strata').flatMap((node) => this.#stratum(node) ?? []),
    };
  }

  #names(): OwnerName[] {
    if (under(this.#root, 'names') === undefined) return [];
    return this.#items(this.#root, 'names').map((node) => ({
      name: this.#text(node, 'name'),
      owner: this.#text(node, 'owner'),
    }));
  }

  #stratum(node: TreeNode): SheetStratum | undefined {
    const stratum = this.#oneOf(node, 'stratum', STRATA);
    if (stratum === undefined) return undefined;
    return {
      stratum,
      largest: this.#whole(node, 'largest'),
      random: this.#whole(node, 'random'),
      population: this.#whole(node, 'population'),
      excluded: this.#whole(node, 'excluded'),
      drawnFrom: this.#whole(node, 'drawn_from'),
      drawnFromValue: this.#needed(node, 'drawn_from_value', toDecimal) ?? ZERO,
      picked: this.#items(node, 'picked').flatMap((pick) => this.#pick(pick) ?? []),
    };
  }

  #pick(node: TreeNode): SheetPick | undefined {
    const why = this.#oneOf(node, 'why', ['important', 'largest', 'random']);
    if (why === undefined) return undefined;
    return {
      id: this.#text(node, 'id'),
      why,
      rank: this.#whole(node, 'rank'),
      probability: this.#needed(node, 'probability', toShare) ?? 0,
      owner: textOf(under(node, 'owner')) ?? '',
      stage: this.#text(node, 'stage'),
      amount: this.#maybe(node, 'amount', toDecimal),
      currency: this.#text(node, 'currency'),
      value: this.#maybe(node, 'value', toDecimal),
      close: this.#maybe(node, 'close', toDay),
    };
  }

  #expectFormat(): void {
    const format = this.#whole(this.#root, 'format');
    if (format <= SHEET_FORMAT) return;
    throw new Failure(
      'newer-format',
      said('{file} is of format {format}; this version reads {sheet_format}.', {
        file: this.#source.file,
        format,
        sheet_format: SHEET_FORMAT,
      }),
      { hint: said('Install pipeline {format}.0 or newer.', { format }) },
    );
  }

  /** '' is an owner too: those deals that nobody owns. */
  #owner(): string | undefined {
    const node =
      this.#root.kind === 'map' ? this.#root.entries.find(({ key }) => key === 'owner') : undefined;
    return node === undefined ? undefined : (textOf(node.value) ?? '');
  }

  #flag(key: string): boolean {
    return textOf(under(this.#root, key)) === 'true';
  }

  #items(node: TreeNode, key: string): readonly TreeNode[] {
    const list = under(node, key);
    if (list?.kind !== 'list') this.#lacks(node, list, key);
    return itemsOf(list);
  }

  #text(node: TreeNode, ...keys: readonly string[]): string {
    const text = textOf(under(node, ...keys));
    if (text === undefined) this.#lacks(node, under(node, ...keys), keys.join('.'));
    return text ?? '';
  }

  #day(node: TreeNode, ...keys: readonly string[]): Day | undefined {
    const day = toDay(this.#text(node, ...keys));
    const found = under(node, ...keys);
    if (day === undefined && found !== undefined) this.#wrong(found, keys.join('.'));
    return day;
  }

  #whole(node: TreeNode, key: string): number {
    const found = under(node, key);
    const whole = wholeOf(found);
    if (whole === undefined) this.#lacks(node, found, key);
    return whole ?? 0;
  }

  #needed<T>(node: TreeNode, key: string, to: (text: string) => T | undefined): T | undefined {
    if (under(node, key) === undefined) this.#lacks(node, undefined, key);
    return this.#maybe(node, key, to);
  }

  #maybe<T>(node: TreeNode, key: string, to: (text: string) => T | undefined, above?: string): T | undefined {
    const found = under(node, ...(above === undefined ? [] : [above]), key);
    if (found === undefined) return undefined;
    const value = to(textOf(found) ?? '');
    if (value === undefined) this.#wrong(found, key);
    return value;
  }

  #oneOf<T extends string>(node: TreeNode, key: string, known: readonly T[]): T | undefined {
    const text = this.#text(node, key);
    const found = known.find((one) => one === text);
    if (found === undefined && text !== '') this.#wrong(under(node, key) ?? node, key);
    return found;
  }

  #lacks(node: TreeNode, found: TreeNode | undefined, key: string): void {
    if (found === undefined) this.#report(node.from, said('{key} is missing.', { key }), HINT);
    else this.#wrong(found, key);
  }

  #wrong(node: TreeNode, key: string): void {
    const text = textOf(node);
    this.#report(
      node.from,
      said("{key} can't be {what}.", { key, what: text === undefined ? `a ${node.kind}` : inQuotes(text) }),
      HINT,
    );
  }
}

const ZERO = '0' as Decimal;

/** A number from 0 to 1 as the program writes it. */
function toShare(text: string): number | undefined {
  const share = Number(text);
  return /^\d(\.\d+)?(e-\d+)?$/.test(text) && share <= 1 ? share : undefined;
}
