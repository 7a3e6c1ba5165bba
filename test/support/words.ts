// A command line as the words that a shell makes of it: quotes and nothing else.

/** `diff "@2 weeks ago" now` → three words. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}
