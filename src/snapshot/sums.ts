// The checksums of a snapshot's rows, as its files are now: what snapshot.yaml says of them is another matter.

import { type Checksums, sha256 } from './format-yaml.ts';
import { bytesOf, folderOf } from './store.ts';

/** Of a snapshot that was read before, so that its files are there. @throws Failure `no-such-snapshot`, `io` */
export function sumsOf(root: string, name: string): Checksums {
  const folder = folderOf(root, name);
  return { deals: sha256(bytesOf(folder, 'deals.csv')), archived: sha256(bytesOf(folder, 'archived.csv')) };
}
