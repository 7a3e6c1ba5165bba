// Completion: what a shell offers at every place of a line, from the definitions of the verbs and from the index; and that
// nothing that a deal holds is ever run by the shell. Real shells where they are installed.

import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerTo, complete } from '../src/cli/complete.ts';
import { valuesOf } from '../src/cli/complete-values.ts';
import { GLOBAL_OPTIONS, ownOptions } from '../src/cli/options.ts';
import { kindOf, placeholderOf, type ValueKind } from '../src/cli/value-kinds.ts';
import { VERBS } from '../src/cli/verbs.ts';
import { cli } from './support/cli.ts';

const folders: string[] = [];
function folder(name: string): string {
  const made = mkdtempSync(join(tmpdir(), `pipeline-${name}-`));
  folders.push(made);
  return made;
}
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

const outside = (cwd: string) => ({
  cwd,
  env: { PIPELINE_TODAY: '2026-11-23' },
  now: () => new Date('2026-11-23T12:00:00Z'),
});

let demo = '';
beforeAll(async () => {
  demo = folder('completion');
  await cli('init . --demo', { cwd: demo });
  await cli('stale', { cwd: demo });
});

async function offered(line: string, cwd = demo): Promise<string[]> {
  const { words } = await answerTo(line.split(' '), outside(cwd));
  return words.map(({ value }) => value);
}

test('every option and argument that takes a value says what can be offered for it', () => {
  const specs = VERBS.flatMap((verb) =>
    [...(verb.args ?? []), ...ownOptions(verb), ...GLOBAL_OPTIONS].map((spec) => ({ verb: verb.name, spec })),
  );
  const silent = specs.flatMap(({ verb, spec }) => {
    const notation = 'flags' in spec ? spec.flags : spec.name;
    const isTold = placeholderOf(notation) === '' || spec.choices !== undefined;
    return isTold || kindOf(notation, spec.completes) !== undefined ? [] : [`${verb} ${notation}`];
  });
  expect(specs.length).toBeGreaterThan(100);
  expect(silent).toEqual([]);
});

describe('at its place there are', () => {
  test.each([
    ['sna', ['snapshot']],
    ['snapshot ', ['list', 'verify', '--never']],
    ['help dat', ['dates']],
    ['help archive re', ['restore']],
    ['list --own', ['--owner']],
    ['list --owner ', ['anna', 'ewa', 'marek', 'piotr']],
    ['list --owner anna,p', ['anna,piotr']],
    ['list --owner=e', ['--owner=ewa']],
    ['list --owner anna --own', ['--owner']],
    ['list --open --op', []],
    ['list --stage ne', ['negotiation']],
    ['list --format j', ['json']],
    ['stale --by ', ['owner', 'stage']],
    ['check --rule past', ['past-close']],
    ['check --gate warning --explain la', ['late-entry', 'late-log']],
    ['show notec', []],
    ['show kormoran', ['kormoran-shipyard-erp']],
    ['archive restore notec', ['notec-feeds-mes']],
    ['list --where last_a', ['last_activity', 'last_activity_type']],
    ['list --where custom', ['custom.segment']],
    ['diff lat', ['latest']],
    ['diff --only sl', ['slipped']],
    ['trend slip', ['slip-rate', 'slip-days']],
    ['list --closing 2026-Q', ['2026-Q4', '2026-Q3', '2026-Q2']],
    ['list --closing next-q', ['next-quarter']],
    ['init --currency PL', ['PLN']],
    ['init --time-zone Europe/Wars', ['Europe/Warsaw']],
    ['completion ', ['bash', 'zsh', 'fish']],
    ['nosuchverb ', []],
    ['list --account ', undefined],
  ])('%s', async (line, expected) => {
    const found = await offered(line);
    if (expected === undefined) expect(found).toContain('Amber Foundry');
    else expect(found).toEqual(expected.filter((word) => word !== '--never'));
  });

  test('an editor’s lock beside a deal is no deal', async () => {
    const root = folder('locked');
    cpSync(demo, root, { recursive: true });
    writeFileSync(join(root, 'deals/2026/.#kormoran.yaml'), '');
    mkdirSync(join(root, 'deals/.kormoran'));
    writeFileSync(join(root, 'deals/.kormoran/kormoran-old.yaml'), '');
    expect(await offered('show kormoran', root)).toEqual(['kormoran-shipyard-erp']);
    expect(await offered('show .', root)).toEqual([]);
  });

  test('-C says whose words they are, and outside of a workspace there are those that need none', async () => {
    const elsewhere = folder('nowhere');
    expect(await offered(`-C ${demo} list --owner ma`, elsewhere)).toEqual(['marek']);
    expect(await offered('list --owner ', elsewhere)).toEqual([]);
    expect(await offered('check --rule past', elsewhere)).toEqual(['past-close']);
  });

  test('files where a file is wanted, folders where a folder is, and no space behind FORMAT=', async () => {
    const manner = async (line: string) => (await answerTo(line.split(' '), outside(demo))).manner;
    expect(await manner('week ')).toBe('files');
    expect(await manner('list --output json=')).toBe('files');
    expect(await manner('init ')).toBe('folders');
    expect(await manner('list --output j')).toBe('nospace');
  });

  test('every verb and each of its options, by the definitions that --help has', async () => {
    for (const verb of VERBS) {
      const words = verb.name.split(' ');
      expect(await offered(words.join(' '))).toContain(words.at(-1));
      const flags = await offered(`${verb.name} --`);
      for (const { flags: own } of ownOptions(verb)) expect(flags).toContain(/--[\w-]+/.exec(own)?.[0]);
    }
  });
});

