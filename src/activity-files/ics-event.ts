// One VEVENT, read: when it begins, who took part, and whether it stands.

import type { Day } from '../base/day.ts';
import { fold } from '../base/fold.ts';
import { address } from '../entry/deal-clues.ts';
import type { WhyLeftOut } from '../entry/happened.ts';
import { type Component, type Property, unescaped } from './ics-lines.ts';
import { UTC, type WallTime, wallTimeOf, type Zone } from './ics-zones.ts';

/** A date, or a moment by a clock; without a zone it is that of whoever looks. */
export interface EventTime extends WallTime {
  readonly isAllDay: boolean;
  readonly zone: Zone | undefined;
}

export interface CalendarEvent {
  readonly line: number;
  readonly uid: string;
  /** Which of several of one UID holds: the highest. */
  readonly version: string;
  readonly summary: string;
  readonly description: string;
  /** Undefined where it says none that can be read. */
  readonly start: EventTime | undefined;
  readonly rule: string | undefined;
  /** The days of the event's own clock that are added, and taken out. */
  readonly added: readonly Day[];
  readonly takenOut: ReadonlySet<Day>;
  /** The day of a series in the place of which it stands. */
  readonly insteadOf: Day | undefined;
  /** Of those who came, in lower case. */
  readonly addresses: readonly string[];
  /** Why it is nothing that happened with a customer. */
  readonly leftOut: WhyLeftOut | undefined;
  readonly isWhole: boolean;
}

export type ZoneOf = (name: string) => Zone | undefined;

const MOST_PEOPLE = 1_000;
const AWAY =
  /(^| )(ooo|out of (the )?office|vacation|holidays?|day off|urlop|nieobecnosc|poza biurem|dzien wolny|zwolnienie)( |$)/;

/** @param team addresses, in lower case */
export function eventOf(component: Component, zoneOf: ZoneOf, team: ReadonlySet<string>): CalendarEvent {
  const { properties } = component;
  const first = (name: string) => properties.find((property) => property.name === name);
  const textOf = (name: string) => unescaped(first(name)?.value ?? '').trim();
  const times = (name: string) =>
    properties.filter((property) => property.name === name).flatMap((one) => timesOf(one, zoneOf));
  const start = times('DTSTART')[0];
  const ownDay = (time: EventTime) => dayByClockOf(start, time);
  const instead = times('RECURRENCE-ID')[0];
  const summary = textOf('SUMMARY');
  return {
    line: component.line,
    uid: textOf('UID'),
    version: versionOf(textOf('SEQUENCE'), textOf('LAST-MODIFIED') || textOf('DTSTAMP')),
    ...{ summary, description: textOf('DESCRIPTION'), start },
    rule: first('RRULE')?.value,
    added: times('RDATE').map(ownDay),
    takenOut: new Set(times('EXDATE').map(ownDay)),
    insteadOf: instead === undefined ? undefined : ownDay(instead),
    addresses: attended(properties),
    leftOut: whyLeftOut(properties, { summary, isAllDay: start?.isAllDay === true, team }),
    isWhole: component.ends,
  };
}

/** The day of a moment by the clock of the event that it belongs to. */
function dayByClockOf(start: EventTime | undefined, time: EventTime): Day {
  if (time.isAllDay || time.zone === undefined || start?.zone === undefined) return time.day;
  return start.zone.wallTime(time.zone.moment(time)).day;
}

/** The times of a property: of a list all, of a period its begin. */
function timesOf({ params, value }: Property, zoneOf: ZoneOf): EventTime[] {
  const zone = zoneOf(params.get('TZID') ?? '');
  return value.split(',').flatMap((one): EventTime[] => {
    const [begin = ''] = one.split('/');
    const wall = wallTimeOf(begin);
    if (wall === undefined) return [];
    const isAllDay = !/T/i.test(begin);
    return [{ ...wall, isAllDay, zone: isAllDay ? undefined : /Z\s*$/i.test(begin) ? UTC : zone }];
  });
}

/** Sorts as it counts. */
function versionOf(sequence: string, changed: string): string {
  return `${/^\d{1,9}$/.test(sequence) ? sequence.padStart(9, '0') : '000000000'} ${changed}`;
}

function whyLeftOut(
  properties: readonly Property[],
  { summary, isAllDay, team }: { summary: string; isAllDay: boolean; team: ReadonlySet<string> },
): WhyLeftOut | undefined {
  const says = (name: string) =>
    properties
      .find((property) => property.name === name)
      ?.value.trim()
      .toUpperCase() ?? '';
  if (says('STATUS') === 'CANCELLED') return 'cancelled';
  if (says('CLASS') === 'PRIVATE' || says('CLASS') === 'CONFIDENTIAL') return 'private';
  if (isAllDay && (says('X-MICROSOFT-CDO-BUSYSTATUS') === 'OOF' || AWAY.test(fold(summary))))
    return 'out-of-office';
  const own = people(properties).filter((one) => team.has(addressOf(one)));
  const isOurs = own.some(({ name }) => name === 'ORGANIZER');
  return own.length > 0 && !isOurs && own.every(hasDeclined) ? 'declined' : undefined;
}

function attended(properties: readonly Property[]): string[] {
  const came = people(properties).filter((one) => !hasDeclined(one));
  return [...new Set(came.map(addressOf).filter((one) => one !== ''))];
}

/** Organizer and attendees; a room is none. */
function people(properties: readonly Property[]): Property[] {
  return properties
    .filter(({ name, params }) => {
      const kind = params.get('CUTYPE')?.toUpperCase();
      return (name === 'ATTENDEE' || name === 'ORGANIZER') && kind !== 'RESOURCE' && kind !== 'ROOM';
    })
    .slice(0, MOST_PEOPLE);
}

function hasDeclined({ params }: Property): boolean {
  return params.get('PARTSTAT')?.toUpperCase() === 'DECLINED';
}

function addressOf({ value, params }: Property): string {
  const found = /^\s*mailto:(.*)$/is.exec(value)?.[1] ?? params.get('EMAIL') ?? '';
  return found.includes('@') && found.length < 320 ? address(found) : '';
}
