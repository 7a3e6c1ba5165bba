// `pipeline help TOPIC`: what it says is what the program does.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../src/base/day.ts';
import { ExitStatus } from '../src/base/exit-status.ts';
import { Failure } from '../src/base/failure.ts';
import { parsePeriod } from '../src/base/period.ts';
import { EXAMPLE_CALENDAR, HELP_TOPICS, REFUSED } from '../src/cli/help-topics.ts';
import { TOPIC_NAMES, TOPICS, type TopicName } from '../src/cli/topic-names.ts';
import { readTypedAmount } from '../src/entry/typed-amount.ts';
import { readTypedDay } from '../src/entry/typed-day.ts';
import { cli } from './support/cli.ts';

const calendar = { ...EXAMPLE_CALENDAR, today: day(EXAMPLE_CALENDAR.today), locale: 'en' };

let cwd = '';
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'pipeline-topics-'));
  await cli('init . --demo', { cwd });
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** Each way to write it that stands in a cell, and what stands beside it. `separate`: there are several, with commas. */
function examplesOf(topic: TopicName, { separate }: { separate: boolean }) {
  return HELP_TOPICS[topic].table.rows.flatMap(([typed = '', ...said]) =>
    (separate ? typed.split(/, | and /) : [typed]).map((text) => [text, ...said] as const),
  );
}

function orRefused(read: () => string): string {
  try {
    return read();
  } catch (error) {
    if (error instanceof Failure) return REFUSED;
    throw error;
  }
}

describe('an example is read as the topic says', () => {
  test.each(examplesOf('dates', { separate: true }))(
    'dates: %s is %s ahead, %s behind',
    (text, ahead, behind) => {
      expect(orRefused(() => readTypedDay(text, calendar, 'future'))).toBe(ahead);
      expect(orRefused(() => readTypedDay(text, calendar, 'past'))).toBe(behind);
    },
  );

  test.each(examplesOf('amounts', { separate: true }))(
    'amounts: %s is %s in pl, %s in en',
    (text, pl, en) => {
      const read = (locale: string) => () => {
        const { amount, currency } = readTypedAmount(text, { locale, currency: 'PLN' });
        return `${amount} ${currency}`;
      };
      expect([orRefused(read('pl')), orRefused(read('en'))]).toEqual([pl, en]);
    },
  );

  test.each(examplesOf('periods', { separate: false }))('periods: %s is %s to %s', (text, from, to) => {
    expect(parsePeriod(text, calendar)).toMatchObject({ from, to });
  });

  test.each(examplesOf('filters', { separate: false }))(
    'filters: %s finds some deals of the demo, not all',
    async (condition) => {
      const ids = async (words: string[]) => {
        const { status, stdout, stderr } = await cli(['list', '--format', 'csv', ...words], { cwd });
        expect(status, stderr).toBe(0);
        return stdout.trim().split('\n').slice(1);
      };
      const all = await ids([]);
      const found = await ids(['--where', condition]);
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThan(all.length);
    },
  );

  test('exit statuses: every one that there is, with its meaning', () => {
    const said = HELP_TOPICS['exit-statuses'].table.rows.flatMap(([status = '']) =>
      status.split(' / ').map(Number),
    );
    expect(said).toEqual(Object.values(ExitStatus).sort((a, b) => a - b));
  });
});

describe('the texts', () => {
  test.each(TOPIC_NAMES)('of %s fit 80 columns, and fewer', async (name) => {
    for (const columns of [80, 60]) {
      const { status, stdout } = await cli(`help ${name}`, { cwd, tty: true, columns });
      expect(status).toBe(0);
      for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(columns);
    }
  });

  test('are listed by --help and help, which say the same', async () => {
    const { stdout } = await cli('help', { cwd });
    expect((await cli('--help', { cwd })).stdout).toBe(stdout);
    for (const name of TOPIC_NAMES) expect(stdout).toContain(`  ${name.padEnd(13)}  ${TOPICS[name]}\n`);
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  test.each(TOPIC_NAMES)('of %s look as they did', async (name) => {
    const { stdout } = await cli(`help ${name}`, { cwd });
    await expect(stdout).toMatchFileSnapshot(`../snapshots/help/${name}.txt`);
  });
});

test.each([
  ['help datse', 'There is no verb and no help topic "datse".', 'Did you mean "dates"?'],
  ['help snapshto', 'There is no verb and no help topic "snapshto".', 'Did you mean "snapshot"?'],
  ['help xyzzy', 'There is no verb and no help topic "xyzzy".', 'pipeline help lists both.'],
])('%s is refused with what was meant', async (words, message, hint) => {
  const { status, stderr } = await cli(words, { cwd });
  expect(status).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).toContain(hint);
});

test('a verb and a verb of a verb have their help by `help` as by --help', async () => {
  for (const name of ['diff', 'snapshot list']) {
    expect((await cli(`help ${name}`, { cwd })).stdout).toBe((await cli(`${name} --help`, { cwd })).stdout);
  }
});