test.each<[ValueKind, string]>([
  ['lost-reason', 'no-decision'],
  ['activity-type', 'meeting'],
  ['category', 'best-case'],
  ['archive-folder', '2026-Q4'],
  ['assignment', 'owner='],
])('of the kind %s there is %s', async (kind, value) => {
  const values = await valuesOf(kind, { root: demo, io: outside(demo), typed: '' });
  expect(values.map((candidate) => candidate.value)).toContain(value);
});

test('an assignment completes the value of its field', async () => {
  const values = await valuesOf('assignment', { root: demo, io: outside(demo), typed: 'stage=pro' });
  expect(values.map(({ value }) => value)).toContain('stage=proposal');
});

test('a shell that there is none for is refused with what was meant', async () => {
  const { status, stderr } = await cli('completion zhs', { cwd: demo });
  expect([status, stderr]).toEqual([2, expect.stringContaining('Did you mean "zsh"?')]);
});

describe('ids', () => {
  test('of a deal that came since the last command are there, and the index is not written', async () => {
    const cwd = folder('since');
    cpSync(demo, cwd, { recursive: true });
    await cli('stale', { cwd });
    const index = () => readFileSync(join(cwd, '.pipeline/index.db'));
    const before = index();
    writeFileSync(join(cwd, 'deals/2026/aaa-new.yaml'), 'name: New\nstage: lead\n');
    expect(await offered('show aaa', cwd)).toEqual(['aaa-new']);
    expect(await offered('show kormoran', cwd)).toEqual(['kormoran-shipyard-erp']);
    expect(index().equals(before)).toBe(true);
    expect(readdirSync(join(cwd, '.pipeline')).sort()).toEqual(readdirSync(join(demo, '.pipeline')).sort());
  });

  test('say what deals they are, but where there are more than a person looks through', async () => {
    const cwd = folder('many');
    await cli('init . --currency PLN --locale en', { cwd });
    mkdirSync(join(cwd, 'deals/2026'), { recursive: true });
    const write = (from: number, to: number) => {
      for (let at = from; at < to; at++)
        writeFileSync(join(cwd, `deals/2026/deal-${at}.yaml`), `name: Mill ${at}\nstage: lead\n`);
    };
    const said = async () => {
      await cli('stale', { cwd });
      const lines = (await complete(['zsh', '--', 'show', 'deal'], outside(cwd))).trimEnd().split('\n');
      return { ids: lines.length - 1, told: lines.filter((line) => line.includes('\tMill')).length };
    };
    write(0, 500);
    expect(await said()).toEqual({ ids: 500, told: 500 });
    write(500, 501);
    expect(await said()).toEqual({ ids: 501, told: 0 });
  });

  test.each(['absent', 'damaged', 'of another version'])(
    'are those of the files where the index is %s',
    async (how) => {
      const cwd = folder('index');
      cpSync(join(demo, 'deals'), join(cwd, 'deals'), { recursive: true });
      cpSync(join(demo, 'pipeline.yaml'), join(cwd, 'pipeline.yaml'));
      if (how !== 'absent') {
        mkdirSync(join(cwd, '.pipeline'));
        if (how === 'damaged') writeFileSync(join(cwd, '.pipeline/index.db'), 'no database'.repeat(1000));
        else cpSync(join(demo, '.pipeline/index.db'), join(cwd, '.pipeline/index.db'));
      }
      expect(await offered('show kormoran', cwd)).toEqual(['kormoran-shipyard-erp']);
      expect(existsSync(join(cwd, '.pipeline'))).toBe(how !== 'absent');
    },
  );
});

/** Owners that would do harm in a shell that ran them, that a shell parts, and that act on a terminal. */
const HOSTILE = [
  '$(touch x)',
  '`touch x`',
  'Anna "N." O\'Hara',
  'a;touch x',
  'Łucja & Co *',
  "it's",
  '-rf',
  'tab:and=sign',
];
const UNTYPABLE = 'esc\u001b[31m';

let hostile = '';
const program = () => join(hostile, 'bin');
beforeAll(() => {
  hostile = folder('hostile');
  mkdirSync(join(hostile, 'bin'));
  const launcher = `#!/bin/sh\nexec ${process.execPath} ${resolve('bin/pipeline.js')} "$@"\n`;
  writeFileSync(join(program(), 'pipeline'), launcher);
  chmodSync(join(program(), 'pipeline'), 0o755);
  runPipeline('init', '.', '--currency', 'PLN', '--locale', 'en');
  mkdirSync(join(hostile, 'deals/2026'), { recursive: true });
  for (const [at, owner] of [...HOSTILE, UNTYPABLE].entries()) {
    const text = `name: Deal\nstage: lead\nowner: ${JSON.stringify(owner)}\ncreated: 2026-11-01\n`;
    writeFileSync(join(hostile, `deals/2026/deal-${at}.yaml`), text);
  }
  runPipeline('stale');
}, 120_000);

