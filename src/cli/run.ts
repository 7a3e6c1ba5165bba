// run(argv, io) → exit status: finds the verb, calls it, and turns whatever goes wrong into a sentence.

import { ExitStatus, statusAfter } from '../base/exit-status.ts';
import { Failure } from '../base/failure.ts';
import { IndexUnsure } from '../index-db/index-unsure.ts';
import type { Io } from './io.ts';
import { OutputLost, toldOf } from './output-lost.ts';
import type { Output } from './outputs.ts';
import type { ParsedCall } from './parse.ts';
import { PrintedOnce } from './printed-once.ts';
import type { Call, Verb } from './verb.ts';
import { VERSION } from './version.ts';

/**
 * Runs one command line.
 * @param argv the words after `pipeline`
 * @returns the exit status as in base/exit-status.ts
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitStatus> {
  try {
    if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
      io.stdout.write(`${VERSION}\n`);
      return ExitStatus.done;
    }
    if (argv[0] === '--complete') {
      const { complete } = await import('./complete.ts');
      io.stdout.write(await complete(argv.slice(1), io).catch(() => ''));
      return ExitStatus.done;
    }
    if (argv.length === 0) {
      const { beginning } = await import('./beginning.ts');
      io.stdout.write(beginning(io.cwd));
      return ExitStatus.done;
    }
    const { DEFAULT_WIDTH, parse, VERB_WORDS } = await import('./parse.ts');
    const parsed = parse(argv, io);
    if (parsed.kind === 'help') {
      io.stdout.write(parsed.text);
      return ExitStatus.done;
    }
    if (parsed.kind === 'topic') {
      const { helpTopic } = await import('./help-topic.ts');
      io.stdout.write(helpTopic(parsed.name, io.stdout.columns ?? DEFAULT_WIDTH, [...VERB_WORDS]));
      return ExitStatus.done;
    }
    if (io.env.PIPELINE_PLAIN_READER === 'off') {
      const { usePlainReader } = await import('../deal/plain-tree.ts');
      usePlainReader(false);
    }
    const { makeCall } = await import('./call.ts');
    const { refuseEmptyValues } = await import('./empty-values.ts');
    const { speakerIn, startFolder } = await import('./speaker.ts');
    const say = await speakerIn(startFolder(argv, io.cwd));
    const outputs = await outputsOf(parsed, io);
    const written = new Set<string>();
    const stdout = new PrintedOnce(io.stdout);
    try {
      refuseEmptyValues(parsed);
      const status = await attempt(parsed.verb, (withoutIndex) => {
        if (withoutIndex) stdout.beginAgain();
        const surroundings = { withoutIndex, outputs, writtenOutputs: written, run, say };
        return makeCall(parsed, { ...io, stdout }, surroundings);
      });
      return io.signal.aborted ? statusAfter(io.signal.reason) : status;
    } finally {
      if (outputs.length > 0) (await import('./outputs.ts')).removeUnwritten(outputs, written);
    }
  } catch (error) {
    if (io.signal.aborted && !(error instanceof Failure && error.code !== 'interrupted')) {
      const { speakerIn, startFolder } = await import('./speaker.ts');
      const say = await speakerIn(startFolder(argv, io.cwd));
      io.stderr.write(`\n${say('Interrupted. Nothing is half-written.')}\n`);
      return statusAfter(io.signal.reason);
    }
    const [{ describeError }, { speakerIn, startFolder }] = await Promise.all([
      import('./errors.ts'),
      import('./speaker.ts'),
    ]);
    const { text, status } = await describeError(error, {
      verbose: argv.includes('--verbose'),
      noColour: argv.includes('--no-color'),
      io,
      say: await speakerIn(startFolder(argv, io.cwd)),
    });
    io.stderr.write(text);
    return status;
  }
}

async function outputsOf(parsed: ParsedCall, io: Io): Promise<readonly Output[]> {
  if (parsed.options.output === undefined) return [];
  return (await import('./outputs.ts')).outputsOf(parsed, io);
}

/** Runs a verb; where it finds on the way that the index is not as it was, once more without. Not where it has written. */
export async function attempt(verb: Verb, makeCall: (withoutIndex: boolean) => Call): Promise<ExitStatus> {
  const call = makeCall(false);
  try {
    return await runOnce(verb, call);
  } catch (error) {
    if (!(error instanceof IndexUnsure) || call.hasWritten()) throw error;
    const { giveUpIndex } = await import('../book/open.ts');
    for (const line of giveUpIndex(error)) call.note(line);
    return runOnce(verb, makeCall(true));
  }
}

async function runOnce(verb: Verb, call: Call): Promise<ExitStatus> {
  try {
    return await verb.run(call);
  } catch (error) {
    throw error instanceof OutputLost ? toldOf(error, call.writes()) : error;
  } finally {
    call.close();
  }
}
