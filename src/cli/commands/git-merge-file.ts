// pipeline git merge-file: what git calls to merge two versions of one deal. Not listed: people call git.

import type { Verb } from '../verb.ts';

export const gitMergeFile: Verb = {
  name: 'git merge-file',
  job: 'begin',
  summary: 'merge two versions of a deal, field by field, into the second file',
  description: [
    'As git calls a merge driver: pipeline git merge-file --marker-size %L -- %O %A %B %P. Exits with 1 where there are',
    'conflicts. What is no deal that can be read, git merges line by line.',
  ].join(' '),
  args: [
    { name: '<base>', text: 'the version that both began with; empty where there is none' },
    { name: '<ours>', text: 'ours; gets the result' },
    { name: '<theirs>', text: 'theirs' },
    { name: '[path]', text: 'how the file is called in messages' },
  ],
  options: [{ flags: '--marker-size <n>', text: 'signs of a conflict marker (7)' }],
  examples: [],

  async run(call) {
    const { mergeFile } = await import('../merge-driver.ts');
    return mergeFile(call);
  },
};
