// A quarter as a team plays it: 13 weeks, three reviews that are filled in and applied, a clean-up, and two decisions.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day } from '../src/base/day.ts';
import { type Desk, desk } from './crm-import/desk.ts';
import { share } from './support/torture.ts';
import { pipeline } from './torture/pipeline.ts';

const MONDAY = '2026-11-23' as Day;
const WEEKS = 13;
const REVIEWS = [0, 4, 8];
const day = (week: number) => addDays(MONDAY, 7 * week);

let here: Desk;
const told: string[] = [];
beforeAll(async () => {
  here = await desk('--demo');
});
afterAll(() => here.clear());

/** Runs it on the Monday of a week, as a person would: it must work, and say nothing on stderr. Under torture, the built program itself. */
async function on(week: number, words: string | readonly string[]): Promise<string> {
  const asked = typeof words === 'string' ? words.split(' ') : words;
  const { status, stdout, stderr } = share(false, true)
    ? pipeline(asked, here.root, day(week))
    : await here.run(asked, { today: day(week) });
  const line = asked.join(' ');
  expect([line, status, stderr]).toEqual([line, 0, '']);
  told.push(`${day(week)} ${line}`);
  return stdout;
}

/** Answers on the first open deals of a sheet, one of the won, and the process. */
function fillIn(sheet: string, week: number): void {
  let at = 0;
  const filled = here.read(sheet).replaceAll(/```yaml\n(deal: [^`]*)```/g, (whole, block: string) => {
    at++;
    if (block.includes('\nreason:')) {
      return block.includes('why it was lost') || at % 2 === 0
        ? whole
        : whole.replace('verdict:', 'verdict: confirmed').replace('lesson:', `lesson: ask earlier (${week})`);
    }
    if (at === 1) return whole.replace('verdict:', 'verdict: confirmed');
    if (at === 2) {
      return whole
        .replace('verdict:', 'verdict: corrected')
        .replace('close:', `close: ${day(week + 8)}`)
        .replace('actions:', `actions: [{what: ask for the budget, by: ${day(week + 2)}}]`);
    }
    if (at === 3)
      return whole.replace('next_step:', `next_step: {what: call the buyer, by: ${day(week + 1)}}`);
    return whole;
  });
  here.write(sheet, filled.replace('change:', `change: the offer takes too long (${week})`));
}

test('13 weeks of the rhythm leave what everybody can read and check', { timeout: 600_000 }, async () => {
  for (let week = 0; week < WEEKS; week++) {
    const deals = JSON.parse(await on(week, 'list --format json')).deals as { id: string; owner: string }[];
    const chosen = deals[(week * 5) % deals.length];
    if (chosen === undefined) throw new Error('no deals');
    await on(week, ['log', chosen.id, `talked in week ${week}`, '--type', 'call']);
    if (REVIEWS.includes(week)) {
      const sheet = `reviews/${day(week)}.md`;
      await on(week, 'review --sheet --largest 3 --random 3');
      fillIn(sheet, week);
      const before = here.read(sheet);
      await on(week, `review --apply ${sheet} --dry-run`);
      expect(await on(week, `review --apply ${sheet}`)).toContain('answered');
      expect(await on(week, `review --apply ${sheet}`)).toContain('applied before');
      expect(here.read(sheet)).toBe(before);
      await on(week, `review verify ${sheet}`);
    }
    if (!here.has(`snapshots/${day(week)}`)) await on(week, 'snapshot');
    await on(week, 'stale');
    if (week > 0) await on(week, 'diff');
  }
  await on(WEEKS, 'clean --plan clean.yaml');
  await on(WEEKS, 'clean --apply clean.yaml');
  const said = feedbackIds('the offer takes too long');
  expect(said).toHaveLength(3);
  await on(WEEKS, ['feedback', 'decide', said[0] ?? '', 'accepted', '--why', 'every owner says so']);
  await on(WEEKS, [
    'feedback',
    'decide',
    said[1] ?? '',
    'trial',
    '--why',
    'one template',
    '--until',
    day(17),
  ]);
  await on(WEEKS, 'feedback list');
  expect(await on(WEEKS, 'actions --overdue')).toContain('ask for the budget');
  await on(WEEKS, 'status');
  await on(WEEKS, 'review --minutes 30');
  const next = JSON.parse(await on(WEEKS, 'agenda --format json'));
  expect(next.schema).toBe('pipeline/agenda/1');
  const meeting = await on(WEEKS, 'meeting quarterly --format markdown');
  expect(meeting).toContain('the offer takes too long');
  await on(WEEKS, 'feedback digest');
  await on(WEEKS, 'review stats');

  const activities = Object.values({ ...here.files('deals'), ...here.files('archive') }).join('\n');
  for (const week of REVIEWS) {
    expect(activities).toContain(`ref: ${day(week)}`);
  }
  expect(Object.keys(here.files('reviews'))).toEqual(REVIEWS.map((week) => `reviews/${day(week)}.md`));
  expect(Object.keys(here.files('cleanups'))).toHaveLength(1);
  expect(told.length).toBeGreaterThan(70);
});

/** Of entries with such a text, in the order of their months. */
function feedbackIds(text: string): string[] {
  return Object.values(here.files('feedback')).flatMap((file) =>
    file
      .split('- id: ')
      .filter((entry) => entry.includes(`text: ${text}`))
      .map((entry) => entry.slice(0, entry.indexOf('\n'))),
  );
}
