import { cpSync, existsSync, lstatSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fingerprintOf } from '../../src/workspace/fingerprint.ts';
import { isInterrupted } from '../../src/workspace/journal.ts';
import { withLock } from '../../src/workspace/lock.ts';
import type { Step } from '../../src/workspace/steps.ts';
import { commitFiles } from '../../src/workspace/transaction.ts';
import type { FileChange } from '../../src/workspace/write-plan.ts';
import { filesIn, folderWith, put } from './folder.ts';
import { outside } from './outside.ts';

const who = { command: 'test', now: new Date('2026-11-23T10:00:00Z') };
const recovered = (root: string) => withLock(root, who, ({ notes }) => notes.map(String));
const journal = (steps: readonly unknown[]) => JSON.stringify({ format: 1, steps });
const putStep = (temporary: string, path: string) =>
  journal([{ kind: 'put', temporary, path, expected: 'any' }]);
const folderStep = (temporary: string, path: string, aside: string) =>
  journal([{ kind: 'put-folder', temporary, path, aside }]);
const setAside = (aside: string, path: string) => {
  return { temporaries: [], folders: [], asides: [{ aside, path }] };
};
const fingerprint = (root: string, path: string) =>
  fingerprintOf(lstatSync(join(root, path), { bigint: true }));

test('what was begun is completed by the next command that writes, once', async () => {
  const steps: Step[] = [
    { kind: 'put', temporary: 'deals/.0.pipeline-tmp', path: 'deals/a.yaml', expected: 'any' },
    { kind: 'put', temporary: 'deals/.2.pipeline-tmp', path: 'deals/b.yaml', expected: 'absent' },
    { kind: 'move', from: 'deals/c.yaml', path: 'archive/c.yaml', expected: 'any' },
    { kind: 'remove', path: 'deals/d.yaml', expected: 'any' },
    { kind: 'put-folder', temporary: '.8.pipeline-tmp', path: 'snap', aside: '.9.pipeline-tmp' },
  ];
  const root = folderWith({
    'deals/a.yaml': 'old',
    'deals/.0.pipeline-tmp': 'new',
    'deals/.2.pipeline-tmp': 'new',
    'deals/c.yaml': 'c',
    'deals/d.yaml': 'd',
    'archive/x.yaml': 'x',
    'snap/old': '',
    '.8.pipeline-tmp/new': '',
    '.pipeline/journal.json': journal(steps),
  });
  expect(isInterrupted(root)).toBe(true);
  expect(await recovered(root)).toEqual([
    'A command was interrupted while it wrote; its 5 changes are completed now.',
  ]);
  const after = {
    'deals/a.yaml': 'new',
    'deals/b.yaml': 'new',
    'archive/c.yaml': 'c',
    'archive/x.yaml': 'x',
    'snap/new': '',
  };
  expect(filesIn(root)).toEqual(after);
  expect(isInterrupted(root)).toBe(false);
  expect(await recovered(root)).toEqual([]);
  put(root, '.pipeline/journal.json', journal(steps));
  expect(await recovered(root)).toHaveLength(1);
  expect(filesIn(root)).toEqual(after);
});

test('what a person saved after the crash stays, and what was to be written is kept beside', async () => {
  const root = folderWith({ 'deals/a.yaml': 'old', 'deals/.0.pipeline-tmp': 'ours', 'deals/g.yaml': 'old' });
  const [a, g] = [fingerprint(root, 'deals/a.yaml'), fingerprint(root, 'deals/g.yaml')];
  put(root, 'deals/.2.pipeline-tmp', 'ours too');
  put(
    root,
    '.pipeline/journal.json',
    journal([
      { kind: 'put', temporary: 'deals/.0.pipeline-tmp', path: 'deals/a.yaml', expected: a },
      { kind: 'put', temporary: 'deals/.2.pipeline-tmp', path: 'deals/sub/a.yaml', expected: 'absent' },
      { kind: 'remove', path: 'deals/g.yaml', expected: g },
    ]),
  );
  put(root, 'deals/a.yaml', 'hers');
  put(root, 'deals/sub/a.yaml', 'hers too');
  put(root, 'deals/g.yaml', 'hers as well');
  expect(await recovered(root)).toEqual([
    'A command was interrupted while it wrote; its 3 changes are completed now.',
    'deals/a.yaml was saved by someone else meanwhile and stays as it is; what was to be written is in .pipeline/kept/a.yaml.',
    'deals/sub/a.yaml was saved by someone else meanwhile and stays as it is; what was to be written is in .pipeline/kept/2-a.yaml.',
    'deals/g.yaml was saved by someone else meanwhile and stays.',
  ]);
  expect(filesIn(root)).toEqual({
    'deals/a.yaml': 'hers',
    'deals/sub/a.yaml': 'hers too',
    'deals/g.yaml': 'hers as well',
  });
  expect(readFileSync(join(root, '.pipeline/kept/a.yaml'), 'utf8')).toBe('ours');
  expect(readFileSync(join(root, '.pipeline/kept/2-a.yaml'), 'utf8')).toBe('ours too');
});

