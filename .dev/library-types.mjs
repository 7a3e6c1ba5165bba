// Writes dist/types: the declarations of the library and of all that they name, so that a project needs none of the source.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'src');
const types = join(root, 'dist', 'types');
const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
const waiting = [join(source, 'cli', 'library.ts')];
const program = ts.createProgram(waiting, {
  ...options,
  noEmit: false,
  noCheck: true, // npm run types has done that
  declaration: true,
  emitDeclarationOnly: true,
});

rmSync(types, { recursive: true, force: true });
const seen = new Set(waiting);
for (const file of waiting) {
  let declared = '';
  program.emit(program.getSourceFile(file), (_, text) => (declared = text), undefined, true);
  const named = /(from |import\()(['"])(\.[^'"]+)\.ts\2/g;
  for (const [, , , name] of declared.matchAll(named)) {
    const next = resolve(dirname(file), `${name}.ts`);
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(next);
  }
  const target = join(types, `${relative(source, file).slice(0, -'.ts'.length)}.d.ts`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, declared.replace(named, '$1$2$3.js$2'));
}
