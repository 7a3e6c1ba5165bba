// A zip archive's entries carry the clock's time. Output that can be reproduced must not: this sets it to a fixed one.

const LOCAL_HEADER = { signature: 0x04034b50, timeAt: 10 };
const DIRECTORY_ENTRY = {
  signature: 0x02014b50,
  timeAt: 12,
  nameLengthAt: 28,
  localHeaderAt: 42,
  length: 46,
};
const DIRECTORY_END = { signature: 0x06054b50, countAt: 10, startAt: 16, length: 22 };
/** 1980-01-01 00:00, the earliest that the format knows: time in the lower half, date in the upper. */
const EARLIEST = 0x0021_0000;

/** A copy of the archive, each entry of it dated 1980-01-01. @throws RangeError where it is no plain zip archive */
export function withoutTimes(archive: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(archive);
  const view = new DataView(copy.buffer);
  const end = copy.length - DIRECTORY_END.length;
  expectSignature(view, end, DIRECTORY_END.signature);
  let at = view.getUint32(end + DIRECTORY_END.startAt, true);
  for (let left = view.getUint16(end + DIRECTORY_END.countAt, true); left > 0; left--) {
    expectSignature(view, at, DIRECTORY_ENTRY.signature);
    view.setUint32(at + DIRECTORY_ENTRY.timeAt, EARLIEST, true);
    const local = view.getUint32(at + DIRECTORY_ENTRY.localHeaderAt, true);
    expectSignature(view, local, LOCAL_HEADER.signature);
    view.setUint32(local + LOCAL_HEADER.timeAt, EARLIEST, true);
    // The lengths of name, extra field and comment stand one after the other.
    const lengths = [0, 2, 4].map((offset) =>
      view.getUint16(at + DIRECTORY_ENTRY.nameLengthAt + offset, true),
    );
    at += DIRECTORY_ENTRY.length + lengths.reduce((sum, length) => sum + length, 0);
  }
  return copy;
}

function expectSignature(view: DataView, at: number, signature: number): void {
  if (view.getUint32(at, true) !== signature) throw new RangeError(`no zip record at byte ${at}`);
}
