// pipeline git install: git merges deals field by field from now on, and checks staged ones where that is wanted.

import { Failure } from '../../base/failure.ts';
import type { GitSetup, SetupKind } from '../../workspace/git-setup.ts';
import { showSetup } from '../git-setup.ts';
import { canAsk } from '../prompts.ts';
import type { Call, Verb } from '../verb.ts';

export const gitInstall: Verb = {
  name: 'git install',
  job: 'begin',
  summary: 'let git merge deals field by field; --hook: check staged deals before a commit',
  description: [
    'Shows what it writes and asks first: a merge driver into the settings of this clone, and into .gitattributes which',
    'files it merges. Two people who log calls in one deal then have both; a field that both changed differently is a',
    'conflict in that field alone. Each clone needs it once; without it git merges lines, as ever. A hook or setting of',
    "somebody else's is never overwritten: then it says what to add.",
  ].join(' '),
  options: [
    { flags: '--hook', text: 'a pre-commit hook too, which checks the staged deals' },
    { flags: '--yes', text: 'write it without asking' },
    { flags: '--dry-run', text: 'say what would be written, and write nothing' },
  ],
  examples: [
    { command: 'pipeline git install --dry-run', text: 'what would be written, and where' },
    { command: 'pipeline git install --hook --yes', text: 'all of it, without a question' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { gitSetup } = await import('../../workspace/git-setup.ts');
    const { missingOf } = await import('../../workspace/git-setup-write.ts');
    const setup = gitSetup(call.root(), call.io.env);
    const merging = missingOf(setup, ['driver', 'attributes']);
    const hook = missingOf(setup, ['hook']);
    const wanted = call.flag('hook') ? [...merging, ...hook] : merging;
    if (call.flag('dry-run'))
      return showSetup(call, setup, { action: 'install', dryRun: true, kinds: wanted });
    const kinds = call.flag('yes') ? wanted : await agreed(call, setup, merging, hook);
    if (kinds.length > 0) await install(call, setup, kinds);
    return showSetup(call, setup, { action: 'install', dryRun: false, kinds }, !call.flag('yes'));
  },
};

/** What the person wants of it, asked in two: to merge, and to check before a commit. */
async function agreed(
  call: Call,
  setup: GitSetup,
  merging: readonly SetupKind[],
  hook: readonly SetupKind[],
): Promise<SetupKind[]> {
  if (merging.length + (call.flag('hook') ? hook.length : 0) === 0) return [];
  if (!canAsk(call)) {
    throw new Failure('usage', 'Nothing was written: nobody is here to be asked.', {
      hint: '--dry-run shows what would be written, --yes writes it.',
    });
  }
  const { askSetup } = await import('../ask-setup.ts');
  return askSetup(call, setup, [merging, hook]);
}

async function install(call: Call, setup: GitSetup, kinds: readonly SetupKind[]): Promise<void> {
  const { withLock } = await import('../../workspace/lock.ts');
  const { attributesIn, setDriver, writeHook } = await import('../../workspace/git-setup-write.ts');
  await withLock(setup.root, { command: 'git install', now: call.io.now() }, async ({ notes }) => {
    for (const note of notes) call.note(note);
    if (kinds.includes('attributes')) await call.write(attributesIn(setup), { by: undefined });
    if (kinds.includes('driver')) setDriver(setup.root, call.io.env);
    if (kinds.includes('hook')) writeHook(setup);
  });
}
