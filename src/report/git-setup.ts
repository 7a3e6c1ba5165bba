// pipeline/git/1: what git is told about deals in this clone, and what was done about it.

import { relative } from 'node:path';
import type { Sayable } from '../base/said.ts';
import type { GitSetup, SetupKind, SetupPart } from '../workspace/git-setup.ts';
import {
  ATTRIBUTES,
  DRIVER_LINES,
  DRIVER_NAME,
  DRIVER_TITLE,
  hookCommand,
  hookText,
} from '../workspace/git-texts.ts';

export interface GitSetupView {
  readonly schema: 'pipeline/git/1';
  readonly action: 'look' | 'install' | 'uninstall';
  readonly dry_run: boolean;
  readonly parts: readonly GitPartView[];
  /** Whether git will find `pipeline` by its name. */
  readonly on_path: boolean;
}

export interface GitPartView {
  readonly part: SetupKind;
  /** Before. */
  readonly state: SetupPart['state'];
  /** What was done, or in a dry run would be; null: nothing. */
  readonly change: 'write' | 'remove' | null;
  readonly file: string;
  /** To the letter, but that the driver is folded. */
  readonly lines: readonly string[];
  /** Why what is there is left alone; null where it is not. */
  readonly why: Sayable | null;
  /** What a person may put there by hand; null where nothing is left alone. */
  readonly by_hand: string | null;
}

export interface GitAction {
  readonly action: GitSetupView['action'];
  readonly dryRun: boolean;
  /** The parts that are written, or taken out. */
  readonly kinds: readonly SetupKind[];
  readonly onPath: boolean;
}

export function gitSetupView(setup: GitSetup, { action, dryRun, kinds, onPath }: GitAction): GitSetupView {
  const change = action === 'install' ? 'write' : 'remove';
  return {
    schema: 'pipeline/git/1',
    action,
    dry_run: dryRun,
    parts: setup.parts.map((part) => ({
      part: part.kind,
      state: part.state,
      change: kinds.includes(part.kind) ? change : null,
      file: shownFrom(setup.root, part.file),
      lines: linesOf(part.kind, setup),
      why: part.why === '' ? null : part.why,
      by_hand: part.state === 'other' ? byHand(part.kind, setup) : null,
    })),
    on_path: onPath,
  };
}

/** Below the workspace from there, else whole. */
function shownFrom(root: string, file: string): string {
  const way = relative(root, file);
  return way.startsWith('..') ? file : way;
}

function linesOf(kind: SetupKind, { folder }: GitSetup): readonly string[] {
  if (kind === 'attributes') return ATTRIBUTES.trimEnd().split('\n');
  if (kind === 'hook') return hookText(folder).trimEnd().split('\n');
  const [first, ...more] = DRIVER_LINES.map((line, at) =>
    at < DRIVER_LINES.length - 1 ? `${line} \\` : line,
  );
  return [
    `[merge "${DRIVER_NAME}"]`,
    `  name = ${DRIVER_TITLE}`,
    `  driver = ${first}`,
    ...more.map((line) => `    ${line}`),
  ];
}

function byHand(kind: SetupKind, { folder }: GitSetup): string {
  if (kind === 'hook') return `${hookCommand(folder)} || exit 1`;
  if (kind === 'driver') return `git config --unset merge.${DRIVER_NAME}.driver`;
  return ATTRIBUTES.trimEnd().split('\n').slice(1).join('\n');
}
