// What a text is besides its lines: a byte order mark, its line ends, whether the last line has one. Taken off before
// lines are joined and put on again, each as the side that changed it has it.

import { each, type Three } from './three.ts';

export interface TextForm {
  /** Their lines, all of which end. */
  readonly texts: Three<string>;
  readonly mark: string;
  readonly lineEnd: string;
  readonly isLastOpen: boolean;
}

const MARK = '\ufeff';

export function formOf(three: Three<string>): TextForm {
  const unmarked = each(three, (text) => (text.startsWith(MARK) ? text.slice(1) : text));
  const isOneKind = Object.values(unmarked).every((text) => !/\r\n/.test(text) || !/(?<!\r)\n/.test(text));
  const lines = isOneKind ? each(unmarked, (text) => text.replaceAll('\r\n', '\n')) : unmarked;
  const isOpen = (text: string) => text !== '' && !text.endsWith('\n');
  return {
    texts: each(lines, (text) => (isOpen(text) ? `${text}\n` : text)),
    mark: changed(three, (text) => text.startsWith(MARK)) ? MARK : '',
    lineEnd: isOneKind && changed(three, (text) => text.includes('\r\n')) ? '\r\n' : '\n',
    isLastOpen: changed(three, isOpen),
  };
}

/** Of two answers there are, that of the side which changed it. */
function changed(three: Three<string>, is: (text: string) => boolean): boolean {
  const { base, ours, theirs } = each(three, is);
  return ours === theirs || theirs === base ? ours : theirs;
}

/** @param isLastOpen whether the text may go without its last line end */
export function inForm(
  { mark, lineEnd, ...form }: TextForm,
  text: string,
  isLastOpen = form.isLastOpen,
): string {
  const ended = isLastOpen ? text.replace(/\n$/, '') : text;
  return mark + (lineEnd === '\n' ? ended : ended.replaceAll('\n', lineEnd));
}
