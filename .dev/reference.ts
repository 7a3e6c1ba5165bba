// The reference pages of docs/, made from the program's own tables. A test holds docs/ against them.

import type { Command } from 'commander';
import { buildProgram, GLOBAL_OPTIONS } from '../src/cli/parse.ts';
import { JOBS } from '../src/cli/verb.ts';
import { VERBS } from '../src/cli/verbs.ts';

export interface ReferencePage {
  /** From the project's root. */
  readonly path: string;
  readonly text: string;
}

const MADE = '<!-- Made by `npm run docs` from the program. Edit the program, not this page. -->';

/** Every reference page, as it must stand in docs/. */
export function referencePages(): ReferencePage[] {
  return [{ path: 'docs/reference/verbs.md', text: verbsPage() }];
}

function verbsPage(): string {
  const program = buildProgram(
    { stdout: { write: () => undefined, isTTY: false, columns: 80 } },
    [],
    () => undefined,
  );
  const parts = [MADE, '', '# Verbs', '', 'What `pipeline <verb> --help` says, verb by verb.', ''];
  for (const job of JOBS) {
    const verbs = VERBS.filter((verb) => verb.job === job);
    if (verbs.length === 0) continue;
    parts.push(`## To ${job}`, '');
    for (const verb of verbs) {
      const command = commandOf(program, verb.name);
      parts.push(
        `### pipeline ${verb.name}`,
        '',
        '```',
        ownHelp(command),
        '```',
        '',
        '| example | what it does |',
        '|---|---|',
      );
      for (const example of verb.examples)
        parts.push(`| \`${example.command.replaceAll('|', '\\|')}\` | ${example.text} |`);
      parts.push('');
    }
  }
  parts.push('## Options of every verb', '', '| option | what it does |', '|---|---|');
  for (const option of GLOBAL_OPTIONS) parts.push(`| \`${option.flags}\` | ${option.text} |`);
  return `${parts.join('\n')}\n`;
}

function commandOf(program: Command, name: string): Command {
  return name.split(' ').reduce((parent, word) => {
    const child = parent.commands.find((command) => command.name() === word);
    if (child === undefined) throw new Error(`no verb ${name}`);
    return child;
  }, program);
}

/** The help without the options that every verb has. */
function ownHelp(command: Command): string {
  return command.helpInformation().split('\nOptions of every verb:')[0]?.trim() ?? '';
}
