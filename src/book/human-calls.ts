// forecasts/calls.yaml of a workspace: what people said that a period will bring.

import { join } from 'node:path';
import type { Problem } from '../base/problem.ts';
import { said } from '../base/said.ts';
import { decodeUtf8 } from '../base/utf8.ts';
import { CALLS_FILE, type HumanCall } from '../human-calls/human-call.ts';
import { CALLS_LIMITS, type CallsAsked, readCalls } from '../human-calls/read.ts';
import type { CallsFile } from '../human-calls/write.ts';
import { fingerprintOf } from '../workspace/fingerprint.ts';
import { readRegularFile } from '../workspace/read-file.ts';

/** A character of UTF-8 has at most three bytes for each unit of UTF-16. */
const MOST_BYTES = 3 * CALLS_LIMITS.size;

export interface WorkspaceCalls {
  /** In the order of the file. */
  readonly calls: readonly HumanCall[];
  /** What can't be read is left out, and told here. */
  readonly problems: readonly Problem[];
  /** Undefined where there is none. */
  readonly file: CallsFile | undefined;
  /** Whether there is a file that is no text. */
  readonly isUnread: boolean;
}

/** The calls of a workspace; none where there is no file. */
export function humanCallsOf(root: string, asked: CallsAsked): WorkspaceCalls {
  const read = readRegularFile(join(root, CALLS_FILE), MOST_BYTES);
  if (read.kind === 'absent') return { calls: [], problems: [], file: undefined, isUnread: false };
  if (read.kind === 'refused')
    return unread({ message: said('The file {reason}.', { reason: read.reason }) });
  const text = decodeUtf8(read.bytes);
  if (typeof text !== 'string') return unread(text);
  const { calls, problems } = readCalls(text, CALLS_FILE, asked);
  return { calls, problems, file: { text, fingerprint: fingerprintOf(read.stat) }, isUnread: false };
}

function unread(what: Pick<Problem, 'message' | 'hint'>): WorkspaceCalls {
  const problem: Problem = { code: 'invalid-calls', severity: 'error', file: CALLS_FILE, ...what };
  return { calls: [], problems: [problem], file: undefined, isUnread: true };
}
