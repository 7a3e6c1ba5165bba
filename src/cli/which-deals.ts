// Which deals a verb is to change: the one that a word means, or all that meet conditions.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { fewOf } from '../base/said-lists.ts';
import type { Opened } from '../book/open.ts';
import type { Deal } from '../deal/deal.ts';
import { safeForTerminal } from '../render/safe.ts';
import type { FoundDeal } from '../report/find-deal.ts';
import { brokenOff, canAsk, yesOrNo } from './prompts.ts';
import type { Call, OptionSpec } from './verb.ts';

/** The options of a verb that can change many deals at once. */
export const MANY: readonly OptionSpec[] = [
  {
    flags: '--where <condition>',
    text: "all open deals that meet 'FIELD OP VALUE' (pipeline help filters), instead of one",
    repeat: true,
  },
  { flags: '--yes', text: 'with --where: without asking' },
  { flags: '--dry-run', text: 'say what would change, and write nothing' },
];

/** What a person chose: a word for one deal, the conditions of --where, or the deals that they were shown by those. */
export type Chosen =
  | { readonly word: string }
  | { readonly where: readonly string[] }
  | { readonly shown: readonly ShownDeal[] };

/** A deal that a person agreed to change, and its file as it was when they were asked. */
interface ShownDeal {
  readonly id: string;
  readonly text: string | undefined;
}

/**
 * The words of a verb that takes a deal first and `rest` further ones; with --where the deal is left out.
 * @throws Failure `usage` where one is missing
 */
export function chosenBy(call: Call, rest: readonly string[]): { chosen: Chosen; words: readonly string[] } {
  const where = call.list('where');
  const needed = where.length > 0 ? rest : ['ID', ...rest];
  const [first = '', ...others] = call.args;
  if (call.args.length < needed.length) {
    throw new Failure('usage', said('{word} is missing.', { word: needed[call.args.length] ?? '' }), {
      hint: said('It takes {needed}.', { needed: needed.join(' ') }),
    });
  }
  if (where.length > 0 && call.args.length > rest.length) {
    throw new Failure('usage', said('"{first}" and --where both say which deals.', { first }), {
      hint: 'Leave out one.',
    });
  }
  return where.length > 0
    ? { chosen: { where }, words: call.args }
    : { chosen: { word: first }, words: others };
}

/**
 * Asks at a terminal what can't be asked once others are locked out: which of several deals is meant, and whether so
 * many are to be changed. @returns what they chose then; `chosen` itself where nobody has to be asked
 * @throws Failure `interrupted` where the person breaks off or says no
 */
export async function askWhich(call: Call, chosen: Chosen): Promise<Chosen> {
  if ('word' in chosen) return { word: await askWhichOne(call, chosen.word) };
  if ('shown' in chosen || !canAsk(call)) return chosen;
  if (call.flag('yes') || call.flag('dry-run')) return chosen;
  const opened = await call.open();
  const ids = (await meeting(opened, chosen.where)).map(({ id }) => id);
  if (ids.length === 0) return chosen;
  const shown = await Promise.all(ids.map((id) => asItStands(id, opened)));
  const [{ confirm }, { screen }] = await Promise.all([import('@clack/prompts'), import('./screen.ts')]);
  const message = call.say(
    said('Change {count, plural, one {{count} deal} other {{count} deals}}: {ids}?', {
      count: ids.length,
      ids: fewOf(ids),
    }),
  );
  const answer = await confirm({ message, ...yesOrNo(call), output: screen(call.io), initialValue: false });
  if (answer !== true) throw brokenOff();
  return { shown };
}

/**
 * Asks at a terminal which deal a word means. @returns its id; the word where nobody has to be asked
 * @throws Failure `interrupted` where the person breaks off
 */
export async function askWhichOne(call: Call, word: string): Promise<string> {
  if (!canAsk(call)) return word;
  const { dealsMeant } = await import('../report/find-deal.ts');
  const found = dealsMeant(word, await call.book());
  return found.length < 2 ? word : choose(call, word, found);
}

async function asItStands(id: string, { book }: Opened): Promise<ShownDeal> {
  const { readDealText } = await import('../workspace/deal-text.ts');
  const path = book.deals.get(id)?.path;
  return { id, text: path === undefined ? undefined : readDealText(book.root, path)?.text };
}

/** @throws Failure `changed-meanwhile` where one of them is no more as the person was shown it */
async function expectAsShown(shown: readonly ShownDeal[], opened: Opened): Promise<void> {
  const now = await Promise.all(shown.map(({ id }) => asItStands(id, opened)));
  const changed = shown.filter(({ text }, at) => text !== now[at]?.text).map(({ id }) => id);
  if (changed.length === 0) return;
  throw new Failure(
    'changed-meanwhile',
    said('Somebody changed {ids} while the question stood, so nothing was changed.', { ids: fewOf(changed) }),
    { hint: 'Run the command again: it asks with what stands there now.' },
  );
}

/**
 * The deals, whole, as they stand now.
 * @throws Failure `no-such-deal`, `deals-unreadable`, `nothing-to-look-at` where none meets the conditions, `usage` where
 *   nobody agreed to change so many, `changed-meanwhile` where one is no more as it was shown
 */
export async function chosenDeals(call: Call, chosen: Chosen, opened: Opened): Promise<readonly Deal[]> {
  const { dealWithId } = await import('../report/deal-with-id.ts');
  if ('word' in chosen) {
    const { findDeal } = await import('../report/find-deal.ts');
    return [dealWithId(findDeal(chosen.word, opened.book).row.id, opened)];
  }
  if ('shown' in chosen) {
    await expectAsShown(chosen.shown, opened);
    return chosen.shown.map(({ id }) => dealWithId(id, opened));
  }
  const rows = await meeting(opened, chosen.where);
  if (rows.length === 0) {
    throw new Failure('nothing-to-look-at', 'No open deal meets the conditions.', {
      hint: `Look with the same conditions: pipeline list --where …`,
    });
  }
  if (!call.flag('yes') && !call.flag('dry-run')) {
    throw new Failure(
      'usage',
      said('{count, plural, one {{count} deal} other {{count} deals}} would be changed: {ids}.', {
        count: rows.length,
        ids: fewOf(rows.map(({ id }) => id)),
      }),
      {
        hint: '--yes changes them; --dry-run shows what would change.',
      },
    );
  }
  return rows.map(({ id }) => dealWithId(id, opened));
}

async function meeting({ book }: Opened, where: readonly string[]) {
  const { listDeals } = await import('../report/list.ts');
  const { rows } = listDeals(book, {
    ...{ owners: [], stages: [], account: undefined, outcomes: ['open'] as const, closing: undefined },
    ...{ where, sort: 'id', columns: [] },
  });
  return rows;
}

async function choose(call: Call, word: string, found: readonly FoundDeal[]): Promise<string> {
  const [{ isCancel, select }, { screen }] = await Promise.all([
    import('@clack/prompts'),
    import('./screen.ts'),
  ]);
  const options = found.map(({ row, archived }) => ({
    value: row.id,
    label: safeForTerminal(`${row.id} · ${row.name}`),
    hint: safeForTerminal([row.account, row.stage, archived].filter((text) => text).join(', ')),
  }));
  const message = call.say(said('Which deal is "{word}"?', { word: safeForTerminal(word) }));
  const answer = await select({ message, options, maxItems: 10, output: screen(call.io) });
  if (isCancel(answer)) throw brokenOff();
  return answer;
}
