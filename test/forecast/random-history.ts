// Lives of deals as people write them down: late, with amounts and dates missing, closed and opened again.

import type { DealHistory } from '../../src/forecast/history.ts';
import { fc } from '../support/seeded.ts';
import { on } from './deals.ts';

export const randomDeal = fc
  .record({
    id: fc.stringMatching(/^[a-z]{1,3}$/),
    created: fc.integer({ min: 0, max: 500 }),
    steps: fc.array(
      fc.record({
        after: fc.integer({ min: 1, max: 120 }),
        stage: fc.constantFrom('lead', 'qualified', 'proposal'),
        close: fc.option(fc.integer({ min: -50, max: 200 }), { nil: undefined }),
        amount: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined }),
        slips: fc.integer({ min: 0, max: 3 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    changes: fc.array(
      fc.record({
        after: fc.integer({ min: 1, max: 200 }),
        created: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }),
        product: fc.constantFrom('a', 'b', 'c'),
        listPrice: fc.option(fc.integer({ min: 1, max: 1000 }), { nil: undefined }),
      }),
      { maxLength: 2 },
    ),
    ending: fc.option(
      fc.record({
        outcome: fc.constantFrom('won' as const, 'lost' as const),
        late: fc.integer({ min: 0, max: 90 }),
        isReopened: fc.boolean(),
      }),
      { nil: undefined },
    ),
  })
  .map(({ id, created, steps, changes, ending }): DealHistory => {
    const start = on('2025-01-01');
    let told = start + created;
    const changed = changes.map(({ after, created: day, ...facts }) => {
      told += after;
      return { since: told, created: day === undefined ? undefined : start + day, ...facts };
    });
    let since = start + created;
    const states = steps.map(({ after, stage, close, amount, slips }) => {
      since += after;
      return { since, stage, close: close === undefined ? undefined : since + close, amount, slips };
    });
    const closed = since + 5;
    // Written down late, as people do, and sometimes taken back.
    const endings =
      ending === undefined
        ? []
        : [
            { since: closed + 1 + ending.late, outcome: ending.outcome, on: closed, amount: 500 },
            ...(ending.isReopened
              ? [{ since: closed + 100, outcome: 'open' as const, on: undefined, amount: undefined }]
              : []),
          ];
    return { id, created: start + created, product: id.slice(0, 1), changed, states, endings };
  });
