// The blocks of a review sheet that are ours: fenced YAML that begins with a key of ours. All other text is the person's.

import { SourceText } from '../deal/source-text.ts';

/** What a block is about, by its first key. */
export type BlockKind = 'deal' | 'process' | 'draw';

export interface SheetBlock {
  readonly kind: BlockKind;
  /** Of a deal's block the deal that it is about; '' where it names none, and of other blocks. */
  readonly deal: string;
  /** What stands between the fences; its problems name the line in the sheet. */
  readonly source: SourceText;
  /** Of the opening fence, from 1. */
  readonly line: number;
  /** Whether a closing fence was found before the next block or the end. */
  readonly closed: boolean;
}

const KINDS: Readonly<Record<string, BlockKind>> = {
  deal: 'deal',
  works: 'process',
  change: 'process',
  why: 'process',
  format: 'draw',
};

const FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*([^\s`]*)[^`]*$/;
/** As Markdown has it: what a person put in a comment is not there for readers, and not for us. */
const COMMENT = /^ {0,3}<!--/;
/** Also quoted, and of a map in braces. */
const FIRST_KEY = /^[ \t]*\{?[ \t]*(["']?)([a-z_]+)\1[ \t]*:/;

interface Open {
  readonly fence: string;
  readonly language: string;
  /** The index of the fence's line. */
  readonly at: number;
}

/**
 * The blocks in the order of the sheet; those in a comment are none. A fence that was deleted costs only its own block: where another YAML block
 * opens, the one before ends.
 */
export function blocksOf(text: string, file: string): SheetBlock[] {
  const lines = text.split('\n');
  const blocks: SheetBlock[] = [];
  let open: Open | undefined;
  const end = (until: number, closed: boolean) => {
    const block =
      open === undefined ? undefined : blockOf(lines.slice(open.at + 1, until), file, open, closed);
    if (block !== undefined) blocks.push(block);
    open = undefined;
  };
  let hiddenUntil = -1;
  for (const [at, line] of lines.entries()) {
    if (open === undefined && at > hiddenUntil && COMMENT.test(line)) hiddenUntil = commentEnd(lines, at);
    if (at <= hiddenUntil) continue;
    const found = FENCE.exec(line.replace(/\r$/, ''));
    if (found === null) continue;
    const [, fence = '', language = ''] = found;
    const isLonger = open !== undefined && fence.length >= open.fence.length && fence[0] === open.fence[0];
    if (open === undefined || (isLonger && isYaml(language))) {
      end(at, false);
      open = { fence, language, at };
    } else if (isLonger && language === '') {
      end(at, true);
    }
  }
  end(lines.length, false);
  return blocks;
}

/** The index of the line in which the comment ends; one that nobody ended hides nothing, or answers would be lost unseen. */
function commentEnd(lines: readonly string[], from: number): number {
  return lines.findIndex((line, at) => at >= from && line.includes('-->'));
}

function isYaml(language: string): boolean {
  return /^ya?ml$/i.test(language);
}

function blockOf(
  lines: readonly string[],
  file: string,
  { language, at }: Open,
  closed: boolean,
): SheetBlock | undefined {
  if (!isYaml(language)) return undefined;
  const first = lines.find((line) => /^[ \t]*[^\s#]/.test(line)) ?? '';
  const kind = KINDS[FIRST_KEY.exec(first)?.[2] ?? ''];
  if (kind === undefined) return undefined;
  const source = new SourceText(`${lines.join('\n')}\n`, file, 'invalid-sheet', at + 1);
  return { kind, deal: kind === 'deal' ? idIn(source.text) : '', source, line: at + 1, closed };
}

/** The id however it is written, also where the rest of the block is no YAML. */
function idIn(text: string): string {
  const [, double, single, plain = ''] =
    /^[ \t]*\{?[ \t]*["']?deal["']?[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^#,}\n]*))/m.exec(text) ?? [];
  return (double ?? single ?? plain).trim();
}
