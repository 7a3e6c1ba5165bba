// Cells of a workbook that hold no value: errors, and formulas whose value nobody computed. The library that reads
// workbooks gives both as empty cells, and an empty cell changes nothing: so they are made texts before it reads them.

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { UNCOMPUTED } from './uncomputed.ts';

const SHEET = /(?:^|\/)worksheets\/[^/]+\.xml$/i;

/**
 * The workbook with a text in each cell without a value: the error's name, or `UNCOMPUTED`. The same bytes where there is none.
 * @throws Error where it is no ZIP
 */
export function withErrorsAsTexts(bytes: Uint8Array): Uint8Array {
  const sheets = unzipSync(bytes, { filter: ({ name }) => SHEET.test(name) });
  const changed = Object.entries(sheets).flatMap(([name, content]) => {
    const xml = strFromU8(content);
    const texts = withTexts(xml);
    return texts === xml ? [] : [[name, strToU8(texts)] as const];
  });
  if (changed.length === 0) return bytes;
  return zipSync({ ...unzipSync(bytes), ...Object.fromEntries(changed) }, { level: 0 });
}

const ERROR_CELL = /(<(?:\w+:)?c(?:\s[^<>]*?)?\st=)(["'])e\2/g;

/** A cell with a formula and no value: without `<v>`, or with an empty one. */
const FORMULA_CELL =
  /<((?:\w+:)?)c((?:\s[^<>]*)?)>\s*(<\1f(?:\s[^<>]*)?(?:\/>|>[^<]*<\/\1f>))\s*(<\1v\s*\/>|<\1v><\/\1v>)?\s*<\/\1c>/g;

const TYPE = /\st=(["'])(\w*)\1/;

function withTexts(xml: string): string {
  return xml
    .replace(ERROR_CELL, '$1$2str$2')
    .replace(FORMULA_CELL, (cell, prefix: string, attributes: string, formula: string, value?: string) => {
      const isEmptyText = value !== undefined && TYPE.exec(attributes)?.[2] === 'str';
      if (isEmptyText) return cell;
      const own = attributes.replace(TYPE, '');
      return `<${prefix}c${own} t="str">${formula}<${prefix}v>${UNCOMPUTED}</${prefix}v></${prefix}c>`;
    });
}
