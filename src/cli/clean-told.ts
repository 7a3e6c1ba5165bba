// A deal as a question at the terminal names it.

import type { Look } from '../page/look.ts';
import type { Cell } from '../page/page.ts';
import { moneyDecimals, type Words } from '../render/locale.ts';
import { safeForTerminal } from '../render/safe.ts';
import type { CleanDeal } from '../report/clean.ts';

/** On one line, enough to tell it from another one; safe for the terminal. */
export function toldOf(
  { id, name, account, owner, stage, value }: CleanDeal,
  look: Look,
  words: Words,
): string {
  const money: Cell[] = value === null ? [] : [{ kind: 'money', amount: value }];
  const decimals = moneyDecimals(money, { digits: look.digits });
  const amount = money.map((cell) => words.cell(cell, decimals));
  return [id, name, account, look.ownerLabel(owner), look.stageLabel(stage), ...amount]
    .map(safeForTerminal)
    .filter((part) => part !== '')
    .join(' · ');
}
