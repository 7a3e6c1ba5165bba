// Deal file → Deal (docs/reference/deal.md). Every problem of the file is told, not just the first; a file with an
// error gives no deal, because half a deal would look like a change of it.

import { slug } from '../base/fold.ts';
import type { Problem } from '../base/problem.ts';
import { said } from '../base/said.ts';
import { compose } from './compose.ts';
import type { Deal } from './deal.ts';
import { isDealId } from './id.ts';
import { dealOf } from './read-keys.ts';
import { kindOf, Reading } from './reading.ts';
import { SourceText } from './source-text.ts';
import { isNothing, type MapNode, type TreeNode } from './tree.ts';

/** What a deal leaves to its workspace. */
export interface DealDefaults {
  /** Of a deal that names none. */
  readonly currency: string;
}

/** What a deal's file says, or what is wrong with it. */
export interface DealReading {
  /** Undefined where a problem is an error. */
  readonly deal: Deal | undefined;
  /** In the order of the file. */
  readonly problems: readonly Problem[];
}

/** @param path of the file, from the workspace's root with forward slashes; its name is the deal's id */
export function readDeal(text: string, path: string, defaults: DealDefaults): DealReading {
  const { deal, problems } = readDealTree(text, path, defaults);
  return { deal, problems };
}

/** readDeal, and where everything stands. */
export function readDealTree(
  text: string,
  path: string,
  defaults: DealDefaults,
): DealReading & { readonly root: MapNode | undefined } {
  const source = new SourceText(text, path);
  const reading = new Reading(source);
  const id = idOf(path);
  if (!isDealId(id)) reportName(reading, id);
  const { root, problems } = compose(source);
  if (problems.length > 0)
    return { deal: undefined, problems: [...reading.problems, ...problems], root: undefined };
  if (root?.kind !== 'map') {
    reportRoot(reading, root);
    return { deal: undefined, problems: reading.problems, root: undefined };
  }
  const deal = dealOf(reading, root, { id, path, currency: defaults.currency });
  const failed = reading.problems.some((problem) => problem.severity === 'error');
  return { deal: failed ? undefined : deal, problems: reading.problems.sort(byPlace), root };
}

function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
}

function reportName(reading: Reading, id: string): void {
  const better = slug(id).slice(0, 80).replace(/-+$/, '');
  reading.report(undefined, {
    message: said("The file's name is the deal's id, and \"{id}\" can't be one.", { id }),
    hint: isDealId(better)
      ? said('Rename the file: {better}.yaml', { better })
      : 'Name it with a-z, 0-9 and hyphens, at most 80, and no word that Windows keeps (con, nul, …).',
  });
}

function reportRoot(reading: Reading, root: TreeNode | undefined): void {
  const empty = root === undefined || isNothing(root);
  reading.report(undefined, {
    message: empty
      ? 'The file is empty.'
      : said('The file holds {kind}, not the keys of a deal.', { kind: kindOf(root) }),
    hint: 'Write at least two lines: name: … and stage: …',
  });
}

function byPlace(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
