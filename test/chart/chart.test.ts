// Charts as text of SVG: what a page under `default-src 'none'` may hold, in every locale, whatever names people write.

import { describe, expect, test } from 'vitest';
import { backtestChart } from '../../src/chart/backtest-chart.ts';
import { captionOfCalibration } from '../../src/chart/calibration.ts';
import { boundOf, type Caption, captionText, howMany, summed } from '../../src/chart/caption.ts';
import { cohortLines } from '../../src/chart/cohort-lines.ts';
import { CHART_STYLE } from '../../src/chart/colours.ts';
import { captionOfConversion } from '../../src/chart/conversion-bars.ts';
import { captionOfFan, fan } from '../../src/chart/fan.ts';
import { captionOfFunnel } from '../../src/chart/funnel.ts';
import { captionOfLines, lines } from '../../src/chart/lines.ts';
import { apart, roundUp, roundUpShare } from '../../src/chart/plot.ts';
import { captionOfSlips, slipArrows } from '../../src/chart/slip-arrows.ts';
import { captionOfWaterfall, waterfall } from '../../src/chart/waterfall.ts';
import type { Cell } from '../../src/page/page.ts';
import { ENGLISH, IN_POLISH } from '../support/languages.ts';
import { count, gallery, money, on, share } from './gallery.ts';

const LOOK = { id: 'one', language: ENGLISH, currency: 'PLN' };
const textOf = (caption: Caption) => captionText(caption, LOOK.language);

const HOSTILE =
  '</text></svg><script>alert(1)</script><img src=x onerror="alert(1)">\u001b[31m\u202e"\' style="x" {a|b} &lt;\n=1+1';

