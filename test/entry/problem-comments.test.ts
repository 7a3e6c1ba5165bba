// Comments on what is wrong come and go: what a person wrote is the same before and after, whatever it is.

import { describe, expect, test } from 'vitest';
import { headOver, withComments, withoutComments } from '../../src/entry/problem-comments.ts';
import { fc, test as property } from '../support/seeded-vitest.ts';

const TEXT = 'name: A\n# mine\nactivities:\n  - {on: 2026-13-01, type: call}\n';

test('each stands above its line, as far in, and no longer than a screen is wide', () => {
  const { text } = withComments(TEXT, String(headOver(2)), [
    {
      line: 4,
      message: 'on: "2026-13-01" is not a date, because there are only twelve months in a year of ours.',
      hint: 'Write it as 2026-11-23.',
    },
    { message: 'The deal has no stage.' },
  ]);
  expect(text).toBe(`#! Not saved: 2 things are wrong, each said above its line. These comments go
#! by themselves.
#! The deal has no stage.
name: A
# mine
activities:
  #! on: "2026-13-01" is not a date, because there are only twelve months in a
  #! year of ours.
  #! → Write it as 2026-11-23.
  - {on: 2026-13-01, type: call}
`);
});

describe('taken out again', () => {
  const lines = fc.constantFrom(
    'name: A',
    '  - {on: 2026-01-01}',
    '#! mine',
    '#!! mine too',
    '# plain',
    'note: |',
    '  #! in a text',
    '',
    '   ',
  );
  const texts = fc.tuple(
    fc.array(lines),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
    fc.constantFrom('', '\ufeff'),
  );
  const remarks = fc.array(
    fc.record({ line: fc.integer({ min: 1, max: 12 }), message: fc.string(), hint: fc.string() }),
  );

  property.prop([texts, remarks])('the text is as it was', ([all, end, isEnded, mark], found) => {
    const text = `${mark}${all.join(end)}${isEnded ? end : ''}`;
    const { text: commented, comments } = withComments(text, 'Not saved.', found);
    expect(commented).not.toBe(text);
    expect(withoutComments(commented, comments)).toBe(text);
  });

  test('where an editor changed line ends, indents or the place of lines, they still go', () => {
    const { text, comments } = withComments(TEXT, 'Not saved.', [{ line: 4, message: 'Not a date.' }]);
    const saved = text.replaceAll('\n', '\r\n').replace('  #! Not a date.', '#! Not a date.  ');
    expect(withoutComments(saved, comments)).toBe(TEXT.replaceAll('\n', '\r\n'));
  });

  test('one that the person wrote on is theirs', () => {
    const { text, comments } = withComments(TEXT, 'Not saved.', [{ line: 4, message: 'Not a date.' }]);
    const saved = text.replace('#! Not a date.', '#! Not a date. But Jan said so.');
    expect(withoutComments(saved, comments)).toBe(
      TEXT.replace('  - {', '  #! Not a date. But Jan said so.\n  - {'),
    );
  });
});
