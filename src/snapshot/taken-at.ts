// The moment at which a snapshot is taken, in the workspace's time zone.

export interface TakenAt {
  /** `2026-11-23T14:30:05+01:00` */
  readonly instant: string;
  /** `1430`: what a further snapshot of a day has behind its date. */
  readonly time: string;
}

/** @throws RangeError for an unknown zone */
export function takenAt(now: Date, timeZone: string): TakenAt {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const date = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  const zone = part('timeZoneName').replace(/^(?:GMT|UTC)/, '');
  return {
    instant: `${date}T${part('hour')}:${part('minute')}:${part('second')}${zone === '' ? '+00:00' : zone}`,
    time: `${part('hour')}${part('minute')}`,
  };
}
