// A reader of XML 1.0 that is as strict as the standard about what reports use: elements, attributes, text.

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** All characters that may stand in XML 1.0; half of a surrogate pair may not. */
const CHARACTERS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const TAG = /<(\/?)([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w-]*="[^"<]*")*)\s*(\/?)>/y;
const TEXT = /[^<]+/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The root element. @throws Error at what no XML parser would take */
export function parseXml(xml: string): Element {
  if (!CHARACTERS.test(xml)) throw new Error('a character that XML does not have');
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!xml.startsWith(declaration)) throw new Error('no declaration');
  type Open = { name: string; attributes: Record<string, string>; children: Element[]; text: string };
  const outside: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [outside];
  for (let at = declaration.length; at < xml.length; ) {
    const inside = open.at(-1) ?? outside;
    TEXT.lastIndex = TAG.lastIndex = at;
    const tag = TAG.exec(xml);
    if (tag === null) {
      const text = TEXT.exec(xml)?.[0];
      if (text === undefined || text.includes(']]>')) throw new Error(`no tag: ${xml.slice(at, at + 80)}`);
      inside.text += unescaped(text);
      at += text.length;
      continue;
    }
    at = TAG.lastIndex;
    const [, closes, name = '', attributes = '', isEmpty] = tag;
    if (closes === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
      continue;
    }
    const element: Open = { name, attributes: attributesOf(attributes), children: [], text: '' };
    inside.children.push(element);
    if (isEmpty !== '/') open.push(element);
  }
  const [root, ...more] = outside.children;
  if (open.length !== 1 || root === undefined || more.length > 0 || outside.text.trim() !== '')
    throw new Error('not one root element');
  return root;
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/([\w-]+)="([^"]*)"/g)) {
    if (Object.hasOwn(attributes, name)) throw new Error(`${name} stands twice`);
    attributes[name] = unescaped(value);
  }
  return attributes;
}

function unescaped(text: string): string {
  return text.replace(/&([^;&\s]*)(;?)/g, (whole, name: string, end: string) => {
    const meant = ENTITIES[name];
    if (meant === undefined || end === '') throw new Error(`no entity: ${whole}`);
    return meant;
  });
}
