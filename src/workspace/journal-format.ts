// What a journal and an intent may say. They are read back strictly: a folder that came from elsewhere may
// bring a `.pipeline/` with it, and what stands there must not write or remove anything outside, or at a whim.

import { isInnerPath } from './inside.ts';
import type { Aside, Step } from './steps.ts';

/** What temporaries are called: dotfiles, which no listing takes for a deal or a snapshot. */
const TEMPORARY = /(^|\/)\.\d+\.pipeline-tmp$/;

/** The name of a write's n-th temporary beside a target: in the same folder, so that a rename is all it takes. */
export function temporaryBeside(path: string, n: number): string {
  return `${path.slice(0, path.lastIndexOf('/') + 1)}.${n}.pipeline-tmp`;
}

/** What a write is about to make beside its targets; swept where the journal is not reached. */
export interface Intent {
  readonly temporaries: readonly string[];
  /** Folders that it makes, outer ones first; swept where they are empty. */
  readonly folders: readonly string[];
  /** Folders that are replaced or removed: nothing of ours, so put back and not swept where the journal is lost. */
  readonly asides?: readonly Aside[];
}

export function isIntent(value: unknown): value is Intent {
  return (
    isRecord(value) &&
    isListOf(value.temporaries, isTemporary) &&
    isListOf(value.folders, isPath) &&
    (value.asides === undefined || isListOf(value.asides, isAside))
  );
}

export interface Journal {
  readonly format: 1;
  readonly steps: readonly Step[];
}

export function isJournal(value: unknown): value is Journal {
  return isRecord(value) && value.format === 1 && isListOf(value.steps, isStep);
}

type Check = (value: unknown) => boolean;

const FIELDS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  put: { temporary: isTemporary, path: isPath, expected: isText },
  move: { from: isPath, path: isPath, expected: isText },
  remove: { path: isPath, expected: isText },
  'remove-folder': { path: isPath, aside: isTemporary },
  'put-folder': {
    temporary: isTemporary,
    path: isPath,
    aside: (value) => value === '' || isTemporary(value),
  },
} satisfies Record<Step['kind'], Record<string, Check>>;

function isStep(value: unknown): boolean {
  if (!isRecord(value) || !isText(value.kind) || !Object.hasOwn(FIELDS, value.kind)) return false;
  return Object.entries(FIELDS[value.kind] ?? {}).every(([field, check]) => check(value[field]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, check: Check): boolean {
  return Array.isArray(value) && value.every(check);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isAside(value: unknown): boolean {
  return isRecord(value) && isTemporary(value.aside) && isPath(value.path);
}

function isPath(value: unknown): boolean {
  return isText(value) && isInnerPath(value);
}

function isTemporary(value: unknown): boolean {
  return isText(value) && isInnerPath(value) && TEMPORARY.test(value);
}
