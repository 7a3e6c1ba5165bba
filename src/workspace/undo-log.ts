// The undo journal: the last writes of the tool, each with what it replaced, in `.pipeline/undo/`. To lose it loses
// nothing but undo, so that nothing of it waits for the disk. A record is there before its write is done; whether a
// killed command's write was done is seen by what the files hold. Whoever calls holds the lock.

import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isErrno, reasonOf, tryTo } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { type Sayable, said } from '../base/said.ts';
import { PRIVATE_FOLDER, privatePath } from './private-folder.ts';
import { expectGiven, readRegularFile } from './read-file.ts';
import { isAsBefore } from './undo-back.ts';
import { readRecord, type WriteRecord } from './undo-format.ts';

const FOLDER = 'undo';
const IN_FLIGHT = `${FOLDER}/in-flight.json`;
const RECORD = /^(\d{8})\.json$/;

/** So many writes can be taken back, one after the other, */
const MOST_RECORDS = 20;
/** as far as the records take no more room than this. */
const MOST_BYTES = 128 * 1024 * 1024;
/** A record of the largest write: each byte may need six signs. */
const MOST_READ = 512 * 1024 * 1024;

/** A write as the journal has it. */
export interface KeptWrite {
  readonly name: string;
  /** Undefined where what is kept of it can't be read. */
  readonly record: WriteRecord | undefined;
}

/**
 * Keeps the record of a write that is about to be done.
 * @returns what to say where it can't be kept: then no earlier write can be taken back either
 */
export function beginRecord(root: string, record: WriteRecord): Sayable[] {
  try {
    makeFolder(root);
    settle(root);
    const path = privatePath(root, IN_FLIGHT);
    rmSync(path, { force: true });
    writeFileSync(path, JSON.stringify(record), { flag: 'wx', mode: 0o600 }); // as private as the files may be
    return [];
  } catch (error) {
    if (!isErrno(error) && !(error instanceof Failure)) throw error;
    forgetAll(root);
    const reason = reasonOf(error);
    return [
      said("This can't be taken back: what pipeline undo needs can't be written ({reason}).", { reason }),
    ];
  }
}

/** The write is done. What fails now is seen to when the next one begins. */
export function endRecord(root: string, { lasting }: WriteRecord): void {
  tryTo(() => keep(root, lasting !== ''));
}

/** The write was not done. */
export function dropRecord(root: string): void {
  tryTo(() => rmSync(privatePath(root, IN_FLIGHT), { force: true }));
}

/** The writes that are kept, the newest first. @throws Errno; Failure `io` */
export function keptWrites(root: string): KeptWrite[] {
  settle(root);
  return namesIn(root)
    .reverse()
    .map((name) => ({ name, record: read(root, `${FOLDER}/${name}`) }));
}

/** The write was taken back. @throws Errno */
export function forget(root: string, { name }: Pick<KeptWrite, 'name'>): void {
  rmSync(privatePath(root, `${FOLDER}/${name}`), { force: true });
}

/** What a killed command had begun is kept, but where all is as before: then it was not done. */
function settle(root: string): void {
  if (!isThere(root, IN_FLIGHT)) return;
  const record = read(root, IN_FLIGHT);
  if (record === undefined || wasNotDone(root, record)) dropRecord(root);
  else keep(root, record.lasting !== '');
}

function wasNotDone(root: string, record: WriteRecord): boolean {
  try {
    return record.lasting === '' && isAsBefore(root, record);
  } catch (error) {
    if (error instanceof Failure) return false; // what can't be read may have been done
    throw error;
  }
}

/** The write that was begun becomes the newest one. What came before one that lasts can't be taken back any more. */
function keep(root: string, lasts: boolean): void {
  const names = namesIn(root);
  const number = Number(RECORD.exec(names.at(-1) ?? '')?.[1] ?? 0) + 1;
  const name = `${String(number).padStart(8, '0')}.json`;
  renameSync(privatePath(root, IN_FLIGHT), privatePath(root, `${FOLDER}/${name}`));
  const old = lasts ? names : beyond(root, [...names, name]);
  for (const one of old) forget(root, { name: one });
}

/** The oldest ones, where there are too many or too large ones. */
function beyond(root: string, names: readonly string[]): readonly string[] {
  let bytes = 0;
  const tooMany = Math.max(0, names.length - MOST_RECORDS);
  for (let place = names.length - 1; place > tooMany; place--) {
    bytes += lstatSync(privatePath(root, `${FOLDER}/${names[place]}`)).size;
    if (bytes > MOST_BYTES) return names.slice(0, place);
  }
  return names.slice(0, tooMany);
}

/** One that came with the folder may be a link to somewhere else. */
function makeFolder(root: string): void {
  const path = privatePath(root, FOLDER);
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory() === true) return;
  if (stat !== undefined) rmSync(path);
  mkdirSync(path);
}

function forgetAll(root: string): void {
  tryTo(() => rmSync(privatePath(root, FOLDER), { recursive: true, force: true }));
}

/** Of the records, the oldest first. */
function namesIn(root: string): string[] {
  const stat = lstatSync(privatePath(root, FOLDER), { throwIfNoEntry: false });
  if (stat?.isDirectory() !== true) return [];
  return readdirSync(privatePath(root, FOLDER))
    .filter((name) => RECORD.test(name))
    .sort();
}

/** Undefined where it is no record. @throws Failure `io` where the disk does not give it */
function read(root: string, name: string): WriteRecord | undefined {
  const found = readRegularFile(privatePath(root, name), MOST_READ);
  expectGiven(found, `${PRIVATE_FOLDER}/${name}`);
  return found.kind === 'read' ? readRecord(found.bytes.toString('utf8')) : undefined;
}

function isThere(root: string, name: string): boolean {
  return lstatSync(privatePath(root, name), { throwIfNoEntry: false }) !== undefined;
}