test('a file that a person saved or put in the way after the crash is not moved', async () => {
  const root = folderWith({ 'deals/a.yaml': 'old', 'deals/b.yaml': 'b', 'archive/b.yaml': 'hers' });
  const a = fingerprint(root, 'deals/a.yaml');
  put(root, 'deals/a.yaml', 'hers');
  const steps: Step[] = [
    { kind: 'move', from: 'deals/a.yaml', path: 'archive/a.yaml', expected: a },
    { kind: 'move', from: 'deals/b.yaml', path: 'archive/b.yaml', expected: 'any' },
  ];
  put(root, '.pipeline/journal.json', journal(steps));
  expect(await recovered(root)).toEqual([
    'A command was interrupted while it wrote; its 2 changes are completed now.',
    'deals/a.yaml was saved by someone else meanwhile and stays where it is.',
    'deals/b.yaml was saved by someone else meanwhile and stays where it is.',
  ]);
  expect(filesIn(root)).toEqual({ 'deals/a.yaml': 'hers', 'deals/b.yaml': 'b', 'archive/b.yaml': 'hers' });
});

test('a file that is gone with its folder since the crash is no obstacle', async () => {
  const steps: Step[] = [
    { kind: 'remove', path: 'gone/a.yaml', expected: 'any' },
    { kind: 'move', from: 'gone/b.yaml', path: 'deals/b.yaml', expected: 'any' },
  ];
  const root = folderWith({ 'deals/a.yaml': 'a', '.pipeline/journal.json': journal(steps) });
  expect(await recovered(root)).toEqual([
    'A command was interrupted while it wrote; its 2 changes are completed now.',
  ]);
  expect(filesIn(root)).toEqual({ 'deals/a.yaml': 'a' });
  expect(isInterrupted(root)).toBe(false);
});

test('a folder that someone else made after the crash stays, and ours is kept beside', async () => {
  const root = folderWith({ 'snap/hers': '1', '.0.pipeline-tmp/ours': '2' });
  const step: Step = { kind: 'put-folder', temporary: '.0.pipeline-tmp', path: 'snap', aside: '' };
  put(root, '.pipeline/journal.json', journal([step]));
  expect(await recovered(root)).toEqual([
    'A command was interrupted while it wrote; its change is completed now.',
    'snap was saved by someone else meanwhile and stays as it is; what was to be written is in .pipeline/kept/snap.',
  ]);
  expect(filesIn(root)).toEqual({ 'snap/hers': '1' });
  expect(readFileSync(join(root, '.pipeline/kept/snap/ours'), 'utf8')).toBe('2');
});

test('what is kept beside takes the place of nothing that was kept before', async () => {
  const root = folderWith({ 'a.yaml': 'hers' });
  for (const ours of ['first', 'second', 'third']) {
    put(root, '.0.pipeline-tmp', ours);
    const step: Step = { kind: 'put', temporary: '.0.pipeline-tmp', path: 'a.yaml', expected: 'absent' };
    put(root, '.pipeline/journal.json', journal([step]));
    expect(await recovered(root)).toHaveLength(2);
  }
  const kept = (name: string) => readFileSync(join(root, '.pipeline/kept', name), 'utf8');
  expect([kept('a.yaml'), kept('2-a.yaml'), kept('3-a.yaml')]).toEqual(['first', 'second', 'third']);
});

