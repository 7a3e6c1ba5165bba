// pipeline git uninstall: takes out of git what git install wrote, and nothing else.

import { showSetup } from '../git-setup.ts';
import type { Verb } from '../verb.ts';

export const gitUninstall: Verb = {
  name: 'git uninstall',
  job: 'begin',
  summary: 'take out of git what pipeline git install wrote, and nothing else',
  options: [{ flags: '--dry-run', text: 'say what would be taken out, and take nothing' }],
  examples: [{ command: 'pipeline git uninstall --dry-run', text: 'what would go' }],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { withLock } = await import('../../workspace/lock.ts');
    const { gitSetup } = await import('../../workspace/git-setup.ts');
    const { attributesOut, removeHook, unsetDriver } = await import('../../workspace/git-setup-write.ts');
    const setup = gitSetup(call.root(), call.io.env);
    const files = attributesOut(setup);
    const kinds = setup.parts
      .filter(({ kind, state }) => (kind === 'attributes' ? files.length > 0 : state === 'set'))
      .map(({ kind }) => kind);
    const dryRun = call.flag('dry-run');
    if (!dryRun && kinds.length > 0) {
      await withLock(setup.root, { command: 'git uninstall', now: call.io.now() }, async ({ notes }) => {
        for (const note of notes) call.note(note);
        await call.write(files, { by: undefined });
        if (kinds.includes('driver')) unsetDriver(setup.root, call.io.env);
        if (kinds.includes('hook')) removeHook(setup);
      });
    }
    return showSetup(call, setup, { action: 'uninstall', dryRun, kinds });
  },
};
