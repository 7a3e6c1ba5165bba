// crm-todo/: lines are read as they were written, whatever a value holds, and everything else stays.

import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { readTodoLine, type TodoItem, todoLine } from '../../src/crm-import/todo.ts';
import { type TodoFile, todoItems, withoutDone, withTodo } from '../../src/crm-import/todo-files.ts';
import { fc } from '../support/seeded.ts';

const item = (over: Partial<TodoItem> = {}): TodoItem => ({
  ...{ record: '17', field: 'close', old: '2026-11-18', new: '2026-12-15', owner: 'anna', id: 'acme-erp' },
  ...over,
});
const file = (text: string, name = '2026-11-23'): TodoFile => ({
  path: `crm-todo/${name}.md`,
  text,
  fingerprint: {} as TodoFile['fingerprint'],
});
const contentOf = (changes: readonly unknown[]) =>
  (changes as { path: string; content?: string }[]).map(({ path, content }) => [path, content] as const);

describe('a line', () => {
  test('says record, field, old and new, owner and deal', () => {
    expect(todoLine(item())).toBe('- [ ] record 17 · close · 2026-11-18 → 2026-12-15 · anna · acme-erp');
    expect(todoLine(item({ old: '', owner: '' }))).toBe(
      '- [ ] record 17 · close · – → 2026-12-15 · – · acme-erp',
    );
  });

  test('is read as it was written, whatever the values hold', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('–', ' · ', 'a → b', '"', '\\', '\u2028', '<b>', '[x](http://y)', '', 'Łódź, hala 2'),
    );
    fc.assert(
      fc.property(value, value, value, value, (record, old, now, owner) => {
        const one = item({ record, old, new: now, owner, field: 'custom.segment' });
        const line = todoLine(one);
        expect(line.slice('- [ ]'.length)).not.toMatch(/[\r\n<>`[\]|*\u2028\u202e\u001b]/);
        expect(readTodoLine(line)).toEqual(one);
      }),
    );
  });

  test('may be ticked; any other line is none', () => {
    expect(readTodoLine(todoLine(item()).replace('[ ]', '[x]'))).toEqual(item());
    for (const line of [
      '',
      '# To change',
      '- [ ] call Jan',
      '- record 17 · close',
      `${todoLine(item())} later`,
    ]) {
      expect(readTodoLine(line)).toBeUndefined();
    }
  });
});

describe('the files', () => {
  const asked = { day: day('2026-11-23'), system: 'pipedrive' };

  test('a second answer takes the place of the first, in a file of another day too', () => {
    const old = file(`Before\n${todoLine(item())}\nAfter`, '2026-11-20');
    const now = item({ new: '2026-12-20' });
    const [first, second] = contentOf(withTodo([old], [now], asked));
    expect(first).toEqual(['crm-todo/2026-11-20.md', 'Before\nAfter']);
    expect(second?.[0]).toBe('crm-todo/2026-11-23.md');
    expect(todoItems([file(second?.[1] ?? '')])).toEqual([now]);
  });

  test('lines are added below what stands there, with its line ends', () => {
    const own = file('Mine\r\n\r\nlast');
    const [[, text] = ['', '']] = contentOf(withTodo([own], [item()], asked));
    expect(text).toBe(`Mine\r\n\r\nlast\r\n${todoLine(item())}\r\n`);
  });

  test('a file goes with its last line where it holds nothing else, and stays where a person wrote in it', () => {
    const [[, text] = ['', '']] = contentOf(withTodo([], [item()], asked));
    expect(withoutDone([file(text ?? '')], () => true)).toMatchObject({
      done: 1,
      files: [{ kind: 'remove' }],
    });
    expect(contentOf(withoutDone([file(`${text}mine\n`)], () => true).files)[0]?.[1]).toContain('mine');
    expect(withoutDone([file(text ?? '')], () => false)).toEqual({ files: [], done: 0 });
  });
});
