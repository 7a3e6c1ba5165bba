// Holds the rooms' boundaries (.dependency-cruiser.cjs) against the code, and that it saw the code at all: with
// a compiler that it does not know, dependency-cruiser sees no module and reports success.

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
console.log(`boundaries: ${seen} modules, ${arrows} imports, ${rules.forbidden.length} rules, no violation`);
