// Calendars and tables damaged at random: whatever comes, each row ends somewhere or the file in a sentence, and soon.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readActivities } from '../../src/activity-files/read-activities.ts';
import { day } from '../../src/base/day.ts';
import { Failure } from '../../src/base/failure.ts';
import { patchDeal } from '../../src/deal/patch.ts';
import { readDeal } from '../../src/deal/read.ts';
import { activitiesAdded } from '../../src/entry/log-batch.ts';
import { stubSettings } from '../crm-import/stub-workspace.ts';
import { mutant } from '../support/mutant.ts';
import { soon } from '../support/quick.ts';
import { randomOf } from '../support/random.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';

const RUNS = share(300, 20_000);
const LONGEST_MS = 400;
const TODAY = day('2026-11-23');
const FOLDER = 'fixtures/activities';
const JUNK = [
  ...[
    '"',
    ',',
    ';',
    ':',
    '\r\n',
    '\n ',
    '\u0000',
    '\\',
    '\\n',
    '9'.repeat(400),
    'ł',
    '\u2028',
    '[deal:x]',
    '\ud800',
  ],
  ...[
    '\r\nBEGIN:VEVENT\r\n',
    '\r\nEND:VEVENT\r\n',
    '\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\n',
    'DTSTART:',
  ],
  ...['\r\nRDATE:20260101,20260102\r\n', ';TZID=Asia/Tokyo', '16010101', '99991231T235959Z', 'FREQ=YEARLY'],
];
const DEAL = 'name: ERP\nstage: lead\nactivities:\n  - {on: 2026-11-10, type: call}\n';

test(
  `${RUNS} damaged files: none crashes, none takes long, what they tell can stand in a deal`,
  async () => {
    const random = randomOf(20261123);
    const bases = readdirSync(FOLDER).map((name) => ({ name, bytes: readFileSync(`${FOLDER}/${name}`) }));
    const settings = stubSettings('pl');
    const seen = { happened: 0, 'left-out': 0, rejected: 0, refused: 0 };
    const { deal } = readDeal(DEAL, 'deals/x.yaml', settings);
    if (deal === undefined) throw new Error('the deal cannot be read');
    for (let run = 0; run < RUNS; run++) {
      const { name, bytes } = random.pick(bases);
      const file = { name, bytes: mutant(bytes, random, JUNK) };
      const reading = {
        ...{ settings, team: new Set<string>(), encoding: undefined, delimiter: undefined, dates: undefined },
        window: { today: TODAY, since: undefined, now: undefined },
        typeOf: () => 'meeting',
        isDeal: () => false,
      };
      const read = () =>
        readActivities([file], reading).catch((error: unknown) => {
          if (error instanceof Failure) return error;
          throw error;
        });
      const found = run > 20 ? await soon(LONGEST_MS, read) : await read();
      if (found instanceof Failure) {
        seen.refused++;
        continue;
      }
      const items = found.flatMap((one) => one.items);
      for (const { kind } of items) seen[kind]++;
      const happened = items.flatMap((item) => (item.kind === 'happened' ? [item] : [])).slice(0, 50);
      const text = patchDeal(DEAL, activitiesAdded(deal, happened, { today: TODAY }), deal.path, settings);
      const after = readDeal(text, deal.path, settings).deal?.activities ?? [];
      expect(after.map(({ on }) => on)).toEqual([day('2026-11-10'), ...happened.map(({ on }) => on)].sort());
      expect(after.every(({ note = 'x' }) => !/[\r\n]/.test(note))).toBe(true);
    }
    tally('damaged files of activities', seen);
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  },
  PATIENCE_MS,
);
