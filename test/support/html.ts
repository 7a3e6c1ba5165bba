// What a file of HTML is, by a validator that needs no network, and what a browser would make of it.

import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  // A title is the page's heading, which is the answer, however long.
  rules: { 'long-title': 'off' },
});

/** What is wrong with it, a line each; none where it is valid. */
export async function htmlProblems(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

/** All that a page is made of. */
const ELEMENTS =
  'body code div h1 h2 head html li main meta p pre rect span style svg table tbody td tfoot th thead title tr ul';
const ATTRIBUTES =
  'aria-hidden charset class content height http-equiv lang name preserveaspectratio scope viewbox width x';

/** Nothing that runs, fetches, or came out of a text. */
export const PLAIN_ELEMENTS = { others: [], attributes: [] };

/** The elements and attributes in it that a page does not have, by their names. */
export function elementsOf(html: string): { others: string[]; attributes: string[] } {
  const others = new Set<string>();
  const attributes = new Set<string>();
  const withoutStyle = html.replace(/<style>[^<]*<\/style>/, '<style></style>');
  for (const [, name = '', rest = ''] of withoutStyle.matchAll(/<\/?([^\s/>]*)((?:"[^"]*"|[^>"])*)>/g)) {
    if (name !== '!DOCTYPE' && !ELEMENTS.split(' ').includes(name.toLowerCase())) others.add(name);
    if (name === '!DOCTYPE') continue;
    for (const [, attribute = ''] of rest.replace(/"[^"]*"/g, '""').matchAll(/([^\s=/"]+)/g))
      if (!ATTRIBUTES.split(' ').includes(attribute.toLowerCase())) attributes.add(attribute);
  }
  return { others: [...others], attributes: [...attributes] };
}
