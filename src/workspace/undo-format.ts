// What the record of a write holds: enough to take it back, and to see that nothing has changed since. It is read
// strictly: a `.pipeline/` that came from elsewhere must not write at a whim, or where the tool never does.

import { createHash } from 'node:crypto';
import { isInnerPath } from './inside.ts';

/** sha256, as 64 hexadecimal digits. */
export type Hash = string;

/** A file's bytes, each as the character of that number: text stays readable in the record. */
export type Bytes = string;

export type WrittenChange =
  /** `before`: null where there was no file. */
  | { readonly kind: 'write'; readonly path: string; readonly after: Hash; readonly before: Bytes | null }
  /** `mode`: its permissions; left out where nobody knows them. */
  | { readonly kind: 'remove'; readonly path: string; readonly before: Bytes; readonly mode?: number }
  | { readonly kind: 'move'; readonly path: string; readonly to: string; readonly after: Hash }
  /** Files by name; null where there was no folder, or is none any more. */
  | {
      readonly kind: 'folder';
      readonly path: string;
      readonly after: Readonly<Record<string, Hash>> | null;
      readonly before: Readonly<Record<string, Bytes>> | null;
    };

/** Why a write can't be taken back. */
export const LASTING = {
  'too-large': 'it changed more than is kept for taking back',
  unread: 'what it replaced could not be read',
  'snapshots-of-the-past': 'each of its snapshots is a write of its own',
} as const;

export type Lasting = keyof typeof LASTING;

export interface WriteRecord {
  readonly format: 1;
  /** The command line, as typed. */
  readonly command: string;
  /** When: `2026-11-23T08:14:05.000Z`. */
  readonly at: string;
  /** How many files and folders it changed. */
  readonly count: number;
  /** '' where it can be taken back; else `changes` is empty. */
  readonly lasting: Lasting | '';
  readonly changes: readonly WrittenChange[];
  /** Folders that it made for its files, outer ones first. */
  readonly folders: readonly string[];
}

export function hashOf(content: string | Uint8Array): Hash {
  return createHash('sha256').update(content).digest('hex');
}

export function toBytes(content: Uint8Array): Bytes {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
}

export function fromBytes(bytes: Bytes): Buffer {
  return Buffer.from(bytes, 'latin1');
}

/** The record that a text holds; undefined where it is none. */
export function readRecord(text: string): WriteRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

function isRecord(value: unknown): value is WriteRecord {
  return (
    isMap(value) &&
    value.format === 1 &&
    isText(value.command) &&
    isText(value.at) &&
    !Number.isNaN(Date.parse(String(value.at))) &&
    Number.isSafeInteger(value.count) &&
    (value.lasting === '' || Object.hasOwn(LASTING, String(value.lasting))) &&
    isListOf(value.changes, isChange) &&
    isListOf(value.folders, isWrittenPath)
  );
}

const FIELDS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  write: { path: isWrittenPath, after: isHash, before: (value) => value === null || isBytes(value) },
  remove: { path: isWrittenPath, before: isBytes, mode: (value) => value === undefined || isMode(value) },
  move: { path: isWrittenPath, to: isWrittenPath, after: isHash },
  folder: {
    path: isWrittenPath,
    after: (value) => value === null || isFiles(value, isHash),
    before: (value) => value === null || isFiles(value, isBytes),
  },
} satisfies Record<WrittenChange['kind'], Record<string, Check>>;

function isChange(value: unknown): boolean {
  if (!isMap(value) || !isText(value.kind) || !Object.hasOwn(FIELDS, value.kind)) return false;
  return Object.entries(FIELDS[value.kind] ?? {}).every(([field, check]) => check(value[field]));
}

/** Dotfiles that belong to the truth; what else begins with a dot is git's, ours or the system's. */
const DOTFILES = ['.pipeline-baseline.yaml', '.gitattributes', '.gitignore'];

function isWrittenPath(value: unknown): boolean {
  if (!isText(value) || !isInnerPath(value) || value.includes('\\')) return false;
  return DOTFILES.includes(value) || value.split('/').every((part) => !part.startsWith('.'));
}

function isFiles(value: unknown, check: Check): boolean {
  return (
    isMap(value) &&
    Object.entries(value).every(([name, held]) => isWrittenPath(name) && !name.includes('/') && check(held))
  );
}

function isMode(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= 0o777;
}

function isHash(value: unknown): boolean {
  return isText(value) && /^[0-9a-f]{64}$/.test(value);
}

function isBytes(value: unknown): boolean {
  return isText(value) && !/[^\u0000-\u00ff]/.test(value);
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, check: Check): boolean {
  return Array.isArray(value) && value.every(check);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
