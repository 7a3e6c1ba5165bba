// A sentence or a title begins with a capital letter.

/** The text with its first letter a capital one; the rest as it is. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
