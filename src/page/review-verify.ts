// The page of `pipeline review verify`: the answer for each sheet, what does not match, and what is worth knowing.

import type { ReviewVerifyView, VerifiedSheet } from '../report/review-verify.ts';
import type { Block, Page, RecordCell, Records } from './page.ts';
import { type Said, say, spoken } from './say.ts';

export function reviewVerifyPage(view: ReviewVerifyView): Page {
  return { currency: '', digits: 0, blocks: view.sheets.flatMap((sheet, at) => [...sheetBlocks(sheet, at)]) };
}

function* sheetBlocks(sheet: VerifiedSheet, at: number): Generator<Block> {
  const { file, differences, notes, readable, matches, snapshot } = sheet;
  if (at > 0) yield { kind: 'blank' };
  yield { kind: 'heading', parts: [`${file} · `, answer(sheet)] };
  if (readable) yield { kind: 'paragraph', parts: [proof(sheet)] };
  for (const { message } of differences) yield { kind: 'paragraph', tone: 'bad', parts: [spoken(message)] };
  for (const note of notes) yield { kind: 'paragraph', tone: 'warn', parts: [spoken(note)] };
  if (matches) return;
  yield { kind: 'blank' };
  const isSnapshot = differences.some(({ kind }) => kind.startsWith('snapshot'));
  yield isSnapshot
    ? { kind: 'next', text: say('Look at the snapshot'), command: `pipeline snapshot verify ${snapshot}` }
    : { kind: 'next', text: say('Who changed it, and when'), command: `git log -p -- ${file}` };
}

function answer({ matches, readable, differences }: VerifiedSheet): Said {
  if (matches) return say('its deals are those that were drawn');
  return readable
    ? say('does not match: {count, plural, one {# difference} other {# differences}}', {
        count: differences.length,
      })
    : say('cannot be read');
}

function proof({ proved, snapshot, seed, sampler, earlier_sheets: earlier, owner }: VerifiedSheet): Said {
  const { judged, random } = proved;
  const values = {
    ...{ snapshot: snapshot ?? '–', seed: seed ?? '–', sampler: sampler ?? 0 },
    ...{ deals: judged + random, random, earlier },
  };
  return owner === null
    ? say(
        'Drawn again from the snapshot {snapshot} by seed {seed} and sampler {sampler}: {deals, plural, one {# deal} other {# deals}} as the sheet has them, {random} of them by chance, after {earlier, plural, one {# earlier sheet} other {# earlier sheets}}.',
        values,
      )
    : say(
        'Drawn again from the snapshot {snapshot} by seed {seed} and sampler {sampler}: {deals, plural, one {# deal} other {# deals}} of {owner} as the sheet has them, {random} of them by chance, after {earlier, plural, one {# earlier sheet} other {# earlier sheets}}.',
        { ...values, owner: owner === '' ? say('nobody') : owner },
      );
}

/** A record a difference or note. */
export function reviewVerifyRecords({ sheets }: ReviewVerifyView): Records {
  const text = (of: string): RecordCell => ({ kind: 'text', text: of });
  return {
    columns: ['file', 'kind', 'stratum', 'id', 'message'],
    rows: sheets.flatMap(({ file, differences, notes }) => [
      ...differences.map(({ kind, stratum, id, message }) =>
        [file, kind, stratum ?? '', id, String(message)].map(text),
      ),
      ...notes.map((note) => [file, 'note', '', '', String(note)].map(text)),
    ]),
  };
}
