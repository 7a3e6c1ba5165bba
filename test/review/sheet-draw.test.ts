// How the deals of a sheet were drawn, read back from the sheet: what is wrong there has a place.

import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../src/review/sheet-blocks.ts';
import { readDraw } from '../../src/review/sheet-draw.ts';

const DRAW = `\`\`\`yaml
format: 1
review: 2026-11-23
owner: anna
snapshot: {name: 2026-11-23, deals_sha256: aa, archived_sha256: bb}
seed: 7f3a-21c9
sampler: 1
closed: {from: 2026-11-09}
most: 6
not_again_within: 60
currency: PLN
strata:
  - stratum: open
    largest: 5
    random: 5
    population: 49
    excluded: 1
    drawn_from: 43
    drawn_from_value: "1234500"
    picked:
      - {id: acme-erp, why: largest, rank: 1, probability: 1, owner: anna, stage: proposal, amount: "480000", currency: PLN, value: "480000", close: 2026-12-15}
      - {id: b, why: random, rank: 1, probability: 0.11627906976744186, owner: "", stage: lead, currency: PLN}
\`\`\`
`;

const SHEET = `# Review 2026-11-23

Our notes: format: 1 is no block.

\`\`\`yaml
deal: acme-erp
verdict:
\`\`\`

\`\`\`yaml
works: the template
change:
why:
\`\`\`

## How these deals were drawn
${DRAW}`;

describe('the blocks of a sheet', () => {
  test('are the fenced YAML that begins with a key of ours, and no other', () => {
    const text = `${SHEET}\n\`\`\`yaml\nname: not ours\n\`\`\`\n\`\`\`\nformat: 1\n\`\`\`\n`;
    expect(blocksOf(text, 'x.md').map(({ kind, line, closed }) => [kind, line, closed])).toEqual([
      ['deal', 5, true],
      ['process', 10, true],
      ['draw', 17, true],
    ]);
  });

  test('a fence that was deleted costs its own block alone', () => {
    const withoutEnd = SHEET.replace('verdict:\n```\n', 'verdict:\n');
    expect(blocksOf(withoutEnd, 'x.md').map(({ kind, closed }) => [kind, closed])).toEqual([
      ['deal', false],
      ['process', true],
      ['draw', true],
    ]);
    const withoutBegin = SHEET.replace('```yaml\ndeal: acme-erp', 'deal: acme-erp');
    expect(blocksOf(withoutBegin, 'x.md').map(({ kind, closed }) => [kind, closed])).toEqual([
      ['process', true],
      ['draw', true],
    ]);
  });

  test('a longer fence holds a shorter one as text', () => {
    const quoted = `\`\`\`\`md\n${DRAW}\n\`\`\`\`\n`;
    expect(blocksOf(quoted, 'x.md')).toEqual([]);
  });

  test('are found where an editor on Windows saved the sheet', () => {
    expect(blocksOf(SHEET.replaceAll('\n', '\r\n'), 'x.md')).toHaveLength(3);
    expect(readDraw(SHEET.replaceAll('\n', '\r\n'), 'x.md').draw?.strata[0]?.picked).toHaveLength(2);
  });
});

describe('how the deals were drawn', () => {
  test('is read as it was written', () => {
    const { draw, problems } = readDraw(SHEET, 'reviews/2026-11-23.md');
    expect(problems).toEqual([]);
    expect(draw).toMatchObject({
      on: '2026-11-23',
      owner: 'anna',
      team: false,
      snapshot: { name: '2026-11-23', deals: 'aa', archived: 'bb' },
      seed: '7f3a-21c9',
      closed: { from: '2026-11-09', to: undefined },
      most: 6,
      strata: [{ stratum: 'open', drawnFrom: 43, drawnFromValue: '1234500' }],
    });
    expect(draw?.strata[0]?.picked[1]).toEqual({
      id: 'b',
      why: 'random',
      rank: 1,
      probability: 5 / 43,
      owner: '',
      stage: 'lead',
      amount: undefined,
      currency: 'PLN',
      value: undefined,
      close: undefined,
    });
  });

  test.each([
    ['review: 2026-11-23', 'review: 2026-11-31', 'reviews/x.md:19:9', 'review can\'t be "2026-11-31".'],
    ['sampler: 1', '', 'reviews/x.md:18:1', 'sampler is missing.'],
    ['probability: 1,', 'probability: 2,', 'reviews/x.md:37:60', 'probability can\'t be "2".'],
    ['why: random', 'why: liked', 'reviews/x.md:38:22', 'why can\'t be "liked".'],
    ['    picked:', '    picked: many\n    others:', 'reviews/x.md:36:13', 'picked can\'t be "many".'],
    ['seed: 7f3a-21c9', 'seed: *any', 'reviews/x.md:22:7', undefined],
  ])('a value that was changed is named with its place: %s → %s', (from, to, place, message) => {
    const { draw, problems } = readDraw(SHEET.replace(from, to), 'reviews/x.md');
    expect(draw).toBeUndefined();
    const [first] = problems;
    expect(`${first?.file}:${first?.line}:${first?.column}`).toBe(place);
    if (message !== undefined) expect(String(first?.message)).toBe(message);
  });

  test('a sheet without the section has lost it; a text without any block is no sheet', () => {
    const cut = SHEET.slice(0, SHEET.indexOf('## How'));
    expect(String(readDraw(cut, 'x.md').problems[0]?.message)).toMatch(
      /"How these deals were drawn" is missing/,
    );
    expect(readDraw('# Notes\n\nWe met.\n', 'x.md')).toEqual({ draw: undefined, problems: [] });
  });

  test('two of them are one too many', () => {
    expect(readDraw(`${SHEET}\n${DRAW}`, 'x.md').problems).toHaveLength(1);
  });

  test('one of a later format is refused with the version to install', () => {
    expect(() => readDraw(SHEET.replace('format: 1\nreview', 'format: 2\nreview'), 'x.md')).toThrow(
      /format 2; this version reads 1/,
    );
  });
});
