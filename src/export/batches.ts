// Rows a batch at a time: a table is never held whole, and between two batches a person can interrupt.

import { setImmediate } from 'node:timers/promises';

/** What is written bit by bit: text, or bytes. */
export type Chunks = AsyncIterable<string | Uint8Array>;

/** The items in lists of so many; the last one may be shorter, and there may be none. @throws the signal's reason where it is aborted */
export async function* inBatches<Item>(
  items: Iterable<Item>,
  size: number,
  signal: AbortSignal,
): AsyncGenerator<readonly Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
    await turn(signal);
  }
  if (batch.length > 0) yield batch;
  await turn(signal); // files smaller than a batch: a folder of many would not be interrupted at all
}

/** Lets the event loop turn, which is when a signal comes in. */
async function turn(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}
