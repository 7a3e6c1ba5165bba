// Words of commands that are shown to be typed again.

/** As a shell takes it for one word, whatever it holds. */
export function shellWord(word: string): string {
  return /^[\p{L}\p{N}@.,/_–-][\p{L}\p{N}@.,/~_–=+:-]*$/u.test(word)
    ? word
    : `'${word.replaceAll("'", "'\\''")}'`;
}
