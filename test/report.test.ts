// The report: every figure on it is what its command prints; hostile names run nothing; a browser finds it accessible, silent and whole.

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wilsonInterval } from '../src/base/wilson.ts';
import { TODAY, twoYears } from './forecast/two-years.ts';
import { cli } from './support/cli.ts';

const BROWSER = '/usr/bin/chromium';
const root = mkdtempSync(join(tmpdir(), 'pipeline-report-'));
const demo = join(root, 'demo');
const hostile = join(root, 'hostile');

beforeAll(async () => {
  expect((await cli(['init', demo, '--demo'], { cwd: root })).stderr).toBe('');
  expect((await cli('report', { cwd: demo })).stdout).toMatch(/^Wrote report\.html: \d+ kB\.\n$/);
  await hostileWorkspace();
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const NAMES = [
  '</script><script>document.title="hacked"</script>',
  '"><img src=x onerror="document.title=\'hacked\'">',
  "' autofocus onfocus='document.title=1",
  '</style><svg onload=document.title=1>',
  '</title></desc><script>1</script>',
  '\u202egnitseretni\u202c',
  'שלום עולם',
  'W'.repeat(300),
  'zero\u200bwidth\u200djoined\ufeff',
  '&lt;b&gt; &amp; [link](javascript:alert(1)) | `x`',
];

async function hostileWorkspace(): Promise<void> {
  const words = ['init', hostile, '--stages', 'Lead,Offer', '--currency', 'PLN', '--locale', 'en'];
  expect((await cli(words, { cwd: root })).status).toBe(0);
  const rows = Array.from({ length: 1000 }, (_, at) => {
    const name = `${NAMES[at % NAMES.length]} ${at}`.replaceAll('"', '""');
    return `d-${at},"${name}","${name}",Anna,${at % 2 === 0 ? 'Lead' : 'Offer'},${1000 + at},PLN,2026-10-01,2026-12-${10 + (at % 20)}`;
  });
  const head = 'id,name,account,owner,stage,amount,currency,created,close';
  writeFileSync(join(hostile, 'deals.csv'), `${head}\n${rows.join('\n')}\n`);
  const imported = await cli('import deals.csv', { cwd: hostile });
  expect(imported.status, imported.stderr).toBe(0);
  expect((await cli('report', { cwd: hostile })).status).toBe(0);
}

test('names the review sheet and the file of the dialogue that it could not read', async () => {
  const broken = join(root, 'broken');
  cpSync(demo, broken, { recursive: true });
  expect((await cli('review --sheet', { cwd: broken, today: '2026-11-23' })).status).toBe(0);
  const sheet = join(broken, 'reviews', '2026-11-23.md');
  writeFileSync(sheet, readFileSync(sheet, 'utf8').replace('why: random', 'why: liked'));
  writeFileSync(join(broken, 'feedback', '2026-11.yaml'), '- [broken\n');
  const words = 'report --sections reviews,feedback --format markdown --out -';
  const { stdout } = await cli(words, { cwd: broken, today: '2026-11-23' });
  const [reviews = '', feedback = ''] = stdout.split('### Feedback');
  expect(reviews).toMatch(/In no figure, since it can't be read: reviews\/2026-11-23\.md:\d+:\d+\./);
  expect(reviews).toMatch(/feedback\/2026-11\.yaml:1:3: /);
  expect(feedback).toMatch(/feedback\/2026-11\.yaml:1:3: /);
});

interface Figure {
  readonly commands: readonly string[];
  readonly view: string;
  readonly path: string;
  readonly made: string | undefined;
  readonly value: string;
  readonly shown: string;
}

function figuresIn(html: string): Figure[] {
  const figures: Figure[] = [];
  let commands: readonly string[] = [];
  let around = '';
  for (const [, tag = '', shown = ''] of html.matchAll(/(<[a-z/][^>]*>)([^<]*)/g)) {
    const attribute = (name: string) => {
      const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
      return found?.replace(/&(quot|lt|gt|amp|#39|apos);/g, (_, name) => ENTITIES[name] ?? '');
    };
    if (tag.startsWith('<section')) commands = JSON.parse(attribute('data-commands') ?? '[]');
    if (tag.startsWith('<table')) around = attribute('data-view') ?? '';
    const path = attribute('data-path');
    if (path === undefined) continue;
    figures.push({
      commands,
      view: attribute('data-view') ?? around,
      path,
      made: attribute('data-made'),
      value: attribute('data-value') ?? '',
      shown,
    });
  }
  return figures;
}
const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  lt: '<',
  gt: '>',
  amp: '&',
  '#39': "'",
  apos: "'",
};

function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
      value,
    );
}

test('its forecast is of the plan’s period, as its own command has it', async () => {
  const cwd = join(root, 'monthly');
  cpSync(demo, cwd, { recursive: true });
  const settings = join(cwd, 'pipeline.yaml');
  const before = readFileSync(settings, 'utf8');
  writeFileSync(settings, before.replaceAll(/period: 2026-Q4/g, 'period: 2026-11'));
  const json = async (words: string) => JSON.parse((await cli(`${words} --format json`, { cwd })).stdout);
  const { views } = await json('report --sections forecast');
  expect(views.forecast.view).toEqual(await json('forecast'));
  expect(views.forecast.view.period).toBe('2026-11');
});

describe('every figure on the page', () => {
  test('of tables, sentences and captions is what the command that its section names prints as JSON', async () => {
    const figures = figuresIn(readFileSync(join(demo, 'report.html'), 'utf8'));
    expect(figures.length).toBeGreaterThan(400);
    await expectPrinted(figures, 11, (words) => cli(words, { cwd: demo }));
  }, 60_000);

  test('is so too where forecasts of the past and reviews are drawn', async () => {
    const years = await twoYears();
    try {
      const run = (words: string) => years.run(words, TODAY);
      const sheets = [
        await years.run('review --sheet', { today: '2026-12-14' }),
        await years.run('review --sheet', { today: '2026-12-28' }),
      ];
      expect(sheets.map(({ status }) => status)).toEqual([0, 0]);
      const words = 'report --sections freshness,slips,conversion,forecast,results,reviews --out -';
      const html = (await run(words)).stdout;
      const drawn = [...html.matchAll(/<desc id="chart-(\w+)-wide-desc"/g)].map(([, id]) => id);
      expect(drawn).toEqual(expect.arrayContaining(['backtest', 'calibration', 'reviews']));
      expect(captionsIn(html).join('\n')).not.toMatch(UNTOLD);
      const notes = [
        ...html.matchAll(/<section id="(\w+)"(?:(?!<\/section>).)*?<div class="notes">(.*?)<\/div>/gs),
      ];
      const said = Object.fromEntries(notes.map(([, id, text = '']) => [id, text.replace(/<[^>]*>/g, '')]));
      expect(said.slips, 'what a snapshot does not know, as trend says it').toMatch(
        /Made later, not taken: \d+ weeks/,
      );
      expect(said.forecast, 'what forecast says of its range').toMatch(
        /^(Chances|Range|Width|Adjusted|So few|Fewer)/,
      );
      await expectPrinted(figuresIn(html), 6, run);
    } finally {
      years.clear();
    }
  }, 120_000);

  test('of captions and sentences has its place in that JSON: none is a figure of words alone', () => {
    const html = readFileSync(join(demo, 'report.html'), 'utf8');
    const said = [...captionsIn(html), ...leadsIn(html)];
    expect(said.length).toBeGreaterThan(24);
    expect(said.filter((text) => UNTOLD.test(text))).toEqual([]);
  });
});

/** What is left of captions without figures that have their place, and without names. */
function captionsIn(html: string): string[] {
  return [...html.matchAll(/<figcaption>(.*?)<\/figcaption>/gs)].map(([, caption = '']) => untold(caption));
}

function leadsIn(html: string): string[] {
  return [...html.matchAll(/<div class="lead">(.*?)<\/div>/gs)].map(([, lead = '']) => untold(lead));
}

function untold(html: string): string {
  return html
    .replace(/<strong>.*?<\/strong>|<bdi>.*?<\/bdi>|<code>.*?<\/code>/gs, '')
    .replace(/<span[^>]* data-path=[^>]*>[^<]*<\/span>/g, '')
    .replace(/8 in 10|90\s% interval|P[159]0|\b2026-Q4\b/g, '');
}

const UNTOLD = /\d/;

async function expectPrinted(
  figures: readonly Figure[],
  least: number,
  run: (words: string) => Promise<{ readonly stdout: string; readonly status: number }>,
): Promise<void> {
  const printed = new Map<string, { readonly schema?: string }>();
  for (const command of new Set(figures.flatMap(({ commands }) => commands))) {
    const { stdout, status } = await run(`${command.replace(/^pipeline /, '')} --format json`);
    if (status < 2) printed.set(command, JSON.parse(stdout));
  }
  expect(printed.size).toBeGreaterThanOrEqual(least);
  const wrong = figures.filter((figure) => {
    const views = figure.commands
      .flatMap((command) => printed.get(command) ?? [])
      .filter(({ schema }) => schema === figure.view);
    return !views.some((view) => isAsPrinted(figure, view));
  });
  expect(wrong).toEqual([]);
  expect(figures.filter(({ shown, value }) => !isShownAs(shown, value))).toEqual([]);
}

/** What stands at its place, or what it says it is made of. */
function isAsPrinted({ path, made, value }: Figure, view: unknown): boolean {
  if (made === undefined) return String(at(view, path)) === value;
  const of = path.split(' ').filter((one) => one !== '');
  const values = of.map((one) => at(view, one));
  if (values.includes(undefined)) return false;
  if (made === 'count') return String(new Set(of).size) === value;
  const numbers = values.map(Number);
  if (made === 'sum') return String(numbers.reduce((sum, one) => sum + one, 0)) === value;
  const [won = Number.NaN, all = Number.NaN] = numbers;
  const share = made === 'low' || made === 'high' ? wilsonInterval(won, all)?.[made] : undefined;
  return String(share) === value;
}

/** As the English page writes it: rounded, grouped, a share as per cents. */
function isShownAs(shown: string, value: string): boolean {
  if (/^\d{4}-/.test(value)) return value.startsWith(shown) && shown.length >= 10;
  const figure = Number(shown.replace(/[,\s+%]/g, '').replace('−', '-'));
  const decimals = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0;
  const [of, off] = [Number(value) * (shown.endsWith('%') ? 100 : 1), 0.5 / 10 ** decimals];
  return shown !== '' && Math.abs(figure - of) <= off + 1e-9;
}

test('of a day of the past, since another and of one owner, every section is what its command says of them', async () => {
  const json = async (words: string) =>
    JSON.parse((await cli(`${words} --format json`, { cwd: demo })).stdout);
  const { views, ...report } = await json('report --as-of 2026-10-31 --since 2026-09-28 --owner Anna');
  expect(report).toMatchObject({ today: '2026-10-26', as_of: '2026-10-26', owner: 'Anna' });
  expect(views.diff.command).toBe('pipeline diff 2026-09-28 2026-10-26 --owner Anna');
  expect(views.forecast.command).toBe('pipeline forecast --as-of 2026-10-27 --owner Anna');
  for (const name of ['trend', 'funnel', 'plan', 'forecast', 'feedback', 'deals']) {
    expect(views[name].view, name).toEqual(await json(views[name].command.replace(/^pipeline /, '')));
  }
  expect(views.actions.missing.hint).toContain('pipeline actions');
  const early = await cli('report --as-of 2020-01-01', { cwd: demo });
  expect(early).toMatchObject({ status: 2, stdout: '' });
  expect(early.stderr).toContain('The first one is 2026-08-24.');
}, 60_000);

test('sections, owner, locale, title, place and format are chosen; a mistake is told', async () => {
  const run = (words: string | readonly string[]) => cli(words, { cwd: demo });
  const polish = await run([
    'report',
    '--locale',
    'pl',
    '--sections',
    'plan,deals',
    '--title',
    'Tydzień <1>',
    '--out',
    '-',
  ]);
  expect(polish.stdout).toContain('<title>Tydzień &lt;1&gt;</title>');
  expect(polish.stdout).toContain('23.11.2026');
  expect(polish.stdout).toContain('2\u00a0400\u00a0000');
  expect(polish.stdout).toContain('<html lang="pl">');
  expect(polish.stdout).toContain('Otwarte szanse</h2>');
  expect(polish.stdout).toMatch(/>Mnożnik planu w okresie, 2026-Q4\.<\/strong>/);
  expect(polish.stdout).not.toMatch(/\b(open|deals|won|of|the)\b[^-="<>]*</);
  expect([...polish.stdout.matchAll(/<section id="(\w+)"/g)].map(([, id]) => id)).toEqual(['plan', 'deals']);
  const markdown = await run('report --sections bridge --format markdown');
  expect(markdown.stdout).toMatch(/# .*Bridge|Bridge/);
  expect(markdown.stdout).not.toContain('<');
  const anna = await run('report --owner Anna --sections deals --format json');
  const view = JSON.parse(anna.stdout);
  expect(new Set(view.views.deals.view.deals.map((deal: { owner: string }) => deal.owner)).size).toBe(1);
  expect((await run('report --sections bridg')).stderr).toContain('bridge');
  expect((await run('report --locale q')).status).toBe(2);
  expect((await run('report --out pipeline.yaml')).status).toBe(2);
  expect((await run('report --out x.html --output html=y.html')).status).toBe(2);
});

test('takes the place of a report, of any format, and of nothing that somebody else wrote', async () => {
  const cwd = join(root, 'places');
  cpSync(demo, cwd, { recursive: true });
  const read = (file: string) => readFileSync(join(cwd, file), 'utf8');
  for (const [format, file] of [
    ['html', 'report.html'],
    ['markdown', 'week.md'],
    ['json', 'week.json'],
  ] as const) {
    const words = `report --sections bridge --format ${format} --out ${file}`;
    writeFileSync(join(cwd, file), '<h1>Mine</h1>\n');
    expect(await cli(words, { cwd })).toMatchObject({
      status: 2,
      stdout: '',
      stderr:
        `error: ${file} was not written by pipeline report: it stays as it is.\n` +
        '  → Move it away, or name another place with --out.\n',
    });
    expect(read(file)).toBe('<h1>Mine</h1>\n');
    writeFileSync(join(cwd, file), '');
    expect((await cli(words, { cwd })).status).toBe(0);
    const first = read(file);
    expect((await cli(words, { cwd, today: '2026-11-24' })).status).toBe(0);
    expect(read(file)).not.toBe(first);
  }
  writeFileSync(join(cwd, 'report.html'), '<h1>Mine</h1>\n');
  expect((await cli('report', { cwd })).status).toBe(2);
}, 60_000);

test('what slipped and shrank is of open deals, as the trend counts it', async () => {
  const { stdout } = await cli('report --sections slips --format markdown', { cwd: demo });
  const { views } = JSON.parse((await cli('report --sections slips --format json', { cwd: demo })).stdout);
  const { 'slip-rate': slips, 'shrink-rate': shrinks } = views.trend.view.groups[0].metrics;
  const [slip, shrink] = [slips.at(-1), shrinks.at(-1)];
  expect(stdout).toContain(
    `In the last week with a snapshot ${slip.count} of ${slip.of} open deals slipped (4 %), ${shrink.count} shrank (0 %).`,
  );
});

test('why there is no view is told in the language of the report', async () => {
  const { stdout } = await cli('report --sections forecast,reviews --locale pl --format markdown', {
    cwd: demo,
  });
  expect(stdout).toContain('Nie ma arkusza przeglądu z ostatnich czterech kwartałów.');
  expect(stdout).toContain('Krótszy okres: --every month.');
  expect(stdout).not.toMatch(/snapshots|There is/);
});

test('a report of little has no table of dashes, no rate over nothing, and no heading for nothing said', async () => {
  const words = 'report --sections slips,plan,results,feedback --format markdown';
  const { stdout } = await cli(words, { cwd: hostile });
  expect(stdout).toContain('Nothing was said or decided from');
  expect(stdout).not.toMatch(/Slipped +\||Target +\||Win rate –/);
});

test('of deals of which no value is known it tells how many they are, and has no row of zeros', async () => {
  const cwd = join(root, 'valueless');
  expect((await cli(['init', cwd, '--stages', 'Lead,Offer', '--locale', 'en'], { cwd: root })).status).toBe(
    0,
  );
  const rows = (most: number) =>
    `id,name,account,owner,stage,created\n${Array.from({ length: most }, (_, at) => `d-${at},ERP,Acme ${at},Anna,${at % 2 === 0 ? 'Lead' : 'Offer'},2026-10-01\n`).join('')}`;
  const run = (words: string, today: string) => cli(words, { cwd, today });
  writeFileSync(join(cwd, 'deals.csv'), rows(5));
  expect((await run('import deals.csv', '2026-11-16')).status).toBe(0);
  expect((await run('snapshot', '2026-11-16')).status).toBe(0);
  writeFileSync(join(cwd, 'deals.csv'), rows(120));
  expect((await run('import deals.csv', '2026-11-23')).status).toBe(0);
  const { stdout } = await run(
    'report --sections funnel,bridge,movements,plan,deals --format markdown',
    '2026-11-23',
  );
  expect(stdout).toContain('Open: 120 deals. No value is known.');
  expect(stdout).toContain(
    '**Open deals by stage.** 120 deals in 2 stages. No value is known: bars go by deals.',
  );
  expect(stdout).toContain('Open deals went from 5 to 120. No value is known.');
  expect(stdout).toContain('| Deal | Account | Owner | What happened |\n');
  expect(stdout).not.toMatch(/\| (0|–) \| (0|–) \|/);
  expect(stdout).toContain('| Figure | Deals |\n');
  expect(stdout, 'nobody scrolls a thousand deals in a pull request').toContain(
    'And 20 more → `pipeline list`',
  );
  const page = await run('report --sections funnel,bridge,deals --out -', '2026-11-23');
  expect(page.stdout.match(/<desc id="[\w-]+-wide-desc"/g)).toEqual(['<desc id="chart-funnel-wide-desc"']);
  expect(page.stdout.match(/<tr id="deal-/g)).toHaveLength(120);
});

test('as Markdown a section is below the title, what stands in it below that, and a chart is told by its bold name', async () => {
  const { stdout } = await cli('report --sections plan,feedback --format markdown', { cwd: demo });
  const headings = stdout.match(/^#+ /gm) ?? [];
  expect(headings).toEqual(['## ', '### ', '### ', ...headings.slice(3).map(() => '#### ')]);
  expect(headings.length).toBeGreaterThan(4);
  expect(stdout).toMatch(/^\*\*Target, won and open, by week\.\*\* From /m);
});

test('docs/report.md shows commands that run, and the file that they write', async () => {
  const page = readFileSync('docs/report.md', 'utf8');
  const commands = [...page.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, lines = '']) =>
    lines.trim().split('\n'),
  );
  expect(commands).toEqual(['pipeline report --out week.html']);
  for (const command of commands) {
    const said = await cli(command.replace(/^pipeline /, ''), { cwd: demo });
    expect(said).toMatchObject({ status: 0, stderr: '' });
  }
  expect(existsSync(join(demo, 'week.html'))).toBe(true);
});

test('a section that nothing is known for says why and what to do', () => {
  const html = readFileSync(join(hostile, 'report.html'), 'utf8');
  expect(html).toMatch(/id="bridge-heading"[\s\S]{0,200}pipeline snapshot/);
  expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
});

describe.skipIf(!existsSync(BROWSER))(`in a browser (needs ${BROWSER}: apt-get install chromium)`, () => {
  test('is accessible on a phone, a desk and a wall, in light and dark, with every table open', async () => {
    const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage();
      await page.goto(`file://${join(demo, 'report.html')}`);
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      // More rows of the same kind would cost a second each time.
      await page.evaluate(
        "for (const row of document.querySelectorAll('tbody tr:nth-child(n+6)')) row.remove()",
      );
      await page.evaluate(axe.source);
      for (const width of [375, 1280, 1920]) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme });
          const { passes, violations } = await page.evaluate<{
            passes: { id: string; nodes: unknown[] }[];
            violations: { id: string; impact: string }[];
          }>('axe.run()');
          const contrast = passes.find(({ id }) => id === 'color-contrast')?.nodes ?? [];
          expect(contrast.length, `${width} ${colorScheme}`).toBeGreaterThan(100);
          expect(violations, `${width} ${colorScheme}`).toEqual([]);
        }
      }
    } finally {
      await browser.close();
    }
  }, 60_000);

  test('asks nothing, runs nothing of names, fits a phone, sorts and filters', async () => {
    const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox'] });
    try {
      for (const [folder, width, colorScheme] of [
        [demo, 375, 'light'],
        [demo, 1280, 'dark'],
        [hostile, 375, 'light'],
      ] as const) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
        const heard: string[] = [];
        page.on('console', (message) => heard.push(message.text()));
        page.on('pageerror', (error) => heard.push(error.message));
        page.on('dialog', (dialog) => heard.push(dialog.message()));
        page.on('request', (request) => heard.push(request.url()));
        const url = `file://${join(folder, 'report.html')}`;
        await page.goto(url);
        expect(heard).toEqual([url]);
        expect(await page.title()).not.toMatch(/hacked|^1$/);
        expect(await page.locator('script').count()).toBe(1);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        if (width === 375 && folder === demo) {
          for (const id of ['movements', 'stale', 'deals'])
            await expectInSight(page.locator(`#${id} td:last-child`), width);
        }
        if (width === 1280) {
          await expectSortedAndFiltered(page);
          await expectBeside(page);
          await page.emulateMedia({ media: 'print' });
          // A button is left out of a heading that paper repeats on each page.
          const displays = `[...document.querySelectorAll('#deals th button')].map((one) => getComputedStyle(one).display)`;
          const shown = await page.evaluate<string[]>(displays);
          expect(new Set(shown)).toEqual(new Set(['contents']));
        }
        await page.close();
      }
    } finally {
      await browser.close();
    }
  }, 60_000);
});

