// What a mirrored CRM's users are asked to change: lines of a file in crm-todo/, between whatever else stands there.
//
//     - [ ] record 17 · close · 2026-11-18 → 2026-12-15 · anna · acme-erp

/** One change of one field of one record. */
export interface TodoItem {
  readonly record: string;
  /** As a deal's file calls it. */
  readonly field: string;
  /** '' for nothing. */
  readonly old: string;
  readonly new: string;
  readonly owner: string;
  /** Of the deal here. */
  readonly id: string;
}

/** The line, without its end. What a value holds can be no line of its own, no link and no tag. */
export function todoLine({ record, field, old, new: now, owner, id }: TodoItem): string {
  const change = `${written(old)} → ${written(now)}`;
  return `- [ ] record ${[written(record), field, change, written(owner), id].join(' · ')}`;
}

/** The item that a line is; undefined for any other line. It may be ticked. */
export function readTodoLine(line: string): TodoItem | undefined {
  const found = LINE.exec(line.trimEnd());
  if (found === null) return undefined;
  const [, record = '', field = '', old = '', now = '', owner = '', id = ''] = found;
  const values = [record, old, now, owner].map(read);
  if (values.includes(undefined)) return undefined;
  const [ofRecord = '', ofOld = '', ofNew = '', ofOwner = ''] = values;
  return { record: ofRecord, field, old: ofOld, new: ofNew, owner: ofOwner, id };
}

const NOTHING = '–';
/** What says itself plainly; anything else is quoted. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} .,;:@+()%?!'_-]*[\p{L}\p{N}\p{M}.,;:@+()%?!'_-])?$/u;
const QUOTED = '"(?:[^"\\\\]|\\\\.)*"';
const VALUE = `(${QUOTED}|[^"·→]+?)`;
const LINE = new RegExp(
  `^[-*] \\[[ xX]\\] record ${VALUE} · ([a-z_.\\w-]+) · ${VALUE} → ${VALUE} · ${VALUE} · ([a-z0-9-]+)$`,
  'u',
);

function written(value: string): string {
  if (value === '') return NOTHING;
  return PLAIN.test(value) ? value : JSON.stringify(value).replace(UNSAFE, escaped);
}

/** In quotes: whatever could end a line, turn it around, or be read as Markdown or HTML. */
const UNSAFE = /[^\p{L}\p{N}\p{M} "\\.,;:@+()%?!'–—=#$€£-]/gu;

function escaped(sign: string): string {
  return Array.from({ length: sign.length }, (_, at) => {
    return `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }).join('');
}

function read(text: string): string | undefined {
  if (text === NOTHING) return '';
  if (!text.startsWith('"')) return PLAIN.test(text) ? text : undefined;
  try {
    return String(JSON.parse(text));
  } catch {
    return undefined;
  }
}
