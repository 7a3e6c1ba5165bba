// A message in English, without the package that speaks every language: who types a wrong word waits for no package.
// It reads what the catalogue writes of ICU MessageFormat: values, plurals with # in them, and quotes.

type Part =
  | string
  | { readonly value: string; readonly isCount?: true }
  | { readonly plural: string; readonly forms: ReadonlyMap<string, readonly Part[]> };

const read = new Map<string, readonly Part[]>();

/** The message with its values in place, by their names. A number stands as it is, and with commas where a # stands for it. */
export function inEnglish(message: string, values: Readonly<Record<string, unknown>>): string {
  if (Object.keys(values).length === 0) return message; // without values, or a text of data
  let parts = read.get(message);
  if (parts === undefined) {
    parts = new Reader(message).parts();
    read.set(message, parts);
  }
  return textOf(parts, values);
}

function textOf(parts: readonly Part[], values: Readonly<Record<string, unknown>>): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('value' in part) return part.isCount ? withCommas(values[part.value]) : String(values[part.value]);
      const count = Number(values[part.plural]);
      const form =
        part.forms.get(`=${count}`) ??
        part.forms.get(count === 1 ? 'one' : 'other') ??
        part.forms.get('other');
      return textOf(form ?? [], values);
    })
    .join('');
}

function withCommas(count: unknown): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Up to the end, or to the } that closes a form of the plural. */
  parts(plural?: string): Part[] {
    const parts: Part[] = [];
    while (this.#at < this.#text.length && this.#text[this.#at] !== '}') {
      const sign = this.#text[this.#at++] ?? '';
      if (sign === '{') parts.push(this.#named());
      else if (sign === '#' && plural !== undefined) parts.push({ value: plural, isCount: true });
      else parts.push(sign === "'" ? this.#quoted(plural !== undefined) : sign);
    }
    return parts;
  }

  /** Behind an apostrophe: two are one, one before a sign of the grammar quotes up to the next, else it is one. */
  #quoted(inPlural: boolean): string {
    const next = this.#text[this.#at] ?? '';
    if (next === "'") {
      this.#at++;
      return "'";
    }
    if (!(inPlural ? '{}<>#' : '{}<>').includes(next) || next === '') return "'";
    return this.#match(/((?:[^']|'')*)'?/y).replaceAll("''", "'");
  }

  #named(): Part {
    const name = this.#match(/\s*([^\s,}]+)\s*/y);
    if (this.#text[this.#at++] === '}') return { value: name };
    this.#match(/\s*(plural)\s*,\s*/y);
    const forms = new Map<string, readonly Part[]>();
    while (this.#at < this.#text.length && this.#text[this.#at] !== '}') {
      const form = this.#match(/(=?\w+)\s*\{/y);
      forms.set(form, this.parts(name));
      this.#match(/(\})\s*/y);
    }
    this.#at++;
    return { plural: name, forms };
  }

  /** What the pattern has in brackets, from here on. */
  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) throw new Error(`no message: ${this.#text}`);
    this.#at = pattern.lastIndex;
    return found[1] ?? '';
  }
}
