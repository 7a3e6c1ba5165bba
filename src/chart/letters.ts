// How wide text is on a chart, reckoned: nothing here has a font to measure with.

/** In pixels, at FONT_SIZE. */
export const LETTER = 7;
export const FONT_SIZE = 12;

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Extended_Pictographic}/u;

/** About how wide the text is, in letters; what stands above or below another takes no room. */
export function lettersIn(text: string): number {
  let letters = 0;
  for (const sign of text.replace(/\p{M}/gu, '')) letters += WIDE.test(sign) ? FONT_SIZE / LETTER : 1;
  return letters;
}

/** As much of the text as so many letters have room for; what is cut ends in …. */
export function cutToLetters(text: string, most: number): string {
  if (lettersIn(text) <= most) return text;
  const kept = Array.from(text);
  while (kept.length > 0 && lettersIn(kept.join('')) > most - 1) kept.pop();
  return `${kept.join('').trimEnd()}…`;
}