function environment() {
  return { ...process.env, PATH: `${program()}:${process.env.PATH}`, PIPELINE_TODAY: '2026-11-23' };
}

function runPipeline(...words: string[]): string {
  return execFileSync(join(program(), 'pipeline'), words, {
    cwd: hostile,
    env: environment(),
    encoding: 'utf8',
  });
}

function isInstalled(shell: string): boolean {
  return spawnSync(shell, ['-c', 'exit 0']).status === 0;
}

function runShell(shell: string, script: string): string {
  const { stdout, stderr, status } = spawnSync(shell, ['-c', script], {
    cwd: hostile,
    env: environment(),
    encoding: 'utf8',
    timeout: 50_000,
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}

test('for bash, words are quoted as the line needs it, and parted where it parts them', async () => {
  const asked = async (...words: string[]) =>
    (await complete(['bash', '--', ...words], outside(demo))).split('\n').slice(1, -1);
  expect(await asked('list', '--owner', '=', 'e')).toEqual(['ewa']);
  expect(await asked('list', '--account', 'Amb')).toEqual(['Amber\\ Foundry']);
  expect(await asked('list', '--account', '"Amb')).toEqual(['Amber Foundry']);
  expect(await asked('list', '--account', 'Amber\\ F')).toEqual(['Amber\\ Foundry']);
  expect(await asked('list', '--account', "'Amber F")).toEqual(['Amber Foundry']);
});

const bash = test.skipIf(!isInstalled('bash'));
bash(
  'bash gets every owner so that the line means that owner, and runs none',
  () => {
    const out = runShell(
      'bash',
      `source <(pipeline completion bash)
     COMP_WORDS=(pipeline list --owner ''); COMP_CWORD=3; _pipeline_complete
     for word in "\${COMPREPLY[@]}"; do eval "set -- $word"; printf '%s|%s\\n' "$#" "$1"; done`,
    );
    expect(out.trim().split('\n').sort()).toEqual(HOSTILE.map((owner) => `1|${owner}`).sort());
    expect(existsSync(join(hostile, 'x'))).toBe(false);
  },
  60_000,
);

bash(
  'bash completes within quotes that are open',
  () => {
    const out = runShell(
      'bash',
      `source <(pipeline completion bash)
     for start in "'" '"'; do
       COMP_WORDS=(pipeline list --owner "$start"); COMP_CWORD=3; _pipeline_complete
       for word in "\${COMPREPLY[@]}"; do eval "set -- $start$word$start"; printf '%s|%s\\n' "$#" "$1"; done
     done`,
    );
    const twice = [...HOSTILE, ...HOSTILE].map((owner) => `1|${owner}`);
    expect(out.trim().split('\n').sort()).toEqual(twice.sort());
    expect(existsSync(join(hostile, 'x'))).toBe(false);
  },
  60_000,
);

test.skipIf(!isInstalled('fish'))(
  'fish gets every owner, and runs none',
  () => {
    const out = runShell(
      'fish',
      "source (pipeline completion fish | psub); complete -C 'pipeline list --owner '",
    );
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t')[0])
        .sort(),
    ).toEqual([...HOSTILE].sort());
    expect(runShell('fish', "source (pipeline completion fish | psub); complete -C 'pipeline sta'")).toMatch(
      /^stale\t/m,
    );
    expect(existsSync(join(hostile, 'x'))).toBe(false);
  },
  60_000,
);

// The quotes around them are zsh's own doing: here its builtin for that prints what it is given.
test.skipIf(!isInstalled('zsh'))(
  'zsh is given every owner, and runs none',
  () => {
    const setUp = `compdef() { : }; eval "$(pipeline completion zsh)"
    compadd() { print -rl -- "\${(@P)argv[-1]}" }`;
    const owners = runShell(
      'zsh',
      `${setUp}; words=(pipeline list --owner ''); CURRENT=4; PREFIX=''; _pipeline`,
    );
    expect(owners.trimEnd().split('\n').sort()).toEqual([...HOSTILE].sort());
    const quoted = runShell(
      'zsh',
      `${setUp}; words=(pipeline -C 'it\\ is' sta); CURRENT=4; PREFIX=sta; _pipeline`,
    );
    expect(quoted.trimEnd().split('\n').sort()).toEqual(['stale', 'status']);
    const verbs = runShell('zsh', `${setUp}; words=(pipeline sta); CURRENT=2; PREFIX=sta; _pipeline`);
    expect(verbs.trimEnd().split('\n').sort()).toEqual(['stale', 'status']);
    expect(existsSync(join(hostile, 'x'))).toBe(false);
  },
  60_000,
);
