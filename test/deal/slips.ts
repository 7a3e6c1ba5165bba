// Slips of the hand at random: what may come of a file that was right.

import type { Dice } from './dice.ts';
import { PIECES } from './yaml-pieces.ts';

/** The text after a few slips of the hand: characters and lines put in, taken out, put twice, changed with another. */
export function slipped(text: string, dice: Dice): string {
  let so = text;
  for (let times = 1 + dice.roll(3); times > 0; times--)
    so = dice.oneIn(3) ? lineSlip(so, dice) : signSlip(so, dice);
  return so;
}

function signSlip(text: string, dice: Dice): string {
  const at = dice.roll(text.length + 1);
  const [before, sign, behind] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)];
  switch (dice.roll(5)) {
    case 0:
      return before + dice.of(PIECES) + sign + behind;
    case 1:
      return before + behind;
    case 2:
      return before + dice.of(PIECES) + behind;
    case 3:
      return before + sign + sign + behind;
    default:
      return before.slice(0, -1) + sign + before.slice(-1) + behind;
  }
}

function lineSlip(text: string, dice: Dice): string {
  const lines = text.split('\n');
  const at = dice.roll(lines.length);
  const other = dice.roll(lines.length);
  const line = lines[at] ?? '';
  switch (dice.roll(6)) {
    case 0:
      return lines.toSpliced(at, 1).join('\n');
    case 1:
      return lines.toSpliced(other, 0, line).join('\n');
    case 2:
      return lines
        .with(at, lines[other] ?? '')
        .with(other, line)
        .join('\n');
    case 3:
      return lines.with(at, `${' '.repeat(1 + dice.roll(3))}${line}`).join('\n');
    case 4:
      return lines.with(at, line.replace(/^ {1,2}/, '')).join('\n');
    default:
      return lines.with(at, `${line}\r`).join('\n');
  }
}
