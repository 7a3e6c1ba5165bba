// `pipeline set` on deals in all styles: a field that is set and set back leaves every byte as it was, and each of the
// two is one line in git's eyes.

import { afterAll, expect, test } from 'vitest';
import { readDeal } from '../../src/deal/read.ts';
import { type Desk, desk } from '../crm-import/desk.ts';
import { linesLost } from '../deal/lines.ts';
import { anyStyledDeal } from '../deal/styles.ts';
import { fc } from '../support/seeded.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';

const PATH = 'deals/acme-erp.yaml';

let here: Desk | undefined;
afterAll(() => here?.clear());

/** An open deal closes on a day to come. */
const FIRST_DAY = '1970-01-01';

test(
  'a close date, set and set back by the command',
  async () => {
    here = await desk();
    const book = here;
    let deals = 0;
    await fc.assert(
      fc.asyncProperty(anyStyledDeal, async ({ text }) => {
        const { deal } = readDeal(text, PATH, { currency: 'PLN' });
        if (deal?.close === undefined || deal.stage === 'won' || deal.stage === 'lost') return;
        book.write(PATH, text);
        const to = deal.close === '2031-05-17' ? '2031-05-18' : '2031-05-17';
        const set = async (close: string) => {
          const { status, stderr } = await book.run(['set', 'acme-erp', `close=${close}`], {
            today: FIRST_DAY,
          });
          expect([status, stderr]).toEqual([0, '']);
          return book.read(PATH);
        };
        const changed = await set(to);
        expect(linesLost(text, changed)).toBeLessThanOrEqual(1);
        expect(readDeal(changed, PATH, { currency: 'PLN' }).deal?.close).toBe(to);
        expect(await set(deal.close)).toBe(text);
        deals++;
      }),
      { numRuns: share(20, 10_000) },
    );
    expect(deals).toBeGreaterThan(0);
    tally('deals whose close date was set and set back by the command', { deals });
  },
  PATIENCE_MS,
);
