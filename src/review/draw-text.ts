// How the deals of a sheet were drawn, as the YAML of its last block. sheet-draw.ts reads it back.

import { blockText } from './block-text.ts';
import { type OwnerName, SHEET_FORMAT, type SheetDraw, type SheetPick, type SheetStratum } from './sheet.ts';

/** The lines of the block, without fences. */
export function drawLines(draw: SheetDraw): string[] {
  const { snapshot, closed, most } = draw;
  return [
    `format: ${SHEET_FORMAT}`,
    `review: ${draw.on}`,
    ...(draw.workspace === undefined ? [] : [`workspace: ${blockText(draw.workspace, 'block')}`]),
    ...(draw.owner === undefined ? [] : [`owner: ${blockText(draw.owner, 'block')}`]),
    ...(draw.team ? ['team: true'] : []),
    ...(draw.names.length === 0 ? [] : ['names:', ...draw.names.map(nameLine)]),
    'snapshot:',
    `  name: ${snapshot.name}`,
    `  deals_sha256: ${quoted(snapshot.deals)}`,
    `  archived_sha256: ${quoted(snapshot.archived)}`,
    `seed: ${blockText(draw.seed, 'block')}`,
    `sampler: ${draw.sampler}`,
    ...(draw.weighted ? ['weighted: true'] : []),
    `closed: {from: ${closed.from}${closed.to === undefined ? '' : `, to: ${closed.to}`}}`,
    ...(most === undefined ? [] : [`most: ${most}`]),
    `not_again_within: ${draw.notAgainWithin}`,
    `currency: ${draw.currency}`,
    'strata:',
    ...draw.strata.flatMap(stratumLines),
  ];
}

function nameLine({ name, owner }: OwnerName): string {
  return `  - {name: ${blockText(name, 'flow')}, owner: ${blockText(owner, 'flow')}}`;
}

function stratumLines(stratum: SheetStratum): string[] {
  return [
    `  - stratum: ${stratum.stratum}`,
    `    largest: ${stratum.largest}`,
    `    random: ${stratum.random}`,
    `    population: ${stratum.population}`,
    `    excluded: ${stratum.excluded}`,
    `    drawn_from: ${stratum.drawnFrom}`,
    `    drawn_from_value: ${quoted(stratum.drawnFromValue)}`,
    ...(stratum.picked.length === 0 ? ['    picked: []'] : ['    picked:', ...stratum.picked.map(pickLine)]),
  ];
}

function pickLine(pick: SheetPick): string {
  const { amount, value, close } = pick;
  const parts = [
    `id: ${blockText(pick.id, 'flow')}`,
    `why: ${pick.why}`,
    `rank: ${pick.rank}`,
    `probability: ${pick.probability}`,
    `owner: ${blockText(pick.owner, 'flow')}`,
    `stage: ${blockText(pick.stage, 'flow')}`,
    ...(amount === undefined ? [] : [`amount: ${quoted(amount)}`]),
    `currency: ${blockText(pick.currency, 'flow')}`,
    ...(value === undefined ? [] : [`value: ${quoted(value)}`]),
    ...(close === undefined ? [] : [`close: ${close}`]),
  ];
  return `      - {${parts.join(', ')}}`;
}

/** Amounts and checksums may be all digits: in quotes no reader of YAML takes them for numbers. */
function quoted(text: string): string {
  return `"${text}"`;
}
