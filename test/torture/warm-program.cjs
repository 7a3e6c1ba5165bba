'use strict';
// The built program in a process that stays, for a test that traces it: runs the command of each line that comes on
// stdin, and answers with a line.

const { writeSync } = require('node:fs');
const { run } = require('../../dist/start.cjs').load('./run.js');

async function answer({ words, cwd, today }) {
  const text = { stdout: '', stderr: '' };
  const stream = (name) => ({
    write: (output) => {
      text[name] += output;
    },
    isTTY: false,
    columns: undefined,
  });
  const status = await run(words, {
    cwd,
    env: { PIPELINE_TODAY: today },
    stdin: { isTTY: false, readAll: async () => '' },
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    now: () => new Date(),
    random: (count) => globalThis.crypto.getRandomValues(new Uint8Array(count)),
    signal: new AbortController().signal,
  });
  return { status, ...text };
}

/** Again where it was this write that was made to fail: the test sees which it was. */
function say(ran) {
  const line = `${JSON.stringify(ran)}\n`;
  try {
    writeSync(1, line);
  } catch {
    writeSync(1, line);
  }
}

process.stdin.setEncoding('utf8').on('data', (line) => {
  answer(JSON.parse(line)).then(say, ({ stack }) => say({ status: 70, stdout: '', stderr: `bug: ${stack}` }));
});