test('temporaries of a write that changed nothing yet are removed, with the folders that it made', async () => {
  const root = folderWith({
    'deals/a.yaml': 'old',
    'deals/.0.pipeline-tmp': 'new',
    'other/x/.2.pipeline-tmp': '',
  });
  const intent = {
    temporaries: ['deals/.0.pipeline-tmp', 'other/x/.2.pipeline-tmp', 'deals/.4.pipeline-tmp'],
    folders: ['other', 'other/x', 'deals'],
  };
  put(root, '.pipeline/intent.json', JSON.stringify(intent));
  expect(await recovered(root)).toEqual([
    'An interrupted command left temporary files; they are removed now.',
  ]);
  expect(filesIn(root)).toEqual({ 'deals/a.yaml': 'old' });
  expect(readdirSync(root).sort()).toEqual(['.pipeline', 'deals']);
});

const canMount = outside('unshare', '-m', 'true');

test.skipIf(!canMount)(
  'temporaries that can’t be removed now are removed by a later command (needs mount)',
  async () => {
    const root = folderWith({ 'snapshots/.0.pipeline-tmp/deals.csv': '' });
    const temporary = join(root, 'snapshots/.0.pipeline-tmp');
    const intent = { temporaries: ['snapshots/.0.pipeline-tmp'], folders: ['snapshots'] };
    put(root, '.pipeline/intent.json', JSON.stringify(intent));
    outside('mount', '--bind', temporary, temporary);
    onTestFinished(() => void outside('umount', temporary));
    expect(await recovered(root)).toEqual([
      "An interrupted command left temporary files; they can't be removed now.",
    ]);
    outside('umount', temporary);
    expect(await recovered(root)).toEqual([
      'An interrupted command left temporary files; they are removed now.',
    ]);
    expect(readdirSync(root)).toEqual(['.pipeline']);
  },
);

test.each([
  ['no JSON', '{"format":1,"st'],
  ['another format', JSON.stringify({ format: 2, steps: [] })],
  ['a way out', journal([{ kind: 'put', temporary: '.0.pipeline-tmp', path: '../out', expected: 'any' }])],
  ['a way in', journal([{ kind: 'put', temporary: '../.0.pipeline-tmp', path: 'a', expected: 'any' }])],
  ['no temporary', journal([{ kind: 'put', temporary: 'deals/a.yaml', path: 'b', expected: 'any' }])],
  ['no such step', journal([{ kind: 'constructor', path: 'b', expected: 'any' }])],
  ['a step without a path', journal([{ kind: 'remove', expected: 'any' }])],
  ['a list', '[]'],
  ['nothing', 'null'],
  ['no steps', JSON.stringify({ format: 1 })],
  ['a step that is no step', journal(['remove'])],
  ['a step of no kind', journal([{ path: 'b', expected: 'any' }])],
  ['no text for what is expected', journal([{ kind: 'remove', path: 'deals/a.yaml', expected: 1 }])],
  ['a put that expects nothing', journal([{ kind: 'put', temporary: '.0.pipeline-tmp', path: 'b' }])],
  ['a move from nowhere', journal([{ kind: 'move', path: 'b', expected: 'any' }])],
  ['a move to nowhere', journal([{ kind: 'move', from: 'deals/a.yaml', expected: 'any' }])],
  ['a move that expects nothing', journal([{ kind: 'move', from: 'deals/a.yaml', path: 'b' }])],
  ['a folder from nowhere', journal([{ kind: 'put-folder', path: 'b', aside: '' }])],
  ['a folder to nowhere', journal([{ kind: 'put-folder', temporary: '.0.pipeline-tmp', aside: '' }])],
  [
    'a folder that sets a deal aside',
    journal([{ kind: 'put-folder', temporary: '.0.pipeline-tmp', path: 'b', aside: 'deals' }]),
  ],
  [
    'one step that is ours and one that is not',
    journal([{ kind: 'remove', path: 'deals/a.yaml', expected: 'any' }, { kind: 'remove' }]),
  ],
  ['a step that is nothing', journal([null])],
  ['a linked folder', journal([{ kind: 'remove', path: 'linked/x', expected: 'any' }])],
  ['a put through a link', putStep('linked/.0.pipeline-tmp', 'b')],
  ['a put to a link', putStep('.0.pipeline-tmp', 'linked/b')],
  ['a move through a link', journal([{ kind: 'move', from: 'linked/x', path: 'b', expected: 'any' }])],
  ['a move to a link', journal([{ kind: 'move', from: 'deals/a.yaml', path: 'linked/b', expected: 'any' }])],
  ['a folder through a link', folderStep('linked/.0.pipeline-tmp', 'b', '')],
  ['a folder to a link', folderStep('.0.pipeline-tmp', 'linked/b', '')],
  ['a folder that is set aside to a link', folderStep('.0.pipeline-tmp', 'deals', 'linked/.2.pipeline-tmp')],
])('a journal that is not ours is put aside and not acted on: %s', async (_, text) => {
  const precious = { x: 'precious', '.0.pipeline-tmp': 'precious too' };
  const outside = folderWith(precious);
  const files = { 'deals/a.yaml': 'a', '.0.pipeline-tmp': 'evil' };
  const root = folderWith({ ...files, '.pipeline/journal.json': text });
  symlinkSync(outside, join(root, 'linked'));
  expect(await recovered(root)).toEqual([
    '.pipeline/journal.json is damaged. It is put aside as journal.json.unreadable.',
  ]);
  expect(filesIn(root)).toEqual(files);
  expect(filesIn(outside)).toEqual(precious);
  expect(await recovered(root)).toEqual([]);
});

