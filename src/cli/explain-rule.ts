// pipeline check --explain RULE: what a rule is for. It needs no deals, and no workspace either.

import { ExitStatus } from '../base/exit-status.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { Call, OptionSpec } from './verb.ts';

const WITH_A_SAY: readonly string[] = ['explain', 'as-of'];

/**
 * Shows the rule of that name.
 * @param options all options of the verb
 * @throws Failure `usage` with "did you mean", `settings-invalid`
 */
export async function explainRule(
  call: Call,
  name: string,
  options: readonly OptionSpec[],
): Promise<ExitStatus> {
  const names = options.flatMap(({ flags }) => /--([a-z-]+)/.exec(flags)?.[1] ?? []);
  const given = names.find((option) => !WITH_A_SAY.includes(option) && call.flag(option));
  if (given !== undefined) {
    throw new Failure(
      'usage',
      said('--explain tells what a rule is for: --{given} has no say there.', { given }),
      {
        hint: said('Leave out --{given}.', { given }),
      },
    );
  }
  const { rulesNamed } = await import('../report/check-scope.ts');
  const { ruleView } = await import('../report/rule.ts');
  const { rulePage, ruleRecords } = await import('../page/rule.ts');
  const { lookOf } = await import('../page/look.ts');
  const [rule, ...more] = rulesNamed([name]);
  if (rule === undefined || more.length > 0) throw new Error('one name is one rule');
  const here = await workspaceHere(call);
  const view = ruleView(rule, here);
  await call.show({
    view,
    page: () => rulePage(view, here && lookOf(here.book)),
    records: () => ruleRecords(view),
  });
  return ExitStatus.done;
}

/** Undefined outside any workspace. */
async function workspaceHere(call: Call) {
  if (!hasWorkspace(call)) return undefined;
  const { readSettingLines } = await import('../book/settings-file.ts');
  const book = await call.book(call.day('as-of'));
  return { book, lines: await readSettingLines(book.root) };
}

function hasWorkspace(call: Call): boolean {
  try {
    return call.root() !== '';
  } catch (error) {
    if (error instanceof Failure && error.code === 'no-workspace') return false;
    throw error;
  }
}
