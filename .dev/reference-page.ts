// What every reference page is made of.

export interface ReferencePage {
  /** From the project's root. */
  readonly path: string;
  readonly text: string;
}

export const MADE = '<!-- Made by `npm run docs` from the program. Edit the program, not this page. -->';

/** The lines of a Markdown table. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)];
}
