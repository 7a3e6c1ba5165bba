// Files damaged as disks, editors and programs damage them.

import type { Random } from './random.ts';

/** The bytes with one to six wounds; some of them by a piece of junk. */
export function mutant(bytes: Buffer, random: Random, junk: readonly string[]): Buffer {
  let result = bytes;
  for (let wounds = random.between(1, 6); wounds > 0; wounds--) {
    const at = random.below(result.length + 1);
    const other = random.below(result.length + 1);
    const [before, behind] = [result.subarray(0, at), result.subarray(at)];
    const wound = random.pick([
      () => Buffer.concat([before, Buffer.from(random.pick(junk)), behind]),
      () => Buffer.concat([before, behind.subarray(random.below(20))]),
      () => Buffer.concat([before, Buffer.from([random.below(256)]), behind.subarray(1)]),
      () => Buffer.concat([before, result.subarray(other, other + 200), behind]),
      () => result.subarray(0, Math.max(1, at)),
    ]);
    result = wound();
  }
  return result;
}
