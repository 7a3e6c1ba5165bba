// Which deals a verb is to change: the one that a word means, or all that meet conditions.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { fewOf } from '../base/said-lists.ts';
import type { Opened } from '../book/open.ts';
import type { Deal } from '../deal/deal.ts';
import { safeForTerminal } from '../render/safe.ts';
import type { FoundDeal } from '../report/find-deal.ts';
import { brokenOff, canAsk } from './prompts.ts';
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

/** What a person chose: a word for one deal, or the conditions of --where. */
export type Chosen = { readonly word: string } | { readonly where: readonly string[] };

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
 * many are to be changed. @returns the ids; undefined where nobody has to be asked
 * @throws Failure `interrupted` where the person breaks off or says no
 */
export async function askWhich(call: Call, chosen: Chosen): Promise<readonly string[] | undefined> {
  if (!canAsk(call)) return undefined;
  const opened = await call.open();
  if ('word' in chosen) {
    const { dealsMeant } = await import('../report/find-deal.ts');
    const found = dealsMeant(chosen.word, opened.book);
    if (found.length < 2) return undefined;
    return [await choose(call, chosen.word, found)];
  }
  if (call.flag('yes') || call.flag('dry-run')) return undefined;
  const ids = (await meeting(opened, chosen.where)).map(({ id }) => id);
  if (ids.length === 0) return undefined;
  const [{ confirm }, { screen }] = await Promise.all([import('@clack/prompts'), import('./screen.ts')]);
  const message = call.say(
    said('Change {count, plural, one {{count} deal} other {{count} deals}}: {ids}?', {
      count: ids.length,
      ids: fewOf(ids),
    }),
  );
  const answer = await confirm({ message, output: screen(call.io), initialValue: false });
  if (answer !== true) throw brokenOff();
  return ids;
}

/**
 * The deals, whole, as they stand now.
 * @throws Failure `no-such-deal`, `deals-unreadable`, `nothing-to-look-at` where none meets the conditions, `usage` where
 *   nobody agreed to change so many
 */
export async function chosenDeals(call: Call, chosen: Chosen, opened: Opened): Promise<readonly Deal[]> {
  const { dealWithId } = await import('../report/deal-with-id.ts');
  if ('word' in chosen) {
    const { findDeal } = await import('../report/find-deal.ts');
    return [dealWithId(findDeal(chosen.word, opened.book).row.id, opened)];
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
  const message = `Which deal is "${safeForTerminal(word)}"?`;
  const answer = await select({ message, options, maxItems: 10, output: screen(call.io) });
  if (isCancel(answer)) throw brokenOff();
  return answer;
}
