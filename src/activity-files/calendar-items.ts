// A calendar → what happened: events one by one, series day by day as far as today.

import { addDays, type Day } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import { type Said, said } from '../base/said.ts';
import { type FileItem, madeRef, shortRef, type Told } from '../entry/happened.ts';
import { daysOf } from './ics-days.ts';
import { type CalendarEvent, eventOf, type ZoneOf } from './ics-event.ts';
import { type Component, componentsOf } from './ics-lines.ts';
import { type Rule, ruleOf } from './ics-rule.ts';
import { describedZone, namedZone, UTC, wallTimeOf, zoneInPath } from './ics-zones.ts';
import { outside, type Window } from './window.ts';
import { lookedAt, noteOf } from './words.ts';

export interface CalendarContext {
  /** The file's name, for places. */
  readonly file: string;
  /** The type that its events are written down as. */
  readonly type: string;
  readonly timeZone: string;
  /** Addresses of the team, in lower case. */
  readonly team: ReadonlySet<string>;
  readonly window: Window;
}

/** Days of one series that are taken at most. */
const MOST_DAYS = 1_000;
/** So far ahead is looked whether a series goes on. */
const DAYS_AHEAD = 370;
const LONGEST_UID = 120;

/** What a calendar tells, in the order of its lines. @throws Failure `export-unreadable` where there is too much of it */
export function calendarItems(text: string, context: CalendarContext): FileItem[] {
  return componentsOf(text, context.file)
    .flatMap((root) => itemsOf(root, context))
    .sort((a, b) => a.line - b.line);
}

function itemsOf(root: Component, context: CalendarContext): FileItem[] {
  const isCancelled = root.properties.some(
    ({ name, value }) => name === 'METHOD' && value.trim().toUpperCase() === 'CANCEL',
  );
  const zoneOf = zonesOf(root);
  const events = eventsIn(root).map((component) => {
    const event = eventOf(component, zoneOf, context.team);
    return isCancelled ? { ...event, leftOut: 'cancelled' as const } : event;
  });
  const items: FileItem[] = [];
  for (const all of grouped(events, ({ uid, line }) => uid || `line ${line}`).values()) {
    const { held, replaced } = newest(all);
    for (const event of replaced)
      items.push({ ...told(event, context), kind: 'left-out', on: event.start?.day, why: 'replaced' });
    const own = new Set(held.flatMap(({ insteadOf }) => insteadOf ?? []));
    for (const event of held) items.push(...eventItems(event, own, context));
  }
  return items;
}

/** Events wherever they stand: one that never ends holds those behind it. */
function eventsIn({ parts }: Component): Component[] {
  return parts.flatMap((part) => [...(part.kind === 'VEVENT' ? [part] : []), ...eventsIn(part)]);
}

function zonesOf(root: Component): ZoneOf {
  const described = new Map(
    root.parts
      .filter(({ kind }) => kind === 'VTIMEZONE')
      .map((part) => [part.properties.find(({ name }) => name === 'TZID')?.value ?? '', part]),
  );
  const found = new Map<string, ReturnType<ZoneOf>>();
  return (name) => {
    if (found.has(name)) return found.get(name);
    const own = described.get(name);
    const zone = namedZone(name) ?? (own === undefined ? undefined : describedZone(own)) ?? zoneInPath(name);
    found.set(name, zone);
    return zone;
  };
}

/** Of several states of one event, or of one day of a series, the newest holds. */
function newest(events: readonly CalendarEvent[]) {
  const held: CalendarEvent[] = [];
  const replaced: CalendarEvent[] = [];
  for (const same of grouped(events, ({ insteadOf }) => insteadOf).values()) {
    const last = same.reduce((a, b) => (b.version >= a.version ? b : a));
    for (const event of same) (event === last ? held : replaced).push(event);
  }
  return { held, replaced };
}