test.each([
  ['a folder above', { temporaries: ['..'], folders: [] }],
  ['a deal', { temporaries: ['deals/a.yaml'], folders: [] }],
  ['through a link', { temporaries: ['linked/.0.pipeline-tmp'], folders: [] }],
  ['no lists', { temporaries: 'deals' }],
  ['no folders', { temporaries: [] }],
  ['a folder outside', { temporaries: [], folders: ['..'] }],
  ['nearly a temporary', { temporaries: ['deals/x.0.pipeline-tmp'], folders: [] }],
  ['longer than a temporary', { temporaries: ['deals/.0.pipeline-tmp.yaml'], folders: [] }],
  ['a temporary without a number', { temporaries: ['deals/.x.pipeline-tmp'], folders: [] }],
  ['no list of what was set aside', { temporaries: [], folders: [], asides: 'deals' }],
  ['a deal set aside', { temporaries: [], folders: [], asides: [{ aside: 'deals', path: 'b' }] }],
  ['a temporary that is no text', { temporaries: [['deals/.0.pipeline-tmp']], folders: [] }],
  ['something set aside through a link', setAside('linked/.0.pipeline-tmp', 'b')],
  ['something set aside that belongs behind a link', setAside('deals/.0.pipeline-tmp', 'linked/b')],
  [
    'something set aside from nowhere',
    { temporaries: [], folders: [], asides: [{ aside: '.0.pipeline-tmp' }] },
  ],
])('an intent that is not ours removes nothing: %s', async (_, intent) => {
  const outside = folderWith({ '.0.pipeline-tmp': 'precious' });
  const files = {
    'deals/a.yaml': 'a',
    'deals/x.0.pipeline-tmp': 'x',
    'deals/.0.pipeline-tmp.yaml': 'y',
    'deals/.x.pipeline-tmp': 'z',
    'deals/.0.pipeline-tmp': 'left',
  };
  const root = folderWith({ ...files, '.pipeline/intent.json': JSON.stringify(intent) });
  put(root, '../above', 'precious');
  symlinkSync(outside, join(root, 'linked'));
  expect(await recovered(root)).toEqual([
    '.pipeline/intent.json is damaged. It is put aside as intent.json.unreadable.',
  ]);
  expect(filesIn(root)).toEqual(files);
  expect(existsSync(join(root, '../above'))).toBe(true);
  expect(existsSync(join(outside, '.0.pipeline-tmp'))).toBe(true);
});

