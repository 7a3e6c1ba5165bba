// A deal in the person's editor: on a copy, until what is in it may be written, or the person has had enough. While
// the editor is open nobody is locked out: that the file is still the one that was copied is seen at the end.

import { join, relative } from 'node:path';
import { Failure } from '../base/failure.ts';
import type { Problem } from '../base/problem.ts';
import { inTurn, type Speaker, said } from '../base/said.ts';
import { fewOf } from '../base/said-lists.ts';
import { shellWord } from '../base/shell-word.ts';
import { decodeUtf8 } from '../base/utf8.ts';
import type { Opened } from '../book/open.ts';
import type { Deal } from '../deal/deal.ts';
import { readDeal } from '../deal/read.ts';
import { headOver, type Remark, withComments, withoutComments } from '../entry/problem-comments.ts';
import { safeForTerminal } from '../render/safe.ts';
import { mergedDeal } from '../three-way/merge-deal.ts';
import { each, type Three } from '../three-way/three.ts';
import { MOST_BYTES } from '../workspace/deal-files.ts';
import { dropCopy, type EditCopy, keepBase, readCopy, writeCopy } from '../workspace/edit-copy.ts';
import { fingerprintOf } from '../workspace/fingerprint.ts';
import { readRegularFile } from '../workspace/read-file.ts';
import { askHowOn } from './edit-ask.ts';
import type { EditedFile } from './edit-file.ts';
import { editedDeal } from './edit-problems.ts';
import { edit, editorOf } from './editor.ts';
import type { Call } from './verb.ts';

export interface Edited {
  readonly opened: Opened;
  /** Undefined where the file could not be read before. */
  readonly before: Deal | undefined;
  readonly after: Deal;
  readonly remarks: readonly Problem[];
}

/** The command that goes on with a text that was kept. */
export function goOnCommand({ io }: Call, { path }: EditedFile, copy: EditCopy): string {
  return `pipeline edit ${shellWord(path)} --from ${shellWord(relative(io.cwd, copy.path))}`;
}

/** Why there is nothing to write. */
export type Unwritten = 'unchanged' | 'dropped';

/**
 * Opens the copy in the editor, and writes what comes of it. The copy is gone then.
 * @throws Failure `edit-invalid`, `changed-meanwhile`, and as the editor and a write do; what the person wrote is then
 *   kept in the copy, which the failure names
 */
export async function editDeal(call: Call, file: EditedFile, copy: EditCopy): Promise<Edited | Unwritten> {
  const session = new Session(call, file, copy);
  try {
    const edited = await session.untilDone();
    dropCopy(copy);
    return edited;
  } catch (error) {
    throw session.keepingText(error);
  }
}

class Session {
  readonly #call: Call;
  readonly #file: EditedFile;
  readonly #copy: EditCopy;
  #comments: ReadonlySet<string> = new Set();

  constructor(call: Call, file: EditedFile, copy: EditCopy) {
    this.#call = call;
    this.#file = file;
    this.#copy = copy;
  }

