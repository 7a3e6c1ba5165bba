// Bundles src/cli/ into pieces, each loaded when it is first needed, and packs them into dist/pipeline.pack;
// dist/start.cjs loads them from there. Then runs a few commands, so that V8's code cache is there from the first day.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { piecesLoadedBy, warmUp } from './warm-up.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const target = 'node20.12';
/** Stands in the code until the hash of the code is known; as long as that. */
const BUILD = '@build-is-here@';

const { outputFiles, metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/main.ts', 'src/cli/run.ts', 'src/cli/library.ts'],
  outdir: dist,
  bundle: true,
  splitting: true,
  platform: 'node',
  target,
  format: 'esm', // the only one that esbuild splits
  alias: { bindings: './.dev/bindings.cjs' },
  external: ['*.node'],
  plugins: [{ name: 'no-programs', setup: commanderStartsNone }],
  minifySyntax: true,
  legalComments: 'none',
  define: { PIPELINE_VERSION: JSON.stringify(version), PIPELINE_BUILD: JSON.stringify(BUILD) },
  write: false,
  metafile: true,
  logLevel: 'warning',
});
const pieces = await Promise.all(
  outputFiles.map(async (file) => [`./${basename(file.path)}`, await commonJs(file.text)]),
);
const buildId = createHash('sha256').update(JSON.stringify(pieces)).digest('hex').slice(0, BUILD.length);

mkdirSync(dist, { recursive: true });
rmSync(join(dist, 'cache'), { recursive: true, force: true });
for (const file of ['start.cjs', 'library.cjs']) put(file, readFileSync(join(root, '.dev', file)));
put('pipeline.pack', packed(pieces, []));
const complete = (...words) => ['--complete', 'zsh', '--', ...words];
const TOGETHER = [
  ['--version'],
  complete('s'),
  ['--help'],
  complete('list', '--stage', ''),
  complete('show', ''),
  ['stale'],
  ['diff'],
];
put('pipeline.pack', packed(pieces, [piecesBehind('main.js'), ...piecesLoadedBy(root, TOGETHER)]));
warmUp(root);

/** In one step, so that a command that runs meanwhile goes on reading the file that it began with. */
function put(name, content) {
  const file = join(dist, name);
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, content);
  renameSync(temporary, file);
}

/** The names of a piece and of those that it needs before its first line runs. */
function piecesBehind(name, found = new Set()) {
  if (found.has(`./${name}`)) return [];
  found.add(`./${name}`);
  for (const { path, kind, external } of metafile.outputs[`dist/${name}`].imports)
    if (kind === 'import-statement' && external !== true) piecesBehind(basename(path), found);
  return [...found];
}

/** commander can run verbs that are programs of their own. Ours are none, and what starts programs is slow to load. */
function commanderStartsNone({ onResolve, onLoad }) {
  const filter = /^node:child_process$/;
  onResolve({ filter }, ({ path, importer }) =>
    importer.includes('/node_modules/commander/') ? { path, namespace: 'none' } : undefined,
  );
  onLoad({ filter, namespace: 'none' }, () => ({ contents: '' }));
}

/** Late imports become late calls of `require`. One byte a character: V8 then reads the code as it lies on disk. */
async function commonJs(code) {
  const options = { format: 'cjs', platform: 'node', target, supported: { 'dynamic-import': false } };
  const { code: common } = await transform(code, options);
  const ascii = common.replace(
    /[^\0-\x7f]/g, // in patterns; esbuild has escaped all others
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `(function (exports, require, module, __filename, __dirname) {${ascii}\n})`;
}

/**
 * The length of the head, the head in JSON, which says where each piece lies behind it, and the pieces: start.cjs reads
 * them from there.
 * @param together lists of pieces that are loaded together: each of them is one script, as is each other piece
 */
function packed(all, together) {
  const codes = new Map(all);
  const groups = {};
  const places = {};
  let code = '';
  const add = (group, names) => {
    const text = `[${names.map((name) => codes.get(name)).join(',\n')}]`;
    groups[group] = [code.length, text.length];
    for (const [at, name] of names.entries()) places[name] = [group, at];
    code += text;
  };
  for (const [at, names] of together.entries()) {
    const further = names.filter((name) => !Object.hasOwn(places, name));
    add(`pieces-${at}`, further);
  }
  for (const name of codes.keys())
    if (!Object.hasOwn(places, name)) add(name.slice('./'.length, -'.js'.length), [name]);
  const head = JSON.stringify({ build: buildId, pieces: places, groups });
  return `${String(head.length).padStart(8)}${head}${code.replaceAll(BUILD, buildId)}`;
}
