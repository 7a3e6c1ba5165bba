import { expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { rejectedPlace } from '../../src/crm-import/rejected-place.ts';
import { folderWith } from '../workspace-files/folder.ts';

const ON = day('2026-11-23');

test('what is no file of that content, a folder or a link too, leaves its name to it', () => {
  const root = folderWith({
    'imports/crm-rejected-2026-11-23.csv': 'others',
    'imports/crm-rejected-2026-11-23-2.csv/x': '',
    'imports/crm-rejected-2026-11-23-3.csv': 'more than would be written',
  });
  const path = 'imports/crm-rejected-2026-11-23-4.csv';
  expect(rejectedPlace(root, 'crm', ON, 'rows')).toEqual({
    path,
    files: [{ kind: 'write', path, content: 'rows', expected: 'absent' }],
  });
});

test('a disk that does not say what is there is told of, and not asked for ever', () => {
  const root = folderWith({ imports: 'a file where the folder should be' });
  expect(() => rejectedPlace(root, 'crm', ON, 'rows')).toThrow(
    "imports/crm-rejected-2026-11-23.csv can't be read: a part of its path is not a folder.",
  );
});
