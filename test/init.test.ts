import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSettings } from '../src/workspace/settings-read.ts';
import { cli } from './support/cli.ts';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'init-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const init = (words: string | readonly string[], env: Record<string, string> = {}) =>
  cli(typeof words === 'string' ? `init ${words}` : ['init', ...words], {
    cwd: home,
    env: { LANG: 'pl_PL.UTF-8', TZ: 'Europe/Warsaw', ...env },
  });

/** Every file below a folder, with its text; not what lies in .pipeline/. */
function filesIn(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    if (entry.isFile() && !path.startsWith('.pipeline/'))
      found[path] = readFileSync(join(folder, path), 'utf8');
  }
  return found;
}

function settingsIn(folder: string) {
  const { settings, problems } = readSettings(
    readFileSync(join(folder, 'pipeline.yaml'), 'utf8'),
    'pipeline.yaml',
  );
  expect(problems).toEqual([]);
  return settings;
}

describe('pipeline init', () => {
  test('the demo comes in Polish where it is asked for so, its reports too', async () => {
    const { stdout } = await init('przyklad --demo --locale pl');
    expect(stdout).toMatch(
      /^Utworzono przykładową przestrzeń roboczą: .*\n→ cd przyklad, potem pipeline diff/,
    );
    const files = filesIn(join(home, 'przyklad'));
    expect(files['pipeline.yaml']).toContain('\nlocale: pl\n');
    expect(Object.entries(files).find(([path]) => path.endsWith('/snapshot.md'))?.[1]).toContain(
      '**Otwarte**',
    );
    expect((await init('inny --demo --locale x!')).status).toBe(2);
    expect(existsSync(join(home, 'inny'))).toBe(false);
  });

  test('asks nothing: the system and the folder say the rest, and in which language it answers', async () => {
    const { status, stdout, stderr } = await init('Acme-Sprzedaż');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(settingsIn(join(home, 'Acme-Sprzedaż'))).toMatchObject({
      name: 'acme-sprzedaz',
      locale: 'pl-PL',
      currency: 'PLN',
      timeZone: 'Europe/Warsaw',
      documentedSince: '2026-11-23',
      sourceOfRecord: '',
    });
    expect(stdout).toBe(
      [
        'Utworzono przestrzeń roboczą acme-sprzedaz:',
        '  pipeline.yaml schema/ deals/ snapshots/ .gitignore .gitattributes .vscode/',
        '  etapy Lead, Qualified, Proposal, Negotiation',
        '  PLN, pl-PL, Europe/Warsaw: co się nie zgadza, zmień w pipeline.yaml',
        '→ pipeline -C Acme-Sprzedaż import EXPORT.csv przejmuje eksport z CRM;',
        '  pipeline add "ERP rollout" zapisuje szansę, plik w deals/ (schema/deal.json)',
        '',
      ].join('\n'),
    );
  });

  test('writes folders that git keeps, what git is to leave alone, and schemas for editors', async () => {
    await init('.');
    const files = filesIn(home);
    expect(Object.keys(files).toSorted()).toEqual([
      '.gitattributes',
      '.gitignore',
      '.vscode/settings.json',
      'deals/.gitkeep',
      'pipeline.yaml',
      'schema/calls.json',
      'schema/deal.json',
      'schema/feedback.json',
      'schema/pipeline.json',
      'snapshots/.gitkeep',
    ]);
    expect(files['.gitignore']?.split('\n')).toContain('.pipeline/');
    for (const schema of [
      'schema/calls.json',
      'schema/deal.json',
      'schema/feedback.json',
      'schema/pipeline.json',
    ]) {
      expect(JSON.parse(files[schema] ?? '')).toMatchObject({
        $schema: 'http://json-schema.org/draft-07/schema#',
      });
    }
  });

  test('git sees all of it and nothing of .pipeline, and touches no line end of a deal', async () => {
    await init('.');
    const git = (...words: string[]) =>
      execFileSync('git', words, { cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    git('init', '-q');
    mkdirSync(join(home, 'deals/2026'));
    writeFileSync(join(home, 'deals/2026/a.yaml'), 'name: A\r\n');
    git('-c', 'core.autocrlf=true', 'add', '-A');
    expect(git('ls-files').split('\n')).toContain('deals/.gitkeep');
    expect(git('ls-files')).not.toContain('.pipeline');
    expect(git('show', ':deals/2026/a.yaml')).toBe('name: A\r\n');
    for (const path of ['deals/2026/a.yaml', 'archive/2026-Q3/a.yaml', 'snapshots/2026-11-23/deals.csv']) {
      expect(git('check-attr', 'text', path)).toBe(`${path}: text: unset\n`);
    }
  });

  test('takes stages in the words of the team, and won and lost as outcomes, and says so', async () => {
    const { status, stderr } = await init(['--stages', 'Kontakt, Oferta złożona,Closed Won,Lost']);
    expect(status).toBe(0);
    expect(stderr).toBe('Closed Won, Lost are outcomes, not stages: every deal ends as won or lost.\n');
    expect(settingsIn(home)?.process.stages).toMatchObject([
      { id: 'kontakt', label: 'Kontakt' },
      { id: 'oferta-zlozona', label: 'Oferta złożona' },
    ]);
  });

  test('mirrors a CRM where that is asked for', async () => {
    const { stdout } = await init(
      '--mirror Pipedrive --currency eur --locale en_GB --name b2b --time-zone UTC',
    );
    expect(settingsIn(home)).toMatchObject({
      sourceOfRecord: 'pipedrive',
      currency: 'EUR',
      locale: 'en-GB',
      name: 'b2b',
      timeZone: 'UTC',
    });
    expect(stdout).toContain('→ pipeline week EXPORT.csv');
  });

  test.each([
    ['C.UTF-8', 'en', 'USD'],
    ['', 'en', 'USD'],
    ['de_AT.UTF-8@euro', 'de-AT', 'EUR'],
    ['ja_JP', 'ja-JP', 'JPY'],
    ['xx_YY', 'en', 'USD'],
  ])('LANG=%s is the locale %s with %s', async (lang, locale, currency) => {
    await init('', { LANG: lang });
    expect(settingsIn(home)).toMatchObject({ locale, currency });
  });
});

describe('pipeline init refuses', () => {
  test('to make a second workspace of a folder, and changes no byte', async () => {
    await init('. --locale en');
    const before = filesIn(home);
    const { status, stdout, stderr } = await init('--currency EUR');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('In the way are pipeline.yaml, schema/pipeline.json, schema/deal.json');
    expect(filesIn(home)).toEqual(before);
  });

  test('where any of its files is there, and writes nothing', async () => {
    mkdirSync(join(home, 'schema'));
    writeFileSync(join(home, 'schema/deal.json'), '{}');
    writeFileSync(join(home, 'deals'), 'a file');
    const { status, stderr } = await init('.');
    expect(status).toBe(2);
    expect(stderr).toContain('In the way are schema/deal.json, deals');
    expect(filesIn(home)).toEqual({ 'schema/deal.json': '{}', deals: 'a file' });
    expect(existsSync(join(home, '.pipeline'))).toBe(false);
  });

  test('where the folder is a file', async () => {
    writeFileSync(join(home, 'taken'), '');
    expect((await init('taken')).status).toBe(2);
  });

  test('inside of another workspace', async () => {
    await init('. --locale en');
    const { status, stderr } = await init('sub/folder');
    expect(status).toBe(2);
    expect(stderr).toContain('lies inside of the workspace');
    expect(existsSync(join(home, 'sub'))).toBe(false);
  });

  test.each([
    ['--currency zzz', 'currency must be a currency code of three capitals, not "ZZZ".'],
    ['--locale 12', 'locale must be a locale, not "12".'],
    ['--time-zone Europe/Warsow', 'Did you mean "Europe/Warsaw"?'],
    ['--stages Won,Lost', 'There is no stage.'],
    ['--stages Lead,lead', 'would have the same id, lead.'],
    ['--mirror ---', 'source_of_record must be an id'],
  ])('%s, and writes nothing', async (words, expected) => {
    const { status, stderr } = await init(words);
    expect(status).toBe(2);
    expect(stderr).toContain(expected);
    expect(readdirSync(home)).toEqual([]);
  });
});

describe('pipeline init in a folder that has something', () => {
  test('adds the lines that git needs to those that are there', async () => {
    writeFileSync(join(home, '.gitignore'), 'node_modules/');
    writeFileSync(join(home, '.gitattributes'), '*.png binary\r\ndeals/** -text\r\n');
    expect((await init('.')).status).toBe(0);
    const files = filesIn(home);
    expect(files['.gitignore']).toBe(
      'node_modules/\n# what pipeline can make anew: the index, the lock; and what a crash may leave until the next write\n.pipeline/\n*.pipeline-tmp\n',
    );
    expect(files['.gitattributes']).toBe(
      '*.png binary\r\ndeals/** -text\r\n# bytes are bytes: git changes no line ends in them\r\narchive/** -text\r\nsnapshots/** -text\r\n',
    );
  });

  test('leaves every byte of theirs as it is, in whatever encoding it is', async () => {
    const theirs = Buffer.from('/Kundenübersicht/\r\nŁódź\n', 'latin1');
    for (const name of ['.gitignore', '.gitattributes']) writeFileSync(join(home, name), theirs);
    expect((await init('.')).status).toBe(0);
    for (const name of ['.gitignore', '.gitattributes']) {
      const bytes = readFileSync(join(home, name));
      expect(bytes.subarray(0, theirs.length).equals(theirs), name).toBe(true);
      expect(bytes.length).toBeGreaterThan(theirs.length);
    }
  });

  test('leaves deals, and the settings of an editor, as they are', async () => {
    mkdirSync(join(home, 'deals'));
    mkdirSync(join(home, '.vscode'));
    writeFileSync(join(home, 'deals/acme.yaml'), 'name: Acme\n');
    writeFileSync(join(home, '.vscode/settings.json'), '{}');
    const { status, stderr } = await init('.');
    expect(status).toBe(0);
    expect(stderr).toContain('.vscode/settings.json is left as it is');
    expect(filesIn(home)).toMatchObject({ 'deals/acme.yaml': 'name: Acme\n', '.vscode/settings.json': '{}' });
  });
});
