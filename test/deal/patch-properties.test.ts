// What must hold of every change of every file, however it is written.

import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import type { DealChange } from '../../src/deal/change.ts';
import { patchDeal } from '../../src/deal/patch.ts';
import { readDeal } from '../../src/deal/read.ts';
import { fc } from '../support/seeded.ts';
import { PATIENCE_MS } from '../support/torture.ts';
import {
  anyAppend,
  anyAppendText,
  anyInsert,
  anyNextStep,
  anyRemove,
  anyReplace,
  anySet,
  anySetCustom,
  SLIPS,
} from './changes.ts';
import { DEFAULTS, RUNS, said } from './deals.ts';
import { linesLost } from './lines.ts';
import { anyStyledDeal } from './styles.ts';

const PATH = 'deals/2026/acme-erp.yaml';

const patch = (text: string, ...changes: DealChange[]) => patchDeal(text, changes, PATH, DEFAULTS);
const read = (text: string) => readDeal(text, PATH, DEFAULTS);

describe('changes of files in every style', () => {
  test(
    'any changes in a row come out as intended, and a second time change nothing',
    () => {
      const anyChange = fc.oneof(anySet, anySetCustom, anyAppend, anyAppendText, anyNextStep, anyRemove);
      fc.assert(
        fc.property(
          anyStyledDeal,
          fc.array(anyChange, { minLength: 1, maxLength: 6 }),
          ({ text }, changes) => {
            const together = patch(text, ...changes);
            const oneByOne = changes.reduce((changed, change) => patch(changed, change), text);
            expect(said(read(together).deal)).toEqual(said(read(oneByOne).deal));
            const settled = changes.filter((change) => change.kind === 'set');
            for (const change of settled.slice(-1))
              expect(patch(patch(text, change), change)).toBe(patch(text, change));
          },
        ),
        RUNS,
      );
    },
    PATIENCE_MS,
  );

  test(
    'an item goes to the end of its list, and no other line changes',
    () => {
      fc.assert(
        fc.property(anyStyledDeal, anyAppend, ({ text }, change) => {
          const changed = patch(text, change);
          expect(linesLost(text, changed)).toBeLessThanOrEqual(1);
          expect(linesLost(changed, text)).toBeLessThanOrEqual(2);
        }),
        RUNS,
      );
    },
    PATIENCE_MS,
  );

  test(
    'an item goes before another one, a text to the end of its list, and no other line changes',
    () => {
      fc.assert(
        fc.property(anyStyledDeal, fc.oneof(anyInsert, anyAppendText), ({ text }, change) => {
          const { deal } = read(text);
          if (deal === undefined) throw new Error('a deal that can be read was expected');
          if (change.kind === 'append' && deal[change.key].length <= (change.before ?? 0)) return;
          const changed = patch(text, change);
          const after = read(changed).deal;
          if (change.kind === 'append-text') expect(after?.[change.key].at(-1)).toBe(change.text);
          else expect(after?.[change.key][change.before ?? 0]).toMatchObject({ on: change.item.on });
          expect(linesLost(text, changed)).toBeLessThanOrEqual(1);
          expect(linesLost(changed, text)).toBeLessThanOrEqual(2);
        }),
        RUNS,
      );
    },
    PATIENCE_MS,
  );

  test(
    'after any slip of the hand a file is read or refused, and where it is read any change comes out as intended',
    () => {
      const anyChange = fc.oneof(anySet, anyAppend, anyNextStep, anyRemove, anyReplace);
      const slip = fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.constantFrom(...SLIPS));
      const slips = fc.array(slip, { minLength: 1, maxLength: 4 });
      fc.assert(
        fc.property(anyStyledDeal, slips, anyChange, ({ text }, made, change) => {
          const slipped = made.reduce((so, [place, gone, put]) => {
            const at = place % (so.length + 1);
            return so.slice(0, at) + put + so.slice(at + gone);
          }, text);
          const { deal, problems } = read(slipped);
          expect(deal === undefined).toBe(problems.some((problem) => problem.severity === 'error'));
          if (deal === undefined) return;
          if (change.kind === 'replace' && deal[change.key].length <= change.index) return;
          try {
            const changed = patch(slipped, change);
            if (change.kind !== 'append') expect(patch(changed, change)).toBe(changed);
          } catch (error) {
            if (!(error instanceof Failure)) throw error; // an amount may have come to stand in another currency
          }
        }),
        RUNS,
      );
    },
    PATIENCE_MS,
  );

  test(
    'an item is replaced key by key',
    () => {
      fc.assert(
        fc.property(anyStyledDeal, anyReplace, ({ text, deal }, change) => {
          if (change.kind !== 'replace' || (deal[change.key]?.length ?? 0) === 0) return;
          const changed = patch(text, change);
          expect(patch(changed, change)).toBe(changed);
        }),
        RUNS,
      );
    },
    PATIENCE_MS,
  );
});
