// Pages that lead through a piece of work: what stands in them is done in its order, in one folder. A `csv` block is saved
// under the name in front of it, each line of an `sh` block that begins with `pipeline` must end with 0, and each
// `console` block must print what it shows, at 80 columns. Comments say else: <!-- save as FILE -->, <!-- on DAY -->,
// <!-- exit 1 --> (of the next block). `UPDATE_README=1` writes the screens anew; read the diff then.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { cli } from './cli.ts';
import { wordsOf } from './words.ts';

const PART = /<!-- (save as|on|exit) (\S+) -->|```(csv|sh|console)\n([\s\S]*?)```/g;

/** Does what the page says, in that folder. @returns how many commands it ran */
export async function walk(page: string, cwd: string): Promise<number> {
  const text = readFileSync(page, 'utf8');
  let updated = text;
  let ran = 0;
  let today: string | undefined;
  let file = '';
  let expected = 0;
  const run = async (line: string, tty: boolean) => {
    ran++;
    const options = { cwd, tty, columns: 80, ...(today === undefined ? {} : { today }) };
    const { status, stdout, stderr } = await cli(wordsOf(line).slice(1), options);
    expect(status, `${line}: ${stderr}`).toBe(expected);
    return stdout;
  };
  for (const [whole, key = '', value = '', language = '', body = ''] of text.matchAll(PART)) {
    if (key === 'save as') file = value;
    else if (key === 'on') today = value;
    else if (key === 'exit') expected = Number(value);
    else if (language === 'csv') writeFileSync(join(cwd, file), body);
    else if (language === 'sh') {
      for (const line of body.split('\n')) if (line.startsWith('pipeline ')) await run(line, false);
      expected = 0;
    } else {
      const [command = ''] = body.split('\n', 1);
      const stdout = await run(command.slice('$ '.length), true);
      const shown = `\`\`\`console\n${command}\n${stdout}\`\`\``;
      if (process.env.UPDATE_README === '1') updated = updated.replace(whole, () => shown);
      else expect(shown, command).toBe(whole);
      expected = 0;
    }
  }
  if (updated !== text) writeFileSync(page, updated);
  return ran;
}
