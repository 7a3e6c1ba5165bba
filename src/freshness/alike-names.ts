// When two deals' names say the same: what is left of a name once the account, company forms and words that say
// nothing are taken out, and how near two of them are.

import { distance } from 'fastest-levenshtein';
import { fold } from '../base/fold.ts';

/** What a name comes to. */
export interface NameKey {
  /** Words that tell one deal from another, with blanks between; '' where none is left. */
  readonly words: string;
  /** Numbers and short words in order: phase 1 is not phase 2, and II not III, however near they look. */
  readonly marks: string;
}

/** Legal forms as they end a company's name, folded. */
const FORM =
  / (?:sp z o ?o|spzoo|spolka z o ?o|spolka akcyjna|spolka (?:jawna|komandytowa)|sp [jkp]|s c|p ?s ?a|s ?a|gmbh|ug|ag|kg|se|ltd|limited|llc|llp|plc|inc|incorporated|corp|corporation|co|company|s ?r ?o|a ?s|b ?v|n ?v|oy|ab|aps|sarl|sas|s ?r ?l|s ?p ?a|kft)$/u;

/** Words that say nothing about which deal it is. */
const NOISE = new Set([
  ...[
    'deal',
    'opportunity',
    'project',
    'offer',
    'sample',
    'copy',
    'duplicate',
    'new',
    'the',
    'for',
    'and',
    'with',
  ],
  ...['of', 'in', 'to', 'on', 'by', 'transakcja', 'szansa', 'projekt', 'oferta', 'kopia', 'duplikat', 'nowy'],
  ...['nowa', 'nowe', 'dla', 'oraz', 'do', 'na', 'od', 'w', 'z'],
]);

/** Of the letters of two names, how many may differ: one in seven. */
const LETTERS_APART = 1 / 7;
/** Of the words of two names, how many must be in both: more than this share. */
const WORDS_SHARED = 0.8;

/** What an account comes to. */
export interface AccountKey {
  /** Folded, with and without its legal form. */
  readonly forms: readonly string[];
  /** Without legal form and blanks: "Acme Sp. z o.o." and "ACME" are one; '' where none is left. */
  readonly key: string;
}

export function accountKey(account: string): AccountKey {
  const folded = fold(account);
  const bare = withoutForm(folded);
  const forms = [...new Set([folded, bare])].filter((form) => form !== '');
  return { forms, key: bare.replaceAll(' ', '') };
}

/** What a deal's name says beyond its account. */
export function nameKey(name: string, { forms }: Pick<AccountKey, 'forms'>): NameKey {
  let rest = ` ${fold(name)} `;
  for (const form of forms) rest = rest.replace(` ${form} `, ' ');
  const words = rest.split(' ').filter((word) => word !== '' && !NOISE.has(word));
  return { words: words.join(' '), marks: words.filter(isMark).sort().join(' ') };
}

/** Whether two names, of the same words or not, are near enough to mean one deal. */
export function areNear(a: NameKey, b: NameKey): boolean {
  if (a.words === b.words) return true;
  if (a.marks !== b.marks) return false;
  const [left, right] = [a.words.split(' '), b.words.split(' ')];
  const others = new Set(right);
  const shared = left.filter((word) => others.has(word)).length;
  if ((2 * shared) / (left.length + right.length) > WORDS_SHARED) return true;
  const [one, other] = [left.join(''), right.join('')];
  return distance(one, other) <= Math.max(one.length, other.length) * LETTERS_APART;
}

function withoutForm(folded: string): string {
  let name = ` ${folded}`;
  for (let cut = name.replace(FORM, ''); cut !== name; cut = name.replace(FORM, '')) name = cut;
  return name.trim() === '' ? folded : name.trim();
}

function isMark(word: string): boolean {
  return word.length <= 2 || /\p{N}/u.test(word);
}
