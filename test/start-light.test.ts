// Guards: what every command and every TAB loads stays light. A verb's definition that pulls in what it works with makes
// all others slower to start, and nothing else would show it.

import { build, type PluginBuild } from 'esbuild';
import { expect, test } from 'vitest';

const LATER = { name: 'what is loaded later', setup: leaveLaterImports };

/** The files, and modules of Node, that a file needs before its first line runs. */
async function loadedWith(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['*.node', 'bindings'],
    plugins: [LATER],
    metafile: true,
    write: false,
  });
  const own = Object.entries(metafile.inputs);
  const ofNode = own
    .filter(([file]) => !file.includes('/commander/')) // the build gives it none of those
    .flatMap(([, { imports }]) =>
      imports.flatMap(({ path, kind }) => (kind === 'dynamic-import' ? [] : [path])),
    )
    .filter((path) => path.startsWith('node:'));
  return [...own.map(([file]) => file), ...new Set(ofNode)];
}

function leaveLaterImports({ onResolve }: PluginBuild): void {
  onResolve({ filter: /./ }, ({ kind }) => (kind === 'dynamic-import' ? { external: true } : undefined));
}

const HEAVY =
  /node_modules\/(yaml|intl-messageformat|@formatjs|chalk|better-sqlite3|big\.js|cli-table3|exceljs|echarts)\//;

test.each(['src/cli/parse.ts', 'src/cli/complete.ts'])(
  '%s loads none of the packages that do the work, and no room of the domain',
  async (entry) => {
    const loaded = await loadedWith(entry);
    expect(loaded).toContain('src/cli/commands/meeting.ts'); // all verbs are among them
    expect(loaded.filter((file) => HEAVY.test(file))).toEqual([]);
    expect(loaded.filter((file) => file.startsWith('node:')).sort()).toEqual(
      LIGHT_ONES.filter((name) => loaded.includes(name)),
    );
    expect(
      loaded.filter((file) => /^src\/(report|page|book|freshness|review|snapshot)\//.test(file)),
    ).toEqual(SMALL_ONES.filter((file) => loaded.includes(file)));
  },
);

test('what shows an answer loads chalk only where there are colours', async () => {
  const loaded = await loadedWith('src/cli/call.ts');
  expect(loaded).toContain('src/cli/colours.ts');
  expect(loaded.filter((file) => file.includes('/chalk/'))).toEqual([]);
});

/** Of Node's own modules those that it has loaded anyway when a program starts. */
const LIGHT_ONES = ['node:fs', 'node:os', 'node:path'];

/** Words that the definitions of verbs and options name. */
const SMALL_ONES = ['src/report/meeting-kinds.ts'];
