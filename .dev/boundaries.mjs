// Holds the rooms' boundaries (.dependency-cruiser.cjs) against the code, and that it saw the code at all: with
// a compiler that it does not know, dependency-cruiser sees no module and reports success. And the order of rooms in
// docs/architecture.md.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cruise, format } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const rules = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const { output } = await cruise(
  ['src'],
  { ...rules.options, ruleSet: { forbidden: rules.forbidden }, validate: true },
  undefined,
  { tsConfig: extractTSConfig('tsconfig.json') },
);
const seen = output.modules.filter(({ source }) => source.startsWith('src/')).length;
const arrows = output.summary.totalDependenciesCruised ?? 0;
if (seen < 50 || arrows < 50) {
  console.error(`boundaries: saw only ${seen} modules and ${arrows} imports; the check itself is broken`);
  process.exit(1);
}
if (output.summary.violations.length > 0) {
  console.error((await format(output, { outputType: 'err-long' })).output);
  process.exit(1);
}
const page = readFileSync('docs/architecture.md', 'utf8');
const rooms = [...page.matchAll(/^\| (`.+?`) \|/gm)].flatMap(([, names]) =>
  names.replaceAll('`', '').split(' '),
);
const roomOf = (path) => /^src\/([^/]+)\//.exec(path)?.[1];
/** `book` has what imports/ says of the last import read by `crm-import`, as the page tells. */
const UPWARDS = ['book → crm-import'];
const wrong = new Set();
for (const { source, dependencies } of output.modules) {
  for (const { resolved, typeOnly, dependencyTypes } of dependencies) {
    const [from, to] = [roomOf(source), roomOf(resolved)];
    if (
      from === undefined ||
      to === undefined ||
      from === to ||
      typeOnly ||
      dependencyTypes.includes('type-only')
    )
      continue;
    for (const room of [from, to])
      if (!rooms.includes(room)) wrong.add(`${room} is no room of docs/architecture.md`);
    if (rooms.indexOf(from) > rooms.indexOf(to) && !UPWARDS.includes(`${from} → ${to}`))
      wrong.add(`docs/architecture.md has ${from} below ${to}: ${source} → ${resolved}`);
  }
}
if (wrong.size > 0) {
  console.error([...wrong].join('\n'));
  process.exit(1);
}
console.log(`boundaries: ${seen} modules, ${arrows} imports, ${rules.forbidden.length} rules, no violation`);
