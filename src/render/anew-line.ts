// The line by which a command knows a file of Markdown or HTML as one of its own, and people that it will be replaced.

/** A comment, with its line end. @param command `pipeline digest` */
export function anewLine(command: string): string {
  return `<!-- Written by ${command}, and written anew by the next one. -->\n`;
}

/** How a whole document of HTML begins that has the line. */
export function anewHtml(command: string): string {
  return `<!DOCTYPE html>\n${anewLine(command)}`;
}
