// Changes that are about to be written → the record by which they can be taken back. Reads what they replace.

import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { permissionsOf, readRegularFile } from './read-file.ts';
import {
  type Bytes,
  fromBytes,
  hashOf,
  type Lasting,
  toBytes,
  type WriteRecord,
  type WrittenChange,
} from './undo-format.ts';
import type { FileChange } from './write-plan.ts';

/** Who writes, for the record. */
export interface WrittenBy {
  /** The command line, as typed. */
  readonly command: string;
  readonly now: Date;
}

/** So much former content is kept of one write; beyond it can't be taken back. */
const MOST_KEPT = 64 * 1024 * 1024;

/**
 * The record of the changes, before they are done; undefined where they change nothing.
 * @param folders that are made for them
 * @param lasting why they can't be taken back, where that is known beforehand
 */
export function recordOf(
  root: string,
  changes: readonly FileChange[],
  folders: readonly string[],
  { command, now }: WrittenBy,
  lasting?: Lasting,
): WriteRecord | undefined {
  const head = { format: 1, command, at: now.toISOString() } as const;
  const made = lasting ?? new Reader(root).changes(changes);
  if (typeof made === 'string') {
    return { ...head, count: changes.length, lasting: made, changes: [], folders: [] };
  }
  return made.length === 0 ? undefined : { ...head, count: made.length, lasting: '', changes: made, folders };
}

class Reader {
  readonly #root: string;
  #kept = 0;
  #trouble: Lasting | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  /** Or why they can't be taken back. */
  changes(changes: readonly FileChange[]): WrittenChange[] | Lasting {
    const made: WrittenChange[] = [];
    for (const change of changes) {
      const one = this.#change(change);
      if (this.#trouble !== undefined) return this.#trouble;
      if (one !== undefined) made.push(one);
    }
    return made;
  }

  /** Undefined where nothing will change. */
  #change(change: FileChange): WrittenChange | undefined {
    switch (change.kind) {
      case 'write': {
        const { path, content, expected } = change;
        const [former, after] = [expected === 'absent' ? undefined : this.#former(path), hashOf(content)];
        if (former !== undefined && hashOf(fromBytes(former)) === after) return undefined;
        return { kind: 'write', path, after, before: former ?? null };
      }
      case 'remove': {
        const { path } = change;
        const before = this.#former(path);
        if (before === undefined) return undefined;
        return { kind: 'remove', path, before, mode: permissionsAt(join(this.#root, path)) };
      }
      case 'move': {
        const bytes = this.#bytes(change.from);
        return bytes && { kind: 'move', path: change.from, to: change.to, after: hashOf(bytes) };
      }
      case 'folder': {
        const { path, files, replace } = change;
        const after = Object.fromEntries(files.map(({ name, content }) => [name, hashOf(content)]));
        return { kind: 'folder', path, after, before: replace === true ? this.#folder(path) : null };
      }
      case 'remove-folder':
        return { kind: 'folder', path: change.path, after: null, before: this.#folder(change.path) };
    }
  }

  #folder(path: string): Record<string, Bytes> | null {
    const folder = join(this.#root, path);
    if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return null;
    return Object.fromEntries(
      readdirSync(folder).map((name) => [name, this.#former(`${path}/${name}`) ?? '']),
    );
  }

  #former(path: string): Bytes | undefined {
    const bytes = this.#bytes(path);
    this.#kept += bytes?.length ?? 0;
    if (this.#kept > MOST_KEPT) this.#trouble ??= 'too-large';
    return bytes && toBytes(bytes);
  }

  /** Undefined where nothing is there. */
  #bytes(path: string): Buffer | undefined {
    const read = readRegularFile(join(this.#root, path), MOST_KEPT);
    if (read.kind === 'refused') this.#trouble ??= read.lasting ? 'too-large' : 'unread';
    return read.kind === 'read' ? read.bytes : undefined;
  }
}

function permissionsAt(path: string): number {
  return permissionsOf(lstatSync(path, { bigint: true }));
}
