// Where the rejected rows of an import go: a file of the day that nobody's rows, nor mends in them, are lost for.

import { join } from 'node:path';
import type { Day } from '../base/day.ts';
import type { Book } from '../book/book.ts';
import { expectGiven, readRegularFile } from '../workspace/read-file.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { rejectedFile } from './rejected-file.ts';
import { IMPORTS } from './stored-mappings.ts';

export interface RejectedPlace {
  /** From the workspace's root. */
  readonly path: string;
  /** The file to write; none where it is there with that content. */
  readonly files: readonly FileChange[];
}

/** Where the rejected rows go, as a file that can be mended and imported; undefined where there are none. @throws as rejectedPlace */
export function keptRejected(
  { root, today }: Pick<Book, 'root' | 'today'>,
  source: string,
  ...rows: Parameters<typeof rejectedFile>
): RejectedPlace | undefined {
  const [, , rejected] = rows;
  return rejected.length === 0 ? undefined : rejectedPlace(root, source, today, rejectedFile(...rows));
}

/**
 * imports/SOURCE-rejected-DAY.csv, or the first of …-2.csv, -3 … that is not there yet or holds that content.
 * @param source the system, or `edits` of a list
 * @throws Failure `io` where the disk does not say what is there
 */
export function rejectedPlace(root: string, source: string, day: Day, content: string): RejectedPlace {
  const stem = `${IMPORTS}/${source}-rejected-${day}`;
  const bytes = Buffer.from(content);
  for (let number = 1; ; number++) {
    const path = `${stem}${number === 1 ? '' : `-${number}`}.csv`;
    const read = readRegularFile(join(root, path), bytes.length);
    if (read.kind === 'absent')
      return { path, files: [{ kind: 'write', path, content, expected: 'absent' }] };
    if (read.kind === 'read' && read.bytes.equals(bytes)) return { path, files: [] };
    expectGiven(read, path);
  }
}
