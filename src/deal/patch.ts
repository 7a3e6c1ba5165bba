// Changes a deal's file byte by byte: what a change does not concern stays as it is, comments, order, quotes and
// line ends included. What comes out is read again and must say just what was intended, or nothing comes out.

import { isDeepStrictEqual } from 'node:util';
import { Failure } from '../base/failure.ts';
import { digitsOf } from '../base/money.ts';
import { said } from '../base/said.ts';
import { amountTrouble } from './amount-text.ts';
import type { DealChange } from './change.ts';
import { compose } from './compose.ts';
import { isCustomKey, plainData } from './custom.ts';
import type { Deal } from './deal.ts';
import { type Edit, editsOf } from './edits.ts';
import { intended, saysTheSame } from './intent.ts';
import { Layout, type Splice, spliced, touches } from './layout.ts';
import { type DealDefaults, readDealTree } from './read.ts';
import { isDealKey } from './read-keys.ts';
import { refused } from './refusal.ts';
import { SourceText } from './source-text.ts';
import type { MapNode } from './tree.ts';

/**
 * The text after the changes, in their order; the same text where nothing changes.
 * @param path of the file, as in readDeal
 * @throws Failure `deals-unreadable` where the text is no deal, `usage` for a value that a key can't hold
 */
export function patchDeal(
  text: string,
  changes: readonly DealChange[],
  path: string,
  defaults: DealDefaults,
): string {
  const { deal, root, problems } = readDealTree(text, path, defaults);
  if (deal === undefined || root === undefined) {
    throw new Failure('deals-unreadable', said("{path} can't be read, so it is not changed.", { path }), {
      problems,
    });
  }
  let aim = deal;
  const patcher = new Patcher(text, root, path);
  for (const change of changes) {
    const next = intended(aim, change);
    if (change.kind !== 'remove' && saysTheSame(aim, next)) continue;
    patcher.carryOut(topKeyOf(change), editsOf(change));
    aim = next;
  }
  const patched = patcher.text();
  if (patched === text) return text;
  checkAmount(aim, defaults);
  const after = readDealTree(patched, path, defaults);
  const isRight =
    after.deal !== undefined &&
    after.root !== undefined &&
    saysTheSame(after.deal, aim) &&
    isDeepStrictEqual(unknownKeys(after.root), unknownKeys(root));
  if (!isRight) throw new Error(`the change of ${path} would not read back as intended; nothing was written`);
  return patched;
}

function topKeyOf(change: DealChange): string {
  if (change.kind === 'set-next-step') return 'next_step';
  return isCustomKey(change.key) ? 'custom' : change.key;
}

/** Carries edits out one after the other, and looks at the text anew only where one may depend on another. */
class Patcher {
  readonly #path: string;
  #layout: Layout;
  #root: MapNode;
  #pending: Splice[] = [];
  #changedKeys = new Set<string>();

  constructor(text: string, root: MapNode, path: string) {
    this.#layout = new Layout(text);
    this.#root = root;
    this.#path = path;
  }

  /** @param key the top-level key that the edits concern */
  carryOut(key: string, edits: readonly Edit[]): void {
    if (this.#changedKeys.has(key)) this.#settle();
    for (const edit of edits) {
      let splices = edit(this.#layout, this.#root);
      if (splices.some((splice) => this.#pending.some((other) => touches(splice, other)))) {
        this.#settle();
        splices = edit(this.#layout, this.#root);
      }
      this.#pending.push(...splices);
    }
    this.#changedKeys.add(key);
  }

  text(): string {
    return spliced(this.#layout.text, this.#pending);
  }

  #settle(): void {
    const text = this.text();
    const { root } = compose(new SourceText(text, this.#path));
    if (root?.kind !== 'map')
      throw new Error(`a change of ${this.#path} would break it; nothing was written`);
    this.#layout = new Layout(text);
    this.#root = root;
    this.#pending = [];
    this.#changedKeys.clear();
  }
}

/** The decimals that an amount may have are those of the currency in the end. */
function checkAmount(deal: Deal, defaults: DealDefaults): void {
  if (deal.amount === undefined) return;
  const currency = deal.currency === '' ? defaults.currency : deal.currency;
  const trouble = amountTrouble(deal.amount, currency, digitsOf(currency));
  if (trouble !== undefined) throw refused(trouble);
}

function unknownKeys(root: MapNode): unknown {
  return root.entries
    .filter((entry) => !isDealKey(entry.key))
    .map((entry) => [entry.key, plainData(entry.value)]);
}
