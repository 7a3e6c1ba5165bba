// Ids of deals, which are the names of their files: which are allowed.

/** As many as an id may have. */
export const MOST_CHARACTERS = 80;
const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
/** Names that Windows keeps for devices, whatever the ending of the file. */
export const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Whether a deal's file may have the name: `[a-z0-9][a-z0-9-]{0,79}` and no device of Windows. */
export function isDealId(text: string): boolean {
  return ID.test(text) && !RESERVED.test(text);
}
