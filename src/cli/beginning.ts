// What `pipeline` alone says: the way to begin.

import { findWorkspace } from '../workspace/find.ts';

/** A few lines: what to do first outside of a workspace, what to look at first inside one. */
export function beginning(cwd: string): string {
  const lines =
    findWorkspace(cwd) === undefined
      ? [
          'pipeline keeps B2B deals as text under git and shows how they move.',
          '',
          'Begin here:',
          '  pipeline init               make a workspace in this folder',
          '  pipeline init --demo        make one with a made-up company to look around in',
          '  pipeline import FILE…       bring in an export of your CRM',
          '',
          'pipeline --help lists every verb.',
        ]
      : [
          'This folder is in a workspace. The week:',
          '  pipeline status             one screen: funnel, what moved, what is due',
          '  pipeline diff               what happened since the last snapshot',
          '  pipeline stale              deals without a sign of life',
          '  pipeline review --random 5  whom to talk about',
          '  pipeline snapshot           record the state of today',
          '',
          'pipeline --help lists every verb.',
        ];
  return `${lines.join('\n')}\n`;
}
