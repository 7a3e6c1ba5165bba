// The time zones that a calendar names → moments: by their name where the system knows it, else by the rules that the
// calendar itself gives (Outlook's names are Windows').

import { type Day, epochDay, fromEpochDay } from '../base/day.ts';
import { daysInPeriod } from './ics-days.ts';
import type { Component } from './ics-lines.ts';
import { type Rule, ruleOf } from './ics-rule.ts';

/** A date and a time as a clock on a wall shows them. */
export interface WallTime {
  readonly day: Day;
  /** Since midnight. */
  readonly seconds: number;
}

export interface Zone {
  /** Epoch milliseconds. */
  moment(wall: WallTime): number;
  wallTime(epochMs: number): WallTime;
}

const MS_PER_DAY = 86_400_000;

export const UTC: Zone = zoneBy(() => 0);

/** A zone that the system knows; undefined where it knows none of that name. */
export function namedZone(name: string): Zone | undefined {
  const known = NAMED.get(name);
  if (known !== undefined || NAMED.has(name)) return known;
  const zone = zoneNamed(name);
  if (NAMED.size < MOST_NAMED) NAMED.set(name, zone);
  return zone;
}

const NAMED = new Map<string, Zone | undefined>();
const MOST_NAMED = 1_000;
const LONGEST_NAME = 100;

function zoneNamed(name: string): Zone | undefined {
  if (name.length > LONGEST_NAME || !/^[A-Za-z][\w+/-]*$/.test(name)) return undefined;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    return zoneBy((epochMs) => {
      const parts = format.formatToParts(epochMs);
      const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
      const [, sign, hours = '0', minutes = '0', seconds = '0'] =
        /([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(offset) ?? [];
      const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
      return sign === '-' ? -size : size;
    });
  } catch {
    return undefined; // no such zone
  }
}

/** The zone that a calendar's VTIMEZONE describes; undefined where it says nothing that can be read. */
export function describedZone(component: Component): Zone | undefined {
  const location = component.properties.find(({ name }) => name === 'X-LIC-LOCATION')?.value ?? '';
  const known = namedZone(location);
  if (known !== undefined) return known;
  const onsets = component.parts.flatMap((part) => onsetOf(part) ?? []).slice(0, MOST_ONSETS);
  if (onsets.length === 0) return undefined;
  const byYear = new Map<number, Shift[]>();
  return zoneBy((epochMs) => {
    const year = new Date(epochMs).getUTCFullYear();
    const shifts = byYear.get(year) ?? shiftsOf(onsets, year);
    byYear.set(year, shifts);
    return (shifts.findLast((shift) => shift.at <= epochMs) ?? shifts[0])?.offset ?? 0;
  });
}

const MOST_ONSETS = 500;

/** The name of a zone with what comes before it, as some systems write it: `/example.org/20260101/Europe/Warsaw`. */
export function zoneInPath(name: string): Zone | undefined {
  return namedZone(name) ?? namedZone(name.split('/').slice(-2).join('/'));
}

interface Onset {
  readonly first: WallTime;
  readonly rule: Rule | undefined;
  /** Seconds east of UTC before, and from then on. */
  readonly before: number;
  readonly offset: number;
}

interface Shift {
  readonly at: number;
  readonly offset: number;
}

function onsetOf({ properties }: Component): Onset | undefined {
  const value = (name: string) => properties.find((property) => property.name === name)?.value ?? '';
  const first = wallTimeOf(value('DTSTART'));
  const [before, offset] = [offsetOf(value('TZOFFSETFROM')), offsetOf(value('TZOFFSETTO'))];
  if (first === undefined || before === undefined || offset === undefined) return undefined;
  return { first, rule: ruleOf(value('RRULE')), before, offset };
}

/** When the clocks change in a year and the one before, ascending; the first of all where they had not yet. */
function shiftsOf(onsets: readonly Onset[], year: number): Shift[] {
  return onsets
    .flatMap(({ first, rule, before, offset }) => {
      const days = rule === undefined ? [first.day] : [first.day, ...yearly(rule, first.day, year)];
      return days.map((day) => ({ at: utcOf({ day, seconds: first.seconds }) - before * 1000, offset }));
    })
    .sort((a, b) => a.at - b.at);
}

function yearly(rule: Rule, first: Day, year: number): Day[] {
  const until = wallTimeOf(rule.until)?.day;
  return [year - 1, year]
    .flatMap((one) => daysInPeriod(rule, fromEpochDay(Date.UTC(one, 0, 1) / MS_PER_DAY), first))
    .filter((day) => day >= first && (until === undefined || day <= until));
}

/** `20261120T100000`, `20261120`: as written, whatever the zone. */
export function wallTimeOf(value: string): WallTime | undefined {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?Z?)?$/i.exec(value.trim());
  if (found === null) return undefined;
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const days = Date.UTC(year, month - 1, date) / MS_PER_DAY;
  const isDay = year >= 1000 && new Date(days * MS_PER_DAY).getUTCMonth() === month - 1 && date > 0;
  if (!isDay || hour > 24 || minute > 59 || second > 60) return undefined;
  return { day: fromEpochDay(days), seconds: hour * 3600 + minute * 60 + second };
}

/** `+0100` in seconds. */
function offsetOf(value: string): number | undefined {
  const found = /^([+-])(\d{2})(\d{2})(\d{2})?$/.exec(value.trim());
  if (found === null) return undefined;
  const size = Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4] ?? 0);
  return found[1] === '-' ? -size : size;
}

/** @param offsetAt seconds east of UTC at a moment */
function zoneBy(offsetAt: (epochMs: number) => number): Zone {
  return {
    moment: (wall) => {
      const asUtc = utcOf(wall);
      const guess = asUtc - offsetAt(asUtc) * 1000;
      return asUtc - offsetAt(guess) * 1000;
    },
    wallTime: (epochMs) => {
      const local = epochMs + offsetAt(epochMs) * 1000;
      const days = Math.floor(local / MS_PER_DAY);
      return { day: fromEpochDay(days), seconds: Math.floor((local - days * MS_PER_DAY) / 1000) };
    },
  };
}

function utcOf({ day, seconds }: WallTime): number {
  return epochDay(day) * MS_PER_DAY + seconds * 1000;
}
