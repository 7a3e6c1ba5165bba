import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isDealId } from '../../src/deal/id.ts';
import { mintId } from '../../src/deal/mint-id.ts';
import { fc } from '../support/seeded.ts';
import { PATIENCE_MS } from '../support/torture.ts';
import { anyText, RUNS } from './deals.ts';

const free = { taken: () => false, tail: () => 'zzzzzz' };

describe('ids', () => {
  test('a name of Windows is no id, nor is a capital, an underscore or a text of 81', () => {
    for (const id of ['acme-erp', '0', 'a'.repeat(80), 'console', 'com10']) expect(isDealId(id)).toBe(true);
    for (const id of ['', 'Acme', 'a_b', '-a', 'a'.repeat(81), 'con', 'nul', 'lpt1', 'ł', 'a.b', 'a\n'])
      expect(isDealId(id)).toBe(false);
  });

  test.each([
    ['Acme', 'ERP rollout', 'acme-erp-rollout'],
    ['Łódź Sp. z o.o.', 'Żółw', 'lodz-sp-z-o-o-zolw'],
    ['Acme', 'Acme ERP', 'acme-erp'],
    ['Acme', 'Acme', 'acme'],
    ['Acme', 'Acmes', 'acme-acmes'],
    ['', 'ERP', 'erp'],
    ['株式会社', 'ERP', 'erp'],
    ['Con', '', 'deal-con'],
  ])('%s and %s give %s %s', (account, name, id) => {
    expect(mintId({ account, name, ...free })).toBe(id);
  });

  test('where no letter is left the id is deal- and a hash, the same each time', () => {
    const first = mintId({ account: '株式会社', name: '契約', ...free });
    expect(first).toMatch(/^deal-[0-9a-f]{6}$/);
    expect(mintId({ account: '株式会社', name: '契約', ...free })).toBe(first);
    expect(mintId({ account: '株式会社', name: '契約二', ...free })).not.toBe(first);
  });

  test('a taken id gets a tail from the source, the same on every machine', () => {
    const source = { system: 'salesforce', id: '0065g00000XyZ' };
    const tail = createHash('sha256').update('["salesforce","0065g00000XyZ"]').digest('hex').slice(0, 6);
    const taken = (id: string) => id === 'acme-erp';
    expect(mintId({ account: 'Acme', name: 'ERP', source, taken, tail: () => 'zzzzzz' })).toBe(
      `acme-erp-${tail}`,
    );
  });

  test('a taken id without a source gets random tails until one is free', () => {
    const tails = ['aaaaaa', 'bbbbbb'];
    const taken = (id: string) => id !== 'acme-erp-bbbbbb';
    expect(mintId({ account: 'Acme', name: 'ERP', taken, tail: () => tails.shift() ?? '' })).toBe(
      'acme-erp-bbbbbb',
    );
    expect(() => mintId({ account: 'Acme', name: 'ERP', taken: () => true, tail: () => 'a' })).toThrow(
      'no free id',
    );
  });

  test(
    'any two texts give an id that a file can have, with room for a tail',
    () => {
      fc.assert(
        fc.property(anyText, anyText, (account, name) => {
          const id = mintId({ account, name, ...free });
          expect(isDealId(id)).toBe(true);
          expect(
            isDealId(mintId({ account, name, taken: (other) => other === id, tail: () => 'zzzzzz' })),
          ).toBe(true);
        }),
        RUNS,
      );
    },
    PATIENCE_MS,
  );
});