describe('a chart on a page', () => {
  const charts = gallery();
  const page = charts.map(({ svg }) => svg).join('\n');

  test('holds no style, no script, no link and no inline style, so that a policy of nothing lets it through', () => {
    expect(page).not.toMatch(/<(style|script|a|image|use|foreignObject)\b/i);
    expect(page).not.toMatch(/\s(style|class="zr|on\w+|href|xlink:href|src)\s*=/i);
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|data:|url\((?!#)/);
  });

  test('has ids of its own, and uses none but those', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    const used = [...page.matchAll(/url\(#([^)]+)\)|aria-(?:labelledby|describedby)="([^"]+)"/g)];
    expect(used.length).toBeGreaterThan(charts.length * 4);
    for (const [, clip, words] of used) expect(ids).toContain(clip ?? words);
  });

  test('is said in words: a picture with a title, and its caption as the description', () => {
    for (const { svg, caption } of charts) {
      expect(svg.match(/<svg [^>]*role="img"/g)).toHaveLength(2);
      expect(svg.match(/<title /g)).toHaveLength(2);
      expect(textOf(caption)).toMatch(/\d.*\.$/);
      const said = /<desc[^>]*>([^<]*)</.exec(svg)?.[1];
      expect(said).toBe(textOf(caption));
    }
  });

  test('takes every colour from a variable that the style sheet has in light and dark', () => {
    const colours = [...page.matchAll(/ (?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour ?? '');
    const shown = new Set(colours.filter((colour) => colour !== 'none' && !/^#(000|fff)$/.test(colour)));
    expect(shown.size).toBeGreaterThan(6);
    for (const colour of shown) {
      const name = /^var\((--chart-\w+), #\w{6}\)$/.exec(colour)?.[1];
      expect(CHART_STYLE.split(`${name}:`), colour).toHaveLength(3);
    }
  });

  test('is the same whenever and in whatever order it is drawn', () => {
    expect(gallery()).toEqual(charts);
  });

  test('has no figure that is none', () => {
    expect(page).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});

test('whatever names are, nothing of them is markup, and no name grows without bound', () => {
  const page = gallery('pl', (name) => `${HOSTILE}${name}${'x'.repeat(5_000)}`);
  for (const { svg } of page) {
    const tags = new Set([...svg.matchAll(/<\/?([\w]+)/g)].map(([, tag]) => tag));
    for (const tag of tags) {
      expect([
        'svg',
        'title',
        'desc',
        'path',
        'text',
        'g',
        'defs',
        'clipPath',
        'circle',
        'rect',
        'line',
        'polygon',
      ]).toContain(tag);
    }
    expect(svg).not.toMatch(/[\u001b\u202e]/);
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text ?? '');
    for (const text of texts) expect(text.length).toBeLessThan(600);
  }
});

test('the last step of a cohort stands inside its chart, not on the edge, and ends in a dot', () => {
  const points = [30, 60].map((age) => ({ age: count(age), share: share(age / 100) }));
  const { svg } = cohortLines({ title: 'c', cohorts: [{ name: 'a', deals: count(9), points }] }, LOOK);
  for (const picture of svg.split('</svg>').slice(0, 2)) {
    const paths = (colour: string) =>
      [...picture.matchAll(new RegExp(`<path d="([^"]*)"[^>]*stroke="var\\(--chart-${colour},`, 'g'))].map(
        ([, path = '']) => [...path.matchAll(/(-?[\d.]+) -?[\d.]+/g)].map(([, x]) => Number(x)),
      );
    const steps = paths('a').find((path) => path.length > 3) ?? [];
    expect(steps).toHaveLength(5);
    expect(Math.max(...paths('line').flat()) - Math.max(...steps)).toBeGreaterThan(5);
    expect(picture.match(/<path[^>]* fill="var\(--chart-a,/g)).toHaveLength(1);
  }
});

describe('of little', () => {
  test('a bridge of nothing, one week, one deal and no deal still are pictures without a figure that is none', () => {
    const drawn = [
      waterfall(
        { title: 'b', of: 'open', opening: money(0), closing: money(0), change: money(0), bars: [] },
        LOOK,
      ),
      lines({ title: 'l', unit: 'share', series: [] }, LOOK),
      lines(
        {
          title: 'l',
          unit: 'money',
          series: [{ name: 'a', points: [{ on: on('2026-11-23'), value: { kind: 'none' } }] }],
        },
        LOOK,
      ),
      lines(
        {
          title: 'l',
          unit: 'number',
          series: [
            {
              name: 'a',
              points: [{ on: on('2026-11-23'), value: { kind: 'number', number: -3, decimals: 2 } }],
            },
          ],
        },
        LOOK,
      ),
      slipArrows({ title: 's', slipped: count(0), pulledIn: count(0), deals: [] }, LOOK),
      slipArrows(
        {
          ...{ title: 's', slipped: count(1), pulledIn: count(0) },
          deals: [{ name: 'a', from: on('2026-11-23'), to: on('2026-11-24'), days: count(1) }],
        },
        LOOK,
      ),
      fan({ title: 'f', start: on('2026-09-30'), weeks: [], target: null }, LOOK),
      backtestChart({ title: 't', periods: [] }, LOOK),
    ];
    for (const { svg } of drawn) expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('a caption', () => {
  test('of a bridge says from what to what, and the largest bars', () => {
    const bars = [
      { label: 'new', sign: 1, value: money(60_000), count: count(1) },
      { label: 'won', sign: -1, value: money(240_000), count: count(2) },
      { label: 'lost', sign: -1, value: money(10_000), count: count(1) },
    ] as const;
    const ends = { opening: money(390_000), closing: money(200_000), change: money(-190_000, true) };
    expect(textOf(captionOfWaterfall({ title: '', of: 'open', ...ends, bars }, LOOK))).toBe(
      'Open value went from 390,000 to 200,000 PLN, −190,000. Most came by: new, 60,000 PLN in 1 deal. Most went by: won, 240,000 PLN in 2 deals.',
    );
  });

  test('of a funnel adds up', () => {
    const all = { deals: count(3), value: money(40) };
    const stages = [
      { label: 'Lead', deals: count(1), value: money(10) },
      { label: 'Proposal', deals: count(2), value: money(30) },
    ];
    expect(textOf(captionOfFunnel({ title: '', all, stages }, LOOK))).toBe(
      '3 deals in 2 stages, 40 PLN. Most value: Proposal, 30 PLN in 2 deals.',
    );
    const unknown = stages.map((stage) => ({ ...stage, value: money(0) }));
    expect(textOf(captionOfFunnel({ title: '', all, stages: unknown }, LOOK))).toMatch(
      / No value is known: bars go by deals\.$/,
    );
  });

  test('of a conversion has the interval, and nothing is a rate over nothing', () => {
    const stages = [
      { label: 'Lead', count: count(5), of: count(10), share: share(0.5) },
      { label: 'Proposal', count: count(0), of: count(0), share: { kind: 'none' } as const },
    ];
    expect(textOf(captionOfConversion({ title: '', stages }))).toBe(
      'Fewest move on from Lead: 5 of 10 (50 %, 90 % interval 27 % to 73 %).',
    );
    expect(textOf(captionOfConversion({ title: '', stages: stages.slice(1) }))).toBe(
      'No deal was decided at any stage yet.',
    );
  });

  test('of a forecast says where the target lies', () => {
    const range = { p10: money(10), p50: money(20), p90: money(30) };
    const weeks = [{ on: on('2026-12-28'), range, won: null }];
    const said = (target: number) =>
      textOf(captionOfFan({ title: '', start: on('2026-09-30'), weeks, target: money(target) }, LOOK));
    expect(said(31)).toContain('Target 31 PLN, above that range.');
    expect(said(9)).toContain('Target 9 PLN, below that range.');
    expect(said(10)).toContain('Target 10 PLN, within that range.');
  });

  test('of a calibration counts the groups whose interval holds what was expected', () => {
    const deciles = [
      { expected: share(0.5), won: count(5), chances: count(10), share: share(0.5) },
      { expected: share(0.9), won: count(2), chances: count(10), share: share(0.2) },
    ];
    expect(textOf(captionOfCalibration({ title: '', deals: count(12), deciles }))).toBe(
      '20 chances of 12 deals, in 2 groups; in 1 the expected share lies within the 90 % interval of what happened. Furthest off: 90 % expected, 2 of 10 won (20 %).',
    );
  });

  test('of values that are of a part says what their hollow dots mean, and where there are none nothing', () => {
    const points = [0.5, 0.6].map((of, at) => ({ on: on(`2026-11-0${at + 1}`), value: share(of) }));
    const partly = points.map((point, at) => ({ ...point, isPartial: at === 0 }));
    const drawn = (of: typeof points) => {
      const { svg, caption } = lines({ title: '', unit: 'share', series: [{ name: 'a', points: of }] }, LOOK);
      const paper = /^[^;]*/.exec(CHART_STYLE.split('--chart-paper:')[1] ?? '');
      expect(paper).not.toBeNull();
      return {
        hollow: svg.match(/<path[^>]* fill="var\(--chart-paper[^>]* stroke="/g)?.length ?? 0,
        caption,
      };
    };
    expect(drawn(points)).toMatchObject({ hollow: 0 });
    expect(textOf(drawn(points).caption)).not.toContain('Hollow');
    // Wide and narrow.
    expect(drawn(partly).hollow).toBe(2);
    expect(textOf(drawn(partly).caption)).toBe(
      'a: 50 % on 2026-11-01, 60 % on 2026-11-02; least 50 % on 2026-11-01, most 60 % on 2026-11-02. Hollow dots: judged for a part of the deals only.',
    );
  });

  test('of lines beside each other says where one began and ended, when it was higher, and what never changed', () => {
    const line = (name: string, values: readonly number[]) => ({
      name,
      points: values.map((value, at) => ({ on: on(`2026-11-0${at + 1}`), value: money(value) })),
    });
    const series = [line('a', [1, 2]), line('b', [1, 9, 2]), line('c', [4, 4])];
    expect(textOf(captionOfLines({ title: '', unit: 'money', series }, LOOK))).toBe(
      'From 2026-11-01 to 2026-11-03, in PLN: a 1 to 2, b 1 to 2 (most 9), c 4 throughout.',
    );
  });

  test('of close dates is of all that moved, where only those that moved most are drawn', () => {
    const deals = Array.from({ length: 25 }, (_, at) => ({
      ...{ name: `d-${at}`, from: on('2026-11-01') },
      ...{ to: on(`2026-11-${String(at + 2).padStart(2, '0')}`), days: count(at + 1) },
    }));
    const values = { title: '', slipped: count(25), pulledIn: count(0), deals };
    expect(textOf(captionOfSlips(values))).toBe(
      '25 slipped, half of them by 13 days or less, d-24 the most: 25 days; none was pulled in. Drawn are those that moved most.',
    );
    const drawn = textsOf(slipArrows(values, LOOK).svg).filter((text) => text.startsWith('d-'));
    expect(new Set(drawn).size).toBe(20);
    expect(drawn).not.toContain('d-4');
  });
});

describe('a figure of a caption that no view has', () => {
  const at = (path: string, value: number): Cell => ({
    ...{ kind: 'count', count: value },
    source: { view: 'pipeline/one/1', path, value },
  });
  const figures = [at('a.0', 2), at('a.1', 5)];

  test('says of which others it is the number or the sum', () => {
    expect(howMany(figures)).toMatchObject({
      count: 2,
      source: { path: 'a.0 a.1', made: 'count', value: 2 },
    });
    expect(howMany([], figures)).toMatchObject({ count: 0, source: { path: '', made: 'count', value: 0 } });
    expect(summed(figures)).toMatchObject({ count: 7, source: { path: 'a.0 a.1', made: 'sum', value: 7 } });
    expect(boundOf('low', at('c', 5), at('of', 10))).toMatchObject({
      share: expect.closeTo(0.269, 3),
      source: { path: 'c of', made: 'low' },
    });
  });
});

test('labels that would lie on each other move apart, keep their order and their middle', () => {
  expect(apart([10, 12, 11], 15)).toEqual([-4, 26, 11]);
  expect(apart([0, 100], 15)).toEqual([0, 100]);
  expect(apart([], 15)).toEqual([]);
});

test('an axis ends at a round number at or above what it shows', () => {
  for (const [value, end] of [
    [2_400_000, 2_400_000],
    [2_400_001, 3_200_000],
    [0.07, 0.08],
    [0, 1],
    [9, 10],
  ] as const) {
    expect(roundUp(value)).toBeCloseTo(end, 10);
  }
});

test('the axis of a share has whole per cents at each of its four parts, as it writes them', () => {
  for (let share = 0; share <= 1; share += 0.003) {
    const high = roundUpShare(share);
    expect(high).toBeGreaterThanOrEqual(share - 1e-9);
    expect(high * 25).toBeCloseTo(Math.round(high * 25), 9);
  }
});

test('no figure is cut for its no-break spaces, and a name that has no room gives way to its figure', () => {
  const look = { id: 'one', language: IN_POLISH, currency: 'PLN' };
  const bars = [{ label: 'przeszacowane', sign: 1 as const, value: money(1_600), count: count(1) }];
  const bridge = waterfall(
    {
      ...{ title: 'b', of: 'open' as const, bars, change: money(1_600, true) },
      ...{ opening: money(3_745_400), closing: money(3_747_000) },
    },
    look,
  );
  expect(textsOf(bridge.svg).filter((text) => /^3.745.400$/.test(text))).toHaveLength(2);
  const at = (value: number) => [
    { on: on('2026-10-05'), value: money(value) },
    { on: on('2026-11-23'), value: money(value) },
  ];
  const series = [
    { name: 'Otwarte, z terminem w okresie planu', points: at(1_316_000) },
    { name: 'Wygrane', points: at(746_500) },
  ];
  const [wide = [], narrow = []] = lines({ title: 'l', unit: 'money', series }, look)
    .svg.split('</svg>')
    .map(textsOf);
  expect(wide.join()).toMatch(/Otwarte, z .* 1,32.mln/);
  expect(narrow.join()).toMatch(/Otwarte, z… 1,32.mln/);
});

test('what was won stands above its line where there is no room below', () => {
  const week = (date: string, won: number | null) => ({
    ...{ on: on(date), won: won === null ? null : money(won) },
    range: won === null ? { p10: money(10), p50: money(20), p90: money(30) } : null,
  });
  const weeks = [week('2026-10-05', 0), week('2026-11-02', 0), week('2026-12-28', null)];
  const { svg } = fan({ title: 'f', start: on('2026-10-05'), weeks, target: null }, LOOK);
  const placeOf = (text: RegExp) =>
    Number(
      new RegExp(`<text[^>]*translate\\([\\d.]+ ([\\d.]+)\\)[^>]*>${text.source}</text>`).exec(svg)?.[1],
    );
  expect(placeOf(/Won 0/)).toBeLessThan(placeOf(/Oct 5/) - 20);
});

function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text ?? '');
}
