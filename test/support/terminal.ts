// A terminal at which a person answers: the answers are given in the place of clack's prompts, and everything behind
// them is the real command. A test file says `vi.mock('@clack/prompts', async () => (await import(THIS)).PROMPTS)`.

import { expect } from 'vitest';
import { run } from '../../src/cli/run.ts';

interface Asked {
  readonly message: string;
  readonly options?: readonly { readonly value: string; readonly label?: string; readonly hint?: string }[];
  readonly placeholder?: string;
  readonly active?: string;
  readonly inactive?: string;
  validate?(text: string): string | undefined;
}

/** What is broken off. */
export const CANCEL = Symbol('cancel');
/** A function answers when its turn comes, and may do something first. */
export type Answer = string | boolean | symbol | (() => string | boolean | symbol);

let left: Answer[] = [];
let asked: Asked[] = [];
let troubles: string[] = [];

/** A text that is not taken is said so, and the next answer takes its place, as at a terminal. */
async function answered(question: Asked): Promise<unknown> {
  asked.push(question);
  for (;;) {
    const given = left.shift();
    if (given === undefined) throw new Error(`no answer to: ${question.message}`);
    const answer = typeof given === 'function' ? given() : given;
    if (question.options !== undefined && typeof answer === 'string') {
      expect(question.options.map(({ value }) => value)).toContain(answer);
    }
    const trouble = typeof answer === 'string' ? question.validate?.(answer) : undefined;
    if (trouble === undefined) return answer;
    troubles.push(trouble);
  }
}

export const PROMPTS = {
  select: answered,
  text: answered,
  confirm: answered,
  isCancel: (answer: unknown) => typeof answer === 'symbol',
};

export interface AtTerminal {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The questions, in order. */
  readonly asked: readonly string[];
  /** What each of them offered. */
  readonly offered: readonly (readonly string[])[];
  /** How that was called, and what Enter, yes and no were. */
  readonly labels: readonly (readonly string[])[];
  /** What was said of answers that were not taken. */
  readonly troubles: readonly string[];
}

/** Runs a command at a terminal; every answer must be asked for. */
export async function atTerminal(
  words: readonly string[],
  cwd: string,
  answers: readonly Answer[],
): Promise<AtTerminal> {
  left = [...answers];
  asked = [];
  troubles = [];
  let [stdout, stderr] = ['', ''];
  const stream = (take: (text: string) => void) => ({
    write: (output: string | Uint8Array) => take(String(output)),
    isTTY: true,
    columns: 80,
  });
  const status = await run(words, {
    cwd,
    env: { PIPELINE_TODAY: '2026-11-23', NO_COLOR: '1' },
    stdin: { isTTY: true, readAll: async () => '' },
    stdout: stream((text) => {
      stdout += text;
    }),
    stderr: stream((text) => {
      stderr += text;
    }),
    now: () => new Date('2026-11-23T12:00:00Z'),
    random: (count) => new Uint8Array(count),
    signal: new AbortController().signal,
    atRisk: (work) => work(),
  });
  expect(left).toEqual([]);
  return {
    ...{ status, stdout, stderr, troubles },
    asked: asked.map(({ message }) => message),
    offered: asked.map(({ options = [] }) => options.map(({ value }) => value)),
    labels: asked.map(({ options = [], placeholder, active, inactive }) =>
      [...options.map(({ label }) => label), placeholder, active, inactive].filter(
        (text) => text !== undefined,
      ),
    ),
  };
}