  async untilDone(): Promise<Edited | Unwritten> {
    const editor = editorOf(this.#call.io.env);
    for (;;) {
      await edit(this.#copy.path, editor, this.#call.io);
      const bytes = this.#written();
      if (bytes === undefined) return 'unchanged';
      const tried = await this.#attempt(bytes);
      if (!('problems' in tried)) return tried;
      const { problems } = tried;
      const choice = await askHowOn(this.#call, problems);
      if (choice === 'drop') return 'dropped';
      if (choice !== 'back') throw invalid(this.#file, choice === undefined ? problems : []);
      this.#comment(bytes, problems);
    }
  }

  /** What is thrown where the person's text is not taken over: it names the file that keeps it. */
  keepingText(error: unknown): unknown {
    const bytes = this.#written();
    if (bytes === undefined) {
      dropCopy(this.#copy);
      return error;
    }
    writeCopy(this.#copy, bytes);
    keepBase(this.#copy, this.#file.bytes);
    const { io } = this.#call;
    const told = said('Your text is kept. To go on with it: {command}', {
      command: goOnCommand(this.#call, this.#file, this.#copy),
    });
    if (error instanceof Failure && !io.signal.aborted) {
      const { code, problems } = error;
      const { message, hint } = error.said;
      return new Failure(code, message, {
        problems,
        hint: hint === undefined ? told : inTurn(hint, told),
        cause: error,
      });
    }
    this.#call.note(told);
    return error;
  }

  /** What the person wrote; undefined where that is what the file has, or nothing. */
  #written(): Buffer | undefined {
    const bytes = readCopy(this.#copy);
    if (bytes === undefined) return undefined;
    const text = decodeUtf8(bytes);
    const own = typeof text === 'string' ? Buffer.from(withoutComments(text, this.#comments)) : bytes;
    return own.equals(this.#file.bytes) ? undefined : own;
  }

  /** In what is no text, a comment would change what is there. */
  #comment(bytes: Buffer, problems: readonly Problem[]): void {
    const text = decodeUtf8(bytes);
    if (typeof text !== 'string') return;
    const { say } = this.#call;
    const commented = withComments(text, say(headOver(problems.length)), problems.map(safe(say)));
    this.#comments = commented.comments;
    writeCopy(this.#copy, commented.text);
  }

  #attempt(written: Buffer): Promise<Edited | { readonly problems: readonly Problem[] }> {
    const { path, bytes: old } = this.#file;
    return this.#call.locked(async (today) => {
      const opened = await this.#call.open({ today: () => today });
      const { root, settings } = opened.book;
      const now = readRegularFile(join(root, path), MOST_BYTES);
      if (now.kind !== 'read') throw changedMeanwhile(path);
      const text = decodeUtf8(now.bytes);
      const before = typeof text === 'string' ? readDeal(text, path, settings).deal : undefined;
      // What is wrong with the person's own text is told of its lines, before somebody else's come in between.
      const own = editedDeal(written, path, before, opened);
      if (own.problems.length > 0) return { problems: own.problems };
      const bytes = joined({ base: old, ours: written, theirs: now.bytes }, path);
      const { deal, problems, remarks } = editedDeal(bytes, path, before, opened);
      if (deal === undefined || problems.length > 0) return { problems };
      const expected = fingerprintOf(now.stat);
      await this.#call.write([{ kind: 'write', path, content: bytes, expected }], {
        signal: this.#call.io.signal,
      });
      return { opened, before, after: deal, remarks };
    });
  }
}

/**
 * What the person wrote, with what somebody else wrote meanwhile into other fields.
 * @throws Failure `changed-meanwhile` where both wrote into one
 */
function joined(three: Three<Buffer>, path: string): Buffer {
  if (three.theirs.equals(three.base)) return three.ours;
  const texts = each(three, decodeUtf8);
  const { base, ours, theirs } = texts;
  const areTexts = typeof base === 'string' && typeof ours === 'string' && typeof theirs === 'string';
  const merged = areTexts ? mergedDeal({ base, ours, theirs }) : undefined;
  if (merged === undefined) throw changedMeanwhile(path);
  if (merged.conflicts.length > 0)
    throw changedMeanwhile(
      path,
      merged.conflicts.map(({ field }) => field),
    );
  return Buffer.from(merged.text);
}

/** @param fields that both changed, where that can be told */
function changedMeanwhile(path: string, fields: readonly string[] = []): Failure {
  return new Failure(
    'changed-meanwhile',
    fields.length === 0
      ? said('{path} was changed by someone else while you edited it.', { path })
      : said('{path} was changed by someone else while you edited it; you both changed {fields}.', {
          path,
          fields: fewOf([...new Set(fields)]),
        }),
    {
      hint: 'Nothing was written.',
    },
  );
}

function invalid({ path }: EditedFile, problems: readonly Problem[]): Failure {
  return new Failure('edit-invalid', said('{path} is as it was: what you wrote is no deal yet.', { path }), {
    problems,
  });
}

/** What a file says must not act in an editor either. */
function safe(say: Speaker): (problem: Problem) => Remark {
  return ({ line, message, hint }) => ({
    ...(line === undefined ? {} : { line }),
    message: safeForTerminal(say(message)),
    ...(hint === undefined ? {} : { hint: safeForTerminal(say(hint)) }),
  });
}