/** Nothing of it lies behind the edge that its table scrolls at. */
async function expectInSight(cells: Locator, width: number): Promise<void> {
  const ends = await cells.evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().right));
  expect(ends.length).toBeGreaterThan(5);
  expect(Math.max(...ends)).toBeLessThanOrEqual(width);
}

/** The words stand beside the picture, so that no third of a desk's screen is blank. */
async function expectBeside(page: Page): Promise<void> {
  const boxes = async (of: string) =>
    page.locator(of).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  const [pictures, words] = [await boxes('figure svg.wide'), await boxes('figcaption')];
  expect(pictures.length).toBeGreaterThan(10);
  for (const [at, picture] of pictures.entries()) expect(words[at]?.left).toBeGreaterThan(picture.right);
}

async function expectSortedAndFiltered(page: Page): Promise<void> {
  const values = () =>
    page
      .locator('#deals tbody tr:not([hidden]) td:nth-child(5)')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
  const before = await values();
  await page.getByRole('button', { name: 'Value' }).click();
  expect(await values()).toEqual(before.toSorted((x, y) => x - y));
  await page.getByRole('searchbox').fill('anna lead');
  const shown = await values();
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.length).toBeLessThan(before.length);
  await expect
    .poll(() => page.getByRole('status').textContent())
    .toContain(`${shown.length} of ${before.length}`);
}
