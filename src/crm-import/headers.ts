// Headers made comparable, and as keys of custom fields.

import { fold } from '../base/fold.ts';

/**
 * A header without what does not tell it apart: byte order mark, case, spaces, `_ - .`, a trailing `:`, `*` or `?`,
 * Pipedrive's leading `Deal - `, HubSpot's `property_` and `hs_`, Salesforce's `__c`. `StageName`, `stage_name`
 * and `Stage name:` are the same.
 */
export function squeeze(header: string): string {
  const found = squeezed.get(header);
  if (found !== undefined) return found;
  const result = withoutTail(
    header
      .replace(/^\ufeff/, '')
      .normalize('NFC')
      .trim(),
  )
    .toLowerCase()
    .replace(/^deal\s+[-–]\s+/, '')
    .replace(/^property_/, '')
    .replace(/^hs_/, '')
    .replace(/__c$/, '')
    .replace(/[\s_.\-–]+/gu, '');
  if (squeezed.size < MOST_REMEMBERED && header.length <= LONGEST_REMEMBERED) squeezed.set(header, result);
  return result;
}

/** Without the spaces, colons, stars and question marks at its end. Not an expression: one would try every run of them. */
function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && TAIL.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

const TAIL = /[\s:*?]/u;
const MOST_REMEMBERED = 5000;
const LONGEST_REMEMBERED = 200;
const squeezed = new Map<string, string>();

/** A key for `custom:`, snake_case: `LeadSource` → lead_source; '' where no Latin letter or digit is left. */
export function customKey(header: string): string {
  const key = fold(
    header
      .replace(/^\ufeff/, '')
      .replace(/^deal\s+[-–]\s+/i, '')
      .replace(/^(property_|hs_)(?=\w)/, '')
      .replace(/__c$/, '')
      .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}(?!s\b)\p{Ll})/gu, '$1 $2'), // `IDs` is one word
  )
    .replace(/[^a-z0-9 ]+/g, '')
    .trim()
    .replace(/ +/g, '_')
    .slice(0, LONGEST_KEY);
  return /^(\d|null$|true$|false$|constructor$)/.test(key) ? `column_${key}` : key;
}

const LONGEST_KEY = 60;
