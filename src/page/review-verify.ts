// The page of `pipeline review verify`: the answer for each sheet, what does not match, and what is worth knowing.

import type { ReviewVerifyView, VerifiedSheet } from '../report/review-verify.ts';
import { plural } from './freshness-lines.ts';
import type { Block, Page, RecordCell, Records } from './page.ts';

export function reviewVerifyPage(view: ReviewVerifyView): Page {
  return { currency: '', digits: 0, blocks: view.sheets.flatMap((sheet, at) => [...sheetBlocks(sheet, at)]) };
}

function* sheetBlocks(sheet: VerifiedSheet, at: number): Generator<Block> {
  const { file, differences, notes, readable, matches, snapshot } = sheet;
  if (at > 0) yield { kind: 'blank' };
  yield { kind: 'heading', parts: [`${file} · ${answer(sheet)}`] };
  if (readable) yield { kind: 'paragraph', parts: [proof(sheet)] };
  for (const { message } of differences) yield { kind: 'paragraph', tone: 'bad', parts: [message] };
  for (const note of notes) yield { kind: 'paragraph', tone: 'warn', parts: [note] };
  if (matches) return;
  yield { kind: 'blank' };
  const isSnapshot = differences.some(({ kind }) => kind.startsWith('snapshot'));
  yield isSnapshot
    ? { kind: 'next', text: 'Look at the snapshot', command: `pipeline snapshot verify ${snapshot}` }
    : { kind: 'next', text: 'Who changed it, and when', command: `git log -p -- ${file}` };
}

function answer({ matches, readable, differences }: VerifiedSheet): string {
  if (matches) return 'its deals are those that were drawn';
  return readable ? `does not match: ${plural(differences.length, 'difference')}` : 'cannot be read';
}

function proof({ proved, snapshot, seed, sampler, earlier_sheets: earlier, owner }: VerifiedSheet): string {
  const { judged, random } = proved;
  const whose = owner === null ? '' : ` of ${owner === '' ? 'nobody' : owner}`;
  return [
    `Drawn again from the snapshot ${snapshot} by seed ${seed} and sampler ${sampler}: ${plural(judged + random, 'deal')}${whose} as the sheet`,
    `has them, ${random} of them by chance, after ${earlier === 1 ? '1 earlier sheet' : `${earlier} earlier sheets`}.`,
  ].join(' ');
}

/** A record a difference or note. */
export function reviewVerifyRecords({ sheets }: ReviewVerifyView): Records {
  const text = (of: string): RecordCell => ({ kind: 'text', text: of });
  return {
    columns: ['file', 'kind', 'stratum', 'id', 'message'],
    rows: sheets.flatMap(({ file, differences, notes }) => [
      ...differences.map(({ kind, stratum, id, message }) =>
        [file, kind, stratum ?? '', id, message].map(text),
      ),
      ...notes.map((note) => [file, 'note', '', '', note].map(text)),
    ]),
  };
}
