// pipeline edit: a person's own editor on a copy of a deal; what is wrong never reaches the folder, and what the person
// wrote is never lost. The editors are small programs here.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { ChangeView } from '../src/report/change.ts';
import { type Desk, desk, pipedrive } from './crm-import/desk.ts';
import type { CliResult } from './support/cli.ts';
import { filesIn } from './workspace-files/folder.ts';

const made: Desk[] = [];
afterEach(() => {
  for (const one of made.splice(0)) {
    one.clear();
    rmSync(`${one.root}-tools`, { recursive: true, force: true });
  }
});

const ACME = `# kept by hand
name: ERP rollout   # the big one
account: "Acme"
stage: lead
amount: 100000.00
close: 2026-12-15
`;
const FILE = 'deals/2026/acme.yaml';
const KEPT = '.pipeline/edit/acme.yaml';

async function workspace(
  deals: Readonly<Record<string, string>> = { acme: ACME },
  init?: string,
): Promise<Desk> {
  const here = await desk(init);
  made.push(here);
  for (const [id, text] of Object.entries(deals)) here.write(`deals/2026/${id}.yaml`, text);
  return here;
}

/** An editor that is a line of JavaScript: of `text`, what the copy holds, it makes what it saves; `file` is its path. */
function editor(here: Desk, line: string, name = 'editor.mjs'): string {
  const path = join(`${here.root}-tools`, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(
    path,
    `import fs from 'node:fs';
const file = process.argv.at(-1);
const root = ${JSON.stringify(here.root)};
let text = fs.readFileSync(file, 'utf8');
${line}
fs.writeFileSync(file, text);
`,
  );
  return `${process.execPath} '${path}'`;
}

function edit(here: Desk, line: string, words = 'edit acme'): Promise<CliResult> {
  return here.run(words, { env: { EDITOR: editor(here, line) } });
}

const copies = (here: Desk) =>
  here.has('.pipeline/edit') ? readdirSync(join(here.root, '.pipeline/edit')) : [];

describe('what is right is saved', () => {
  test('as the person wrote it, to the byte, and shown by its fields; undo takes it back', async () => {
    const here = await workspace();
    const text = ACME.replace('12-15', '12-31').replace('# the big one', "# Anna's");
    const { status, stdout, stderr } = await edit(here, `text = ${JSON.stringify(text)}`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot('../snapshots/edit/done.txt');
    expect(here.read(FILE)).toBe(text);
    expect(copies(here)).toEqual([]);
    expect((await here.run('undo')).status).toBe(0);
    expect(here.read(FILE)).toBe(ACME);
  });

  test.each([
    ['line ends of Windows', ACME.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${ACME}`],
    ['no line end at the end', ACME.trimEnd()],
  ])('with %s it keeps them', async (_, text) => {
    const here = await workspace({ acme: text });
    expect((await edit(here, "text = text.replace('12-15', '12-31')")).status).toBe(0);
    expect(here.read(FILE)).toBe(text.replace('12-15', '12-31'));
  });

  test('where only a comment changed it says that no field did', async () => {
    const here = await workspace();
    expect((await edit(here, "text = text.replace('# kept', '# Kept')")).stdout).toContain(
      'No field says anything else: comments, order or unknown keys changed.\n',
    );
  });

  test('a key that means nothing is told, and kept; one called id is told where ids are changed', async () => {
    const here = await workspace();
    const { stdout } = await edit(here, "text += 'colour: red\\nid: other\\n'");
    expect(stdout).toContain('Line 7: ');
    expect(stdout).toContain('The id is the name of the file; another one: pipeline rename-id acme NEW');
    expect(here.read(FILE)).toContain('colour: red\nid: other\n');
  });

  test('what was wrong before, and nobody made wrong now, is no reason to refuse', async () => {
    const here = await workspace({ acme: ACME.replace('lead', 'nowhere') });
    expect((await edit(here, "text = text.replace('12-15', '12-31')")).status).toBe(0);
    expect((await edit(here, "text = text.replace('nowhere', 'elsewhere')")).status).toBe(3);
  });
});

describe('nothing to save', () => {
  test.each([
    ['unchanged', ''],
    ['the copy is gone', 'fs.rmSync(file); process.exit(0)'],
  ])('%s: nothing is written, and nothing can be undone', async (_, line) => {
    const here = await workspace();
    const { status, stdout } = await edit(here, line);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'acme · nothing changed\n\nAll of it → pipeline show acme\n',
    });
    expect(copies(here)).toEqual([]);
    expect((await here.run('undo')).status).toBe(2);
  });
});

describe('what is wrong never reaches the folder', () => {
  const slips: Readonly<Record<string, [string, string]>> = {
    'no YAML': ["text += 'custom: {a: [\\n'", ':7:13  error  The [ is not closed.'],
    'an amount that is none': ["text = text.replace('100000.00', '1,5')", ':5:9  error  amount: '],
    'a stage that there is not': [
      "text = text.replace('stage: lead', 'stage: laed')",
      ':4  error  The process has no stage "laed".',
    ],
    'a day that has not come': ["text += 'activities: [{on: 2027-01-01, type: call}]\\n'", 'error'],
    'nothing at all': ["text = ''", 'error  The file is empty.'],
    'more than a deal holds': ["text += '# ' + 'x'.repeat(300000) + '\\n'", 'error  The text is too long'],
    'no UTF-8': [
      'fs.writeFileSync(file, Buffer.from([0x6e, 0x3a, 0xff])); process.exit(0)',
      'error  The file is not UTF-8.',
    ],
    'conflict markers': ["text = '<<<<<<< a\\n' + text + '=======\\n>>>>>>> b\\n'", ':1  error'],
  };

  test.each(Object.entries(slips))(
    '%s: it is told, and the text is kept for another go',
    async (_, [line, told]) => {
      const here = await workspace();
      const before = filesIn(here.root);
      const { status, stderr, stdout } = await edit(here, line);
      expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
      expect(stderr).toContain('error: deals/2026/acme.yaml is as it was: what you wrote is no deal yet.\n');
      expect(stderr).toContain(told);
      expect(stderr).toContain(
        'Your text is kept. To go on with it: pipeline edit deals/2026/acme.yaml --from ',
      );
      expect(filesIn(here.root)).toEqual(before);
      expect(statSync(join(here.root, KEPT)).mode & 0o077).toBe(0);
    },
  );

  test('the kept text is gone on with by --from, and gone when it is saved', async () => {
    const here = await workspace();
    await edit(here, "text = text.replace('stage: lead', 'stage: laed').replace('12-15', '12-31')");
    expect((await edit(here, '', `edit acme --from ${KEPT}`)).status).toBe(3);
    expect(copies(here)).toEqual(['acme.yaml']);
    expect((await edit(here, "text = text.replace('laed', 'lead')", `edit acme --from ${KEPT}`)).status).toBe(
      0,
    );
    expect(here.read(FILE)).toBe(ACME.replace('12-15', '12-31'));
    expect(copies(here)).toEqual([]);
  });

  test('a later edit says which texts were not taken over, and of no other deal', async () => {
    const here = await workspace({ acme: ACME, 'acme-2': ACME });
    await edit(here, "text = 'first: ['");
    await edit(here, "text = 'of another: ['", 'edit acme-2');
    const { status, stderr } = await edit(here, '');
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr:
        'There is a text of this deal that was not taken over. ' +
        `To go on with it: pipeline edit ${FILE} --from ${KEPT}\n`,
    });
    expect(copies(here)).toEqual(['acme-2.yaml', 'acme.yaml']);
    expect((await edit(here, `text = ${JSON.stringify(ACME)}`, `edit acme --from ${KEPT}`)).stderr).toBe('');
  });

  test('a second text is kept beside the first', async () => {
    const here = await workspace();
    await edit(here, "text = 'first: ['");
    await edit(here, "text = 'second: ['");
    expect(
      copies(here)
        .map((name) => here.read(`.pipeline/edit/${name}`))
        .sort(),
    ).toEqual(['first: [', 'second: [']);
  });
});

describe('a deal that cannot be read is what it is for', () => {
  const CONFLICT = `<<<<<<< HEAD\n${ACME}=======\nname: Other\nstage: lead\n>>>>>>> b\n`;
  const solve = "text = text.replace(/^<{7}.*\\n/m, '').replace(/^={7}[^]*/m, '')";

  test.each([
    ['its id', 'edit acme'],
    ['its path', `edit ${FILE}`],
    ['its path as a shell completes it', `edit ./${FILE}`],
  ])('found by %s, and mended', async (_, words) => {
    const here = await workspace({ acme: CONFLICT });
    const { status, stdout } = await edit(here, solve, words);
    expect({ status, file: here.read(FILE) }).toEqual({ status: 0, file: ACME });
    expect(stdout).toContain('It could not be read before, and can now.');
  });

  test('left as it is it still cannot be read, and the status says so', async () => {
    const here = await workspace({ acme: CONFLICT });
    const { status, stdout } = await edit(here, '');
    expect(status).toBe(3);
    expect(stdout).toContain('It still cannot be read.\n');
  });

  test('one in another encoding is given to the editor byte for byte', async () => {
    const here = await workspace({});
    const latin = Buffer.from(ACME.replace('Acme', 'Łódź'), 'latin1');
    here.write(FILE, latin);
    const line =
      "if (!fs.readFileSync(file).equals(fs.readFileSync(root + '/deals/2026/acme.yaml'))) process.exit(9);";
    expect((await edit(here, `${line} text = ${JSON.stringify(ACME)}`)).status).toBe(0);
    expect(here.read(FILE)).toBe(ACME);
  });

  test('of two files of one id it asks which', async () => {
    const here = await workspace();
    here.write('deals/2025/acme.yaml', ACME);
    const { status, stderr } = await edit(here, '');
    expect(status).toBe(2);
    expect(stderr).toContain('2 files have the id acme: deals/2025/acme.yaml, deals/2026/acme.yaml.');
    expect((await edit(here, "text = text.replace('12-15', '12-31')", `edit ${FILE}`)).status).toBe(0);
    expect(here.read('deals/2025/acme.yaml')).toBe(ACME);
  });

  test('a link or a folder in its place is not edited', async () => {
    const here = await workspace();
    execFileSync('ln', ['-s', '/etc/hostname', join(here.root, 'deals/2026/link.yaml')]);
    const { status, stderr } = await edit(here, '', 'edit link');
    expect(status).toBe(3);
    expect(stderr).toContain("deals/2026/link.yaml can't be edited: it is a symbolic link");
  });

  test('one in the archive comes back first', async () => {
    const here = await workspace({ acme: ACME, other: ACME });
    await here.run('merge acme other');
    expect((await edit(here, '', 'edit other')).stderr).toContain('pipeline archive restore other');
  });
});

describe('somebody else changes the deal meanwhile', () => {
  test('in another field: both are written', async () => {
    const here = await workspace();
    const theirs = ACME.replace('ERP', 'MES');
    const line = `fs.writeFileSync(root + '/${FILE}', ${JSON.stringify(theirs)}); text = text.replace('12-15', '12-31')`;
    const { status, stderr } = await edit(here, line);
    expect([status, stderr]).toEqual([0, '']);
    expect(here.read(FILE)).toBe(theirs.replace('12-15', '12-31'));
    expect(here.has(KEPT)).toBe(false);
  });

  test('in the same field: nothing is written, theirs stands, and the text is kept', async () => {
    const here = await workspace();
    const theirs = ACME.replace('12-15', '12-20');
    const line = `fs.writeFileSync(root + '/${FILE}', ${JSON.stringify(theirs)}); text = text.replace('12-15', '12-31')`;
    const { status, stderr } = await edit(here, line);
    expect(status).toBe(4);
    expect(stderr).toContain(
      'error: deals/2026/acme.yaml was changed by someone else while you edited it; you both changed close.\n',
    );
    expect(here.read(FILE)).toBe(theirs);
    expect(here.read(KEPT)).toBe(ACME.replace('12-15', '12-31'));
  });

  test('going on with a kept text leaves what was written since', async () => {
    const here = await workspace();
    const failed = await edit(here, `text = text.replace('12-15', '12-32')`);
    expect(failed.status).toBe(3);
    await here.run(['set', 'acme', 'important=reference']);
    const again = `text = text.replace('12-32', '12-31')`;
    const { status, stderr } = await edit(here, again, `edit acme --from ${KEPT}`);
    expect([status, stderr]).toEqual([0, '']);
    expect(here.read(FILE)).toContain('important: reference');
    expect(here.read(FILE)).toContain('2026-12-31');
    expect(Object.keys(here.files('.pipeline/edit'))).toEqual([]);
  });

  test('that it is gone counts as well', async () => {
    const here = await workspace();
    const { status } = await edit(here, `fs.rmSync(root + '/${FILE}'); text += '# x\\n'`);
    expect(status).toBe(4);
    expect(here.has(FILE)).toBe(false);
  });

  test('while the editor is open nobody is locked out', async () => {
    const here = await workspace({ acme: ACME, other: ACME });
    const run = `(await import('node:child_process')).execFileSync(process.execPath, [${JSON.stringify(
      join(process.cwd(), 'bin/pipeline.js'),
    )}, 'snapshot'], {cwd: root}); text += '# x\\n'`;
    expect((await edit(here, run)).status).toBe(0);
    expect(here.has('snapshots')).toBe(true);
  });
});

describe('the editor', () => {
  test('VISUAL goes before EDITOR', async () => {
    const here = await workspace();
    const { status } = await here.run('edit acme', {
      env: { VISUAL: editor(here, "text += '# v\\n'"), EDITOR: 'false' },
    });
    expect({ status, end: here.read(FILE).endsWith('# v\n') }).toEqual({ status: 0, end: true });
  });

  test('may have arguments, quotes and signs of a shell in its path, which none acts on', async () => {
    const here = await workspace();
    const path = editor(
      here,
      "if (process.argv[2] !== '--wait' || process.argv[3] !== '$(touch pwned) ; x') process.exit(9); text += '# q\\n'",
      'my "editor"; touch pwned.mjs',
    );
    const { status } = await here.run('edit acme', {
      env: { EDITOR: `${path} --wait "\\$(touch pwned) ; x"` },
    });
    expect(status).toBe(0);
    expect(readdirSync(here.root)).not.toContain('pwned');
  });

  test.each([
    ['none is named', '', 'Neither VISUAL nor EDITOR says which editor to open.', 2],
    [
      'it is not there',
      '/no/such/editor',
      "The editor can't be started: /no/such/editor: no such file or folder.",
      2,
    ],
    ['a quote is not closed', "'vi", "VISUAL or EDITOR is no command: 'vi", 2],
    ['it fails', 'false', 'The editor was ended with status 1: false', 5],
  ])('where %s, nothing is changed', async (_, named, told, status) => {
    const here = await workspace();
    const result = await here.run('edit acme', { env: { EDITOR: named } });
    expect({ status: result.status, file: here.read(FILE) }).toEqual({ status, file: ACME });
    expect(result.stderr).toContain(told);
    expect(copies(here)).toEqual([]);
  });

  test('that fails after a save leaves the text in the copy, and the deal as it was', async () => {
    const here = await workspace();
    const { status, stderr } = await edit(
      here,
      "fs.writeFileSync(file, text + '# mine\\n'); process.kill(process.pid, 'SIGKILL')",
    );
    expect(status).toBe(5);
    expect(stderr).toContain('The editor was ended by SIGKILL: ');
    expect(here.read(KEPT)).toBe(`${ACME}# mine\n`);
    expect(here.read(FILE)).toBe(ACME);
  });

  test('sees a copy whose name ends in .yaml, outside of all that reads deals', async () => {
    const here = await workspace();
    const line = "if (!file.endsWith('/.pipeline/edit/acme.yaml')) process.exit(9);";
    expect((await edit(here, line)).status).toBe(0);
  });
});

describe('in a mirror', () => {
  async function mirror(): Promise<Desk> {
    const here = await workspace({}, '--currency PLN --mirror pipedrive');
    here.write('export.csv', pipedrive('17,Portal,100,Lead,open'));
    expect(await here.run('import export.csv')).toMatchObject({ status: 0 });
    return here;
  }

  test('what the CRM holds is refused by its record; what is ours is saved', async () => {
    const here = await mirror();
    const { status, stderr } = await edit(
      here,
      "text = text.replace('amount: 100', 'amount: 900') + 'important: yes\\n'",
      'edit portal',
    );
    expect(status).toBe(3);
    expect(stderr).toContain('error  pipedrive holds amount of portal: record 17.\n');
    const own = await edit(here, "text += 'important: reference\\n'", 'edit portal');
    expect(own).toMatchObject({ status: 0 });
  });

  test('nor may a deal be taken from its record: then nothing of it would be the CRM’s', async () => {
    const here = await mirror();
    const { status, stderr } = await edit(here, "text = text.replace(/^source: .*\\n/m, '')", 'edit portal');
    expect({ status, told: stderr.includes('pipedrive holds source of portal: record 17.') }).toEqual({
      status: 3,
      told: true,
    });
  });
});

test('a deal is found by a piece of its name as well; JSON says what changed', async () => {
  const here = await workspace();
  const { stdout } = await edit(here, "text = text.replace('12-15', '12-31')", 'edit rollout --format json');
  const view: ChangeView = JSON.parse(stdout);
  expect(view.deals).toMatchObject([
    { id: 'acme', file: FILE, changes: [{ field: 'close', old: '2026-12-15', new: '2026-12-31' }] },
  ]);
});

test.skipIf(process.getuid?.() === 0)(
  'a folder that may not be written ends it with a sentence, and the text is kept',
  async () => {
    const here = await workspace();
    chmodSync(join(here.root, 'deals/2026'), 0o500);
    const { status } = await edit(here, "text += '# x\\n'");
    chmodSync(join(here.root, 'deals/2026'), 0o700);
    expect({ status, kept: here.has(KEPT) }).toEqual({ status: 5, kept: true });
  },
);

test('a link in the place of the folder of copies leads nowhere', async () => {
  const here = await workspace();
  mkdirSync(join(here.root, '.pipeline'), { recursive: true });
  mkdirSync(join(here.root, 'elsewhere'));
  execFileSync('ln', ['-s', '../elsewhere', join(here.root, '.pipeline/edit')]);
  await edit(here, "text = 'x: ['");
  expect(readdirSync(join(here.root, 'elsewhere'))).toEqual([]);
  expect(readFileSync(join(here.root, KEPT), 'utf8')).toBe('x: [');
  rmSync(join(here.root, 'elsewhere'), { recursive: true });
});
