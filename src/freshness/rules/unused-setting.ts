// Rule unused-setting: pipeline.yaml has a setting that nothing uses yet.

import { said } from '../../base/said.ts';
import type { BookRule } from '../rule.ts';

export const unusedSetting: BookRule<'unused-setting'> = {
  id: 'unused-setting',
  title: 'Setting without effect',
  severity: 'info',
  what: 'pipeline.yaml has a setting that this version does not use yet.',
  why: 'Whoever wrote it may believe that it holds.',
  fix: 'Nothing needs to be done: it is checked now and takes effect in a later version.',
  over: 'book',
  notInSnapshots: 'a snapshot does not keep the settings',
  check: ({ settings }) =>
    settings.unused.map(({ key, line }) => ({
      about: key,
      place: { file: 'pipeline.yaml', line, column: undefined },
      message: said('The setting "{key}" has no effect in this version.', { key }),
      hint: '',
    })),
};
