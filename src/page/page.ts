// A Page is what a person reads, before it is known where: blocks of typed cells. Views become pages
// (page/<view>.ts), renderers turn pages into text (render/<format>.ts) and compute no figure.

import type { Day } from '../base/day.ts';
import type { Decimal } from '../base/money.ts';
import type { Message, MessageValues } from '../words/message.ts';

/** What a text or cell means; a renderer gives each one colour, which is never its only sign. */
export type Tone = 'plain' | 'strong' | 'muted' | 'good' | 'warn' | 'bad';

/** Where a value stands in the JSON of a view, so that a page can be held against it. */
export interface Source {
  /** Its `schema`. */
  readonly view: string;
  /** Keys and places with dots between: `stages.2.deals`. Where it is made of several, each of them, with spaces between. */
  readonly path: string;
  /** As the JSON has it. */
  readonly value: string | number;
  /** How a value that no view has is made: as many as there are paths, their sum, or an end of the interval of the first of the second. */
  readonly made?: 'count' | 'sum' | 'low' | 'high';
}

/** One typed value. A renderer formats it: for people in the workspace's locale, for machines ISO and plain decimal. */
export type Cell =
  /** `anchor`: the id of the place on the same page that it leads to; told where a page has such places. */
  | { readonly kind: 'text'; readonly text: string; readonly tone?: Tone; readonly anchor?: string }
  | { readonly kind: 'count'; readonly count: number; readonly tone?: Tone; readonly source?: Source }
  /** In the page's currency. `signed` shows + and −. A column of whole amounts is shown without decimals. */
  | {
      readonly kind: 'money';
      readonly amount: Decimal;
      readonly signed?: boolean;
      readonly tone?: Tone;
      readonly source?: Source;
    }
  | { readonly kind: 'day'; readonly day: Day; readonly tone?: Tone; readonly source?: Source }
  /** A share 0–1; `decimals` of the per cent shown, 0 where left out. */
  | {
      readonly kind: 'share';
      readonly share: number;
      readonly decimals?: number;
      readonly tone?: Tone;
      readonly source?: Source;
    }
  /** A factor like the plan multiplier. */
  | {
      readonly kind: 'number';
      readonly number: number;
      readonly decimals: number;
      readonly tone?: Tone;
      readonly source?: Source;
    }
  /** A bar from `from` to `to`, both shares 0–1 of the column's width. */
  | { readonly kind: 'bar'; readonly from: number; readonly to: number; readonly tone?: Tone }
  /**
   * A range from `low` to `high` with `mid` between them, all shares 0–1 of the column's width: `├──█──┤`. `mark` is a
   * value to hold it against, such as a target, shown where nothing else stands.
   */
  | {
      readonly kind: 'range';
      readonly low: number;
      readonly mid: number;
      readonly high: number;
      readonly mark?: number;
      readonly tone?: Tone;
    }
  /** Text and values in one cell: `shrunk 145,000 → 100,000`. Its money shows its own decimals, of whatever currency. */
  | {
      readonly kind: 'phrase';
      readonly parts: readonly (string | Cell)[];
      readonly tone?: Tone;
      /** Stays on one line. */
      readonly isUnbroken?: true;
    }
  /** A message in the reader's language, with values in it; `say` makes one. */
  | {
      readonly kind: 'said';
      readonly message: Message;
      readonly values: MessageValues<Cell>;
      readonly tone?: Tone;
      /** Begins a sentence or a heading. */
      readonly isFirst?: true;
    }
  /** Nothing to show: empty for people and machines. A rate over nothing is text '–'. */
  | { readonly kind: 'none' };

/** A short text that every language has; `data` is what the company calls something, as it stands. */
export type Title =
  | ''
  | Message
  | Extract<Cell, { readonly kind: 'said' }>
  /** A word of the domain that stands in lower case elsewhere: `slipped` is titled `Slipped`. */
  | { readonly kind: 'label'; readonly message: Message }
  | { readonly kind: 'data'; readonly text: string };

export interface Column {
  /** snake_case; the header in CSV. */
  readonly key: string;
  /** The heading for people; '' for none. */
  readonly title: Title;
  /** Numbers stand right; text left where left out. */
  readonly align?: 'left' | 'right';
  /** May be cut with … where the terminal is narrow; the least width that it keeps. */
  readonly shrinkTo?: number;
  /** May be left out in a narrow terminal: the higher, the earlier. */
  readonly dropRank?: number;
  /**
   * Is not cut, but goes on in a further line: before another column is cut as far as this width, and once no other one
   * can give way down to `shrinkTo`.
   */
  readonly wrapsTo?: number;
  /** Is shown only where every column has its full width: nice to have, never at another one's cost. */
  readonly spare?: boolean;
  /** Stands below the first column where a page is as narrow as a phone. */
  readonly joinsFirst?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Stands below the rows, set off: sums. */
  readonly totals?: readonly (readonly Cell[])[];
  /** The places that rows are, for links on the same page. */
  readonly anchors?: readonly string[];
}

/** Whether a cell is a picture, which only some formats draw and no machine reads. */
export function isDrawing(cell: Cell | undefined): cell is Extract<Cell, { kind: 'bar' | 'range' }> {
  return cell?.kind === 'bar' || cell?.kind === 'range';
}

/** A line made of pieces of text and values. */
export interface Line {
  readonly kind: 'line';
  readonly parts: readonly (string | Cell)[];
  readonly tone?: Tone;
}

/** A heading: the answer first. */
export interface Heading {
  readonly kind: 'heading';
  /** Stands below the heading before it, not beside it. */
  readonly isWithin?: true;
  readonly parts: readonly (string | Cell)[];
}

/** Free text that wraps at the terminal's width. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly parts: readonly (string | Cell)[];
  readonly tone?: Tone;
}

/** Lines as they stand in a file or on a screen: never wrapped, shown apart from the rest. */
export interface Code {
  readonly kind: 'code';
  /** Of the text, as fences in Markdown name it: `yaml`, or ''. */
  readonly language: string;
  readonly lines: readonly (string | Cell)[];
}

/** The last line: what to do next, as a command. `text` says what for. */
export interface Next {
  readonly kind: 'next';
  readonly text: string | Extract<Cell, { readonly kind: 'said' }>;
  /** Said where it is none that can be typed as it stands. */
  readonly command: string | Extract<Cell, { readonly kind: 'said' }>;
}

/** A label and what holds, below each other with what holds in one column; '' for what goes on with the fact above. */
export interface Facts {
  readonly kind: 'facts';
  readonly as: 'line' | 'paragraph';
  readonly facts: readonly {
    readonly label: string | Extract<Cell, { readonly kind: 'said' }>;
    readonly parts: readonly (string | Cell)[];
  }[];
}

/** One of a list, or of one below the item before it. */
export interface Item {
  readonly kind: 'item';
  readonly depth: 0 | 1;
  readonly parts: readonly (string | Cell)[];
}

export interface Blank {
  readonly kind: 'blank';
}

export type Block = Heading | Table | Line | Paragraph | Facts | Item | Code | Next | Blank;

export interface Page {
  readonly blocks: readonly Block[];
  /** Of all money on the page. */
  readonly currency: string;
  readonly digits: number;
}

/** The rows of a view for machines: what CSV and spreadsheets get. Money as plain decimal, days ISO. */
export interface Records {
  readonly columns: readonly string[];
  /** Text is made safe for the sink by the renderer; `number` and decimal text never are. */
  readonly rows: Iterable<readonly RecordCell[]>;
}

export type RecordCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'decimal'; readonly decimal: string }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'none' };
