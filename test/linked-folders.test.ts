// A folder of deals that is a symbolic link: its deals are not read, and what writes must not take them for gone.

import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Desk, desk } from './crm-import/desk.ts';

const made: Desk[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.clear();
});

/** A workspace whose folder at `path` was moved away, and linked. */
async function linked(path: string): Promise<Desk> {
  const here = await desk();
  made.push(here);
  here.write(
    'deals/2026/acme-erp.yaml',
    'name: ERP\naccount: Acme\nstage: lead\namount: 5\nowner: anna\ncreated: 2026-09-01\nclose: 2026-12-15\n',
  );
  here.write('archive/2026-Q3/old.yaml', 'name: Old\naccount: Old\nstage: lost\ncreated: 2026-01-01\n');
  renameSync(join(here.root, path), join(here.root, 'elsewhere'));
  symlinkSync(join(here.root, 'elsewhere'), join(here.root, path));
  return here;
}

const WRITERS = [
  ['process', 'remove', 'lead'],
  ['snapshot'],
  ['add', 'New', '--account', 'Beta'],
  ['set', '--where', 'stage = lead', 'owner=anna', '--yes'],
];

test.each(['deals', 'deals/2026', 'archive', 'archive/2026-Q3'])(
  '%s: nothing is written beside it',
  async (path) => {
    const here = await linked(path);
    const settings = here.read('pipeline.yaml');
    for (const words of WRITERS) {
      const { status, stderr } = await here.run(words);
      expect([words[0], status, stderr]).toEqual([
        words[0],
        3,
        expect.stringContaining(`${path} can't be looked into, so nothing was done.`),
      ]);
      expect(stderr).toContain('The folder is a symbolic link, and links are not followed.');
    }
    expect(here.read('pipeline.yaml')).toBe(settings);
    expect(here.files('snapshots')).toEqual({});
  },
);

test('check names it, also where what it led to is gone', async () => {
  const here = await linked('deals/2026');
  rmSync(join(here.root, 'elsewhere'), { recursive: true });
  const { stderr } = await here.run('check');
  expect(stderr).toContain('deals/2026  error  The folder is a symbolic link');
  expect((await here.run('snapshot')).status).toBe(3);
});
