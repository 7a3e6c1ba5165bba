// A change of a deal → the changes of files that carry it out. Reads the file that changes, writes nothing.

import { basename, dirname } from 'node:path';
import { Failure } from '../base/failure.ts';
import { asValue, type Said, said } from '../base/said.ts';
import type { DealChange } from '../deal/change.ts';
import type { Deal } from '../deal/deal.ts';
import { wasAfter } from '../deal/former-ids.ts';
import { saysTheSame } from '../deal/intent.ts';
import { patchDeal } from '../deal/patch.ts';
import { readDeal } from '../deal/read.ts';
import { dealPath, MOST_BYTES } from './deal-files.ts';
import { type DealText, readDealText } from './deal-text.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { FileChange } from './write-plan.ts';

/** A deal's file after a change; the text is undefined where the file only moves. */
export interface ChangedDeal {
  readonly deal: Deal;
  readonly path: string;
  readonly text: string | undefined;
  readonly files: readonly FileChange[];
  /** Whether its text is the same as before. */
  readonly isSame: boolean;
}

export interface ChangeContext {
  readonly root: string;
  /** The workspace's, of deals that name none. */
  readonly currency: string;
}

/** Why a deal's file can't be changed or written as it should be. */
export interface Refused {
  readonly reason: Said;
}

/** A deal with changes where its file is. */
export function patchedFile(
  deal: Deal,
  changes: readonly DealChange[],
  context: ChangeContext,
): ChangedDeal | Refused {
  const patched = patch(deal, changes, context);
  if ('reason' in patched) return patched;
  const { text, expected, isSame } = patched;
  return {
    deal,
    path: deal.path,
    text,
    isSame,
    files: [{ kind: 'write', path: deal.path, content: text, expected }],
  };
}

/** As patchedFile. @throws Failure `usage` where its file can't be changed */
export function expectPatched(
  deal: Deal,
  changes: readonly DealChange[],
  context: ChangeContext,
): ChangedDeal {
  const changed = patchedFile(deal, changes, context);
  if (!isRefused(changed)) return changed;
  throw new Failure(
    'usage',
    said("{id} can't be changed: {reason}.", { id: deal.id, reason: changed.reason }),
  );
}

/** A deal that comes back from the archive, with changes or as it is. */
export function restoredFile(
  deal: Deal,
  changes: readonly DealChange[],
  context: ChangeContext,
): ChangedDeal | Refused {
  return movedFile(deal, dealPath(deal.id, deal.created), changes, context);
}

/**
 * A deal that goes to the archive: with changes, or as it is, byte for byte.
 * @param quarter the folder there: `2026-Q4`
 */
export function archivedFile(
  deal: Deal,
  quarter: string,
  context: ChangeContext,
  changes: readonly DealChange[] = [],
): ChangedDeal | Refused {
  return movedFile(deal, `archive/${quarter}/${basename(deal.path)}`, changes, context);
}

/** A deal under another id: its file is called so, beside where it was, and keeps the ids that it had. */
export function renamedFile(deal: Deal, id: string, context: ChangeContext): ChangedDeal | Refused {
  const path = `${dirname(deal.path)}/${id}.yaml`;
  return movedFile(deal, path, [{ kind: 'set', key: 'was', value: wasAfter(deal, id) }], context);
}

/** By rename where its bytes stay the same. */
function movedFile(
  deal: Deal,
  path: string,
  changes: readonly DealChange[],
  context: ChangeContext,
): ChangedDeal | Refused {
  const patched = patch(deal, changes, context);
  if ('reason' in patched) return patched;
  const { text, expected, isSame, mode } = patched;
  if (isSame) {
    return {
      deal,
      path,
      isSame,
      text: undefined,
      files: [{ kind: 'move', from: deal.path, to: path, expected }],
    };
  }
  const files: FileChange[] = [
    { kind: 'write', path, content: text, expected: 'absent', mode },
    { kind: 'remove', path: deal.path, expected },
  ];
  return { deal, path, text, isSame, files };
}

interface Patched {
  readonly text: string;
  readonly mode: number;
  readonly expected: Fingerprint;
  readonly isSame: boolean;
}

function patch(deal: Deal, changes: readonly DealChange[], context: ChangeContext): Patched | Refused {
  const read = readAgain(deal, context);
  if (read === undefined)
    return { reason: said("its deal can't be read: mend {path} first", { path: deal.path }) };
  try {
    const text = changes.length === 0 ? read.text : patchDeal(read.text, changes, deal.path, context);
    if (Buffer.byteLength(text) > MOST_BYTES) {
      return { reason: tooLong() };
    }
    return { text, mode: read.mode, expected: read.fingerprint, isSame: text === read.text };
  } catch (error) {
    if (error instanceof Failure) {
      const message = asValue(error.said.message);
      return { reason: said('{path}: {message}', { path: deal.path, message }) };
    }
    throw error;
  }
}

/** Why a deal with more bytes than a file may have is not written. */
export function tooLong(): Said {
  return said("it is too long: a deal's file holds at most {size} KiB", { size: MOST_BYTES / 1024 });
}

/**
 * The file of a deal that was read before; undefined where it can't be read now.
 * @throws Failure `changed-meanwhile` where it no longer says the same: what was decided on is gone
 */
function readAgain(deal: Deal, { root, currency }: ChangeContext): DealText | undefined {
  const read = readDealText(root, deal.path);
  const now = read && readDeal(read.text, deal.path, { currency }).deal;
  if (now === undefined || saysTheSame(now, deal)) return read;
  throw new Failure(
    'changed-meanwhile',
    said('{path} was changed by someone else meanwhile.', { path: deal.path }),
    {
      hint: 'Nothing was written. Run the command again.',
    },
  );
}

/**
 * The deal as its file will say it.
 * @throws Error where the text would not read back
 */
export function dealAfter({ deal, path, text }: ChangedDeal, currency: string): Deal {
  if (text === undefined) return { ...deal, path };
  const read = readDeal(text, path, { currency }).deal;
  if (read === undefined) throw new Error(`${path} would not read back; nothing was written`);
  return read;
}

/** Whether it can't be done. */
export function isRefused<Done extends object>(changed: Done | Refused): changed is Refused {
  return 'reason' in changed;
}
