// How a new deal gets its id.

import { createHash } from 'node:crypto';
import { slug } from '../base/fold.ts';
import type { Source } from './deal.ts';
import { isDealId, MOST_CHARACTERS, RESERVED } from './id.ts';

/** Of a tail that sets an id apart: six characters, and the hyphen before it. */
const TAIL_CHARACTERS = 6;

export interface IdRequest {
  readonly account: string;
  readonly name: string;
  readonly source?: Source | undefined;
  /** Whether a deal, here or in the archive, has or had the id. */
  readonly taken: (id: string) => boolean;
  /** Random characters `[a-z0-9]`, other ones at each call. */
  readonly tail: () => string;
}

/**
 * An id that is not taken, from account and name. Where that one is taken: with a source, a hash of it as tail,
 * the same on every machine; else a random tail.
 * @throws Error where no free id is found
 */
export function mintId({ account, name, source, taken, tail }: IdRequest): string {
  const base = baseOf(account, name, source);
  if (!taken(base)) return base;
  for (const candidate of tails(source, tail)) {
    const id = `${base}-${candidate}`;
    if (isDealId(id) && !taken(id)) return id;
  }
  throw new Error(`no free id found for ${base}`);
}

/** With room for a tail; where no Latin letter or digit is left, `deal-` and a hash of what there is. */
function baseOf(account: string, name: string, source: Source | undefined): string {
  const words = joined(slug(account), slug(name));
  const cut = words.slice(0, MOST_CHARACTERS - TAIL_CHARACTERS - 1).replace(/-+$/, '');
  if (cut === '') {
    const parts =
      source === undefined
        ? [account, name].map((text) => text.normalize('NFC').trim())
        : [source.system, source.id];
    return `deal-${hashOf(parts).slice(0, TAIL_CHARACTERS)}`;
  }
  return RESERVED.test(cut) ? `deal-${cut}` : cut;
}

/** Account and name, without the account twice where the name begins with it. */
function joined(account: string, name: string): string {
  if (account === '' || name === '') return account + name;
  return name === account || name.startsWith(`${account}-`) ? name : `${account}-${name}`;
}

/** Six characters of the source's hash, further ones of it where those are taken as well, then random ones. */
function* tails(source: Source | undefined, tail: () => string): Generator<string> {
  const hash = source === undefined ? '' : hashOf([source.system, source.id]);
  for (let at = 0; at + TAIL_CHARACTERS <= hash.length; at += TAIL_CHARACTERS) {
    yield hash.slice(at, at + TAIL_CHARACTERS);
  }
  for (let tries = 0; tries < 100; tries++) yield slug(tail()).slice(0, TAIL_CHARACTERS);
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts), 'utf8').digest('hex');
}
