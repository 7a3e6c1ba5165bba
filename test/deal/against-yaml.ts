// Holds the reader of the plain form against the yaml package: wherever it answers, both must say the same.

import { isDeepStrictEqual } from 'node:util';
import { composeByYaml } from '../../src/deal/compose.ts';
import { plainTree } from '../../src/deal/plain-tree.ts';
import { SourceText } from '../../src/deal/source-text.ts';

/**
 * Whether the plain reader answers.
 * @param name of the text, for the message: what one makes it again with
 * @throws where it answers and yaml makes another tree, or finds anything wrong
 */
export function answersLikeYaml(text: string, name = 'a text'): boolean {
  const plain = plainTree(text);
  if (plain === undefined) return false;
  const { root, problems } = composeByYaml(new SourceText(text, 'a.yaml'));
  if (problems.length === 0 && isDeepStrictEqual(plain, root)) return true;
  const said = problems[0]?.message ?? JSON.stringify(root);
  throw new Error(
    `${name}: ${JSON.stringify(text)} is read as ${JSON.stringify(plain)}, and yaml says: ${said}`,
  );
}

export interface Held {
  readonly texts: number;
  readonly answered: number;
}

/** Holds many texts against yaml, each made of a number that follows from `seed`. */
export function holdAgainstYaml(
  count: number,
  seed: number,
  make: (seed: number) => string | readonly string[],
): Held {
  let [texts, answered] = [0, 0];
  for (let at = 0; at < count; at++) {
    for (const text of [make(seed + at)].flat()) {
      texts++;
      if (answersLikeYaml(text, `seed ${seed + at}`)) answered++;
    }
  }
  return { texts, answered };
}
