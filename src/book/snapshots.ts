// The snapshots of a workspace, read from the index where it has them as their files are, else from the files.

import type { Index } from '../index-db/index-file.ts';
import { noIndex, openIndex } from '../index-db/open-index.ts';
import type { Memo } from '../index-db/rows.ts';
import { SharedRows } from '../snapshot/shared-rows.ts';
import type { Snapshot, SnapshotHeader } from '../snapshot/snapshot.ts';
import { readHeader, readRowsWith, readSnapshot } from '../snapshot/store.ts';
import { KeptSnapshots, type RestingRows, rowsToKeep } from './kept-snapshots.ts';
import { type SnapshotInputs, snapshotInputs } from './snapshot-inputs.ts';

/** Rows that two snapshots have in common are mostly the same objects in both. */
export class Snapshots {
  readonly #root: string;
  readonly #kept: KeptSnapshots;
  readonly #shared = new SharedRows();
  readonly #inputs = new Map<string, SnapshotInputs>();
  readonly #headers = new Map<string, SnapshotHeader>();
  /** The last one that was learned, for the next one to rest on. */
  #learned: { readonly name: string; readonly rows: RestingRows } | undefined;

  constructor(root: string, index: Pick<Index, 'memo' | 'damaged'>) {
    this.#root = root;
    this.#kept = new KeptSnapshots(index, (name) => this.inputsOf(name).text);
  }

  /** What a snapshot's rows depend on, as its files were when it was first asked for. */
  inputsOf(name: string): SnapshotInputs {
    const inputs = this.#inputs.get(name) ?? snapshotInputs(this.#root, name);
    this.#inputs.set(name, inputs);
    return inputs;
  }

  /** What snapshot.yaml says, as it was when it was first asked for. @throws as readSnapshot */
  header(name: string): SnapshotHeader {
    const header = this.#headers.get(name) ?? readHeader(this.#root, name);
    this.#headers.set(name, header);
    return header;
  }

  /** @throws Failure `no-such-snapshot`, `snapshot-damaged`, `newer-format`; IndexUnsure, later too */
  read(name: string): Snapshot {
    return this.#with(name, this.#kept.rowsOf(name)) ?? readSnapshot(this.#root, name, this.#shared);
  }

  /** A snapshot with at least those rows that name any of the words. @throws as read */
  rowsWith(name: string, words: readonly string[]): Snapshot {
    return this.#with(name, this.#kept.rowsOf(name)) ?? readRowsWith(this.#root, name, words);
  }

  /**
   * A snapshot, and what the index is to keep of it: nothing where it has it.
   * @param before the name of the one before it
   * @param clockNs of the file system, from before this look at its files
   * @throws as read
   */
  learn(name: string, before: string | undefined, clockNs: bigint): { snapshot: Snapshot; memo?: Memo } {
    const inputs = this.inputsOf(name);
    const known = this.#kept.rowsOf(name);
    const snapshot = this.#with(name, known) ?? readSnapshot(this.#root, name, this.#shared);
    if (known !== undefined || !inputs.lasting(clockNs)) {
      this.#learned = known && { name, rows: known };
      return { snapshot };
    }
    const { memo, lines } = rowsToKeep(name, inputs.text, snapshot, this.#restingRows(before));
    this.#learned = { name, rows: { ...snapshot, lines } };
    return { snapshot, memo };
  }

  #restingRows(name: string | undefined): RestingRows | undefined {
    if (name === undefined) return undefined;
    return this.#learned?.name === name ? this.#learned.rows : this.#kept.rowsOf(name);
  }

  #with(name: string, rows: RestingRows | undefined): Snapshot | undefined {
    return rows && { ...this.header(name), deals: rows.deals, archived: rows.archived };
  }
}

/** Reads them from their files, whatever the index has. */
export function snapshotsInFiles(root: string): Snapshots {
  return new Snapshots(root, noIndex(root));
}

/** Reads them through the index, which stays open until `close`. */
export function openSnapshots(root: string, withoutIndex: boolean): { snapshots: Snapshots; close(): void } {
  const index = withoutIndex ? noIndex(root) : openIndex(root);
  index.release();
  return { snapshots: new Snapshots(root, index), close: () => index.close() };
}