/** @param own days of the series that have an event of their own */
function eventItems(event: CalendarEvent, own: ReadonlySet<Day>, context: CalendarContext): FileItem[] {
  const { start, leftOut, insteadOf } = event;
  const place = told(event, context);
  const on = start?.day;
  if (leftOut !== undefined) return [{ ...place, kind: 'left-out', on, why: leftOut }];
  if (!event.isWhole)
    return [{ ...place, kind: 'rejected', on, why: said('the event has no end: the file is cut off') }];
  if (start === undefined)
    return [{ ...place, kind: 'rejected', on, why: said('it has no DTSTART that is a date') }];
  const isSeries = insteadOf === undefined && (event.rule !== undefined || event.added.length > 0);
  const days = isSeries ? daysOfSeries(event, start.day, own, context) : [start.day];
  if ('why' in days) return [{ ...place, kind: 'rejected', on, why: days.why }];
  const items: FileItem[] = [];
  const passed = new Set<string>();
  for (const day of days) {
    const begins = start.zone?.moment({ day, seconds: start.seconds });
    const happened = begins === undefined ? day : dayOf(begins, context);
    const why = outside(happened, context.window, begins);
    if (why === undefined) {
      const instance = insteadOf ?? (isSeries ? day : undefined);
      items.push(happenedOn(happened, event, refOf(event, instance), context));
    } else if (!passed.has(why)) {
      passed.add(why);
      items.push({ ...place, kind: 'left-out', on: happened, why });
    }
    if (why === 'future') break;
    if (items.length > MOST_DAYS) return [{ ...place, kind: 'rejected', on, why: TOO_OFTEN }];
  }
  return items;
}

const TOO_OFTEN = said('it comes again more than {times} times: --since takes the newest of them', {
  times: MOST_DAYS,
});

function happenedOn(on: Day, event: CalendarEvent, ref: string, context: CalendarContext): FileItem {
  const { summary, description, addresses } = event;
  return {
    ...told(event, context),
    kind: 'happened',
    on,
    type: context.type,
    ref,
    clues: { deal: '', account: '', subject: lookedAt(summary), text: lookedAt(description), addresses },
  };
}

/** The days of a series by its own clock, ascending, and some to come; or why they can't be told. */
function daysOfSeries(
  event: CalendarEvent,
  first: Day,
  own: ReadonlySet<Day>,
  { window }: CalendarContext,
): Iterable<Day> | { readonly why: Said } {
  const last = addDays(window.today, DAYS_AHEAD);
  const rule = event.rule === undefined ? undefined : ruleOf(event.rule);
  const until = rule === undefined ? undefined : lastDayOf(rule, event);
  if (event.rule !== undefined && (rule === undefined || until === 'unreadable')) {
    return {
      why: said('it comes again in a way that is not read: RRULE:{rule}', { rule: event.rule.slice(0, 60) }),
    };
  }
  const end = until === undefined || until === 'unreadable' || until > last ? last : until;
  const added = [...event.added, ...(rule === undefined ? [first] : [])].sort();
  return without(
    merged(rule === undefined ? [] : daysOf(rule, first, end), added),
    (day) => own.has(day) || event.takenOut.has(day),
  );
}

function* without(days: Iterable<Day>, isOut: (day: Day) => boolean): Generator<Day> {
  for (const day of days) if (!isOut(day)) yield day;
}

/** Two ascending rows of days as one; a day that is in both is there once. */
function* merged(days: Iterable<Day>, others: readonly Day[]): Generator<Day> {
  let at = 0;
  let last: Day | undefined;
  for (const day of days) {
    for (let other = others[at]; other !== undefined && other <= day; other = others[++at]) {
      if (other !== last && other !== day) yield other;
      last = other;
    }
    yield day;
    last = day;
  }
  for (const other of others.slice(at)) {
    if (other !== last) yield other;
    last = other;
  }
}

/** The last day on which a series may come, by its own clock. */
function lastDayOf({ until }: Rule, { start }: CalendarEvent): Day | undefined | 'unreadable' {
  if (until === '') return undefined;
  const wall = wallTimeOf(until);
  if (wall === undefined) return 'unreadable';
  if (!until.includes('T')) return wall.day;
  const own = until.endsWith('Z') && start?.zone !== undefined ? start.zone.wallTime(UTC.moment(wall)) : wall;
  const isBefore = start !== undefined && !start.isAllDay && own.seconds < start.seconds;
  return isBefore ? addDays(own.day, -1) : own.day;
}

/** The UID, of a series with the day; where there is none, or none that can stand in a line, what is made of the event. */
function refOf({ uid, start, summary }: CalendarEvent, day: Day | undefined): string {
  const isPlain = uid.length <= LONGEST_UID && !/[\p{Cc}\s]/u.test(uid);
  const ref = uid === '' ? madeRef(`${start?.day} ${summary}`) : isPlain ? uid : shortRef(uid);
  return day === undefined ? ref : `${ref}#${day}`;
}

function told(event: CalendarEvent, { file, type }: CalendarContext): Told {
  const note =
    event.leftOut === 'private' ? '' : noteOf(event.summary) || noteOf(lookedAt(event.description)) || type;
  return { file, line: event.line, note };
}

function dayOf(epochMs: number, { timeZone }: CalendarContext): Day {
  return (namedZone(timeZone) ?? UTC).wallTime(epochMs).day;
}