test('a command that dies while it makes its files changes nothing, and the next one sweeps them away', async () => {
  const files = { 'deals/d0.yaml': 'old', 'snap/now/x': 'old', 'snap/.3.pipeline-tmp/x': 'someone’s' };
  const changes: FileChange[] = [
    { kind: 'write', path: 'deals/d0.yaml', content: 'new', expected: 'any' },
    { kind: 'folder', path: 'snap/now', files: [{ name: 'x', content: 'new' }], replace: true },
    { kind: 'folder', path: 'more/snap', files: [{ name: 'x', content: 'new' }] },
    ...Array.from({ length: 6 }, (_, n): FileChange => {
      return { kind: 'write', path: `deals/new/d${n}.yaml`, content: 'new', expected: 'absent' };
    }),
  ];
  const root = folderWith(files);
  const dead = changes.map(() => folderWith());
  const progress = (done: number) => {
    const filter = (path: string) => path !== join(root, '.pipeline/lock');
    cpSync(root, dead[done - 1] ?? '', { recursive: true, filter });
  };
  await withLock(root, who, () => commitFiles(root, changes, { progress }));
  for (const left of dead) {
    expect(Object.keys(filesIn(left)).length).toBeGreaterThan(Object.keys(files).length);
    expect(await recovered(left)).toEqual([
      'An interrupted command left temporary files; they are removed now.',
    ]);
    expect(filesIn(left)).toEqual(files);
    expect(readdirSync(left).sort()).toEqual(['.pipeline', 'deals', 'snap']);
    expect(readdirSync(join(left, 'deals'))).toEqual(['d0.yaml']);
  }
});

test('an intent that was not yet written means that nothing was made', async () => {
  const root = folderWith({ '.pipeline/intent.json': '', '.pipeline/journal.json.new': '{"for' });
  expect(await recovered(root)).toEqual([]);
  expect(existsSync(join(root, '.pipeline/intent.json'))).toBe(false);
});

test('a step that can’t be done now is told with its path, and done later', async () => {
  const root = folderWith({
    'deals/.0.pipeline-tmp': 'new',
    'deals/a.yaml/x': '',
    '.pipeline/journal.json': journal([
      { kind: 'put', temporary: 'deals/.0.pipeline-tmp', path: 'deals/a.yaml', expected: 'any' },
    ]),
  });
  const work = recovered(root);
  await expect(work).rejects.toMatchObject({
    code: 'io',
    hint: 'Mend that, and run any command that writes.',
  });
  await expect(work).rejects.toThrow(/can't be completed: it is a folder \(.*deals/);
  expect(isInterrupted(root)).toBe(true);
  rmSync(join(root, 'deals/a.yaml'), { recursive: true });
  expect(await recovered(root)).toHaveLength(1);
  expect(filesIn(root)).toEqual({ 'deals/a.yaml': 'new' });
});

test('where what was to be written is gone, nothing is removed that was to be replaced by it', async () => {
  const root = folderWith({ 'deals/a.yaml': 'a', 'deals/b.yaml': 'precious', 'archive/x.yaml': 'x' });
  const [a, b] = [fingerprint(root, 'deals/a.yaml'), fingerprint(root, 'deals/b.yaml')];
  const steps: Step[] = [
    { kind: 'put', temporary: 'deals/.0.pipeline-tmp', path: 'deals/a.yaml', expected: a },
    { kind: 'put', temporary: 'archive/.2.pipeline-tmp', path: 'archive/b.yaml', expected: 'absent' },
    { kind: 'remove', path: 'deals/b.yaml', expected: b },
  ];
  put(root, '.pipeline/journal.json', journal(steps));
  expect(await recovered(root)).toEqual([
    'A command was interrupted while it wrote, and what it was to write to deals/a.yaml, archive/b.yaml is gone since: the rest is not done, and nothing was removed.',
  ]);
  expect(filesIn(root)).toEqual({ 'deals/a.yaml': 'a', 'deals/b.yaml': 'precious', 'archive/x.yaml': 'x' });
  expect(isInterrupted(root)).toBe(false);
  expect(await recovered(root)).toEqual([]);
});
