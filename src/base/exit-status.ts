// What a command's exit status means. The same for every verb and every format; never a count.

export const ExitStatus = {
  done: 0,
  findings: 1,
  usage: 2,
  rejected: 3,
  locked: 4,
  io: 5,
  bug: 70,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitStatus = (typeof ExitStatus)[keyof typeof ExitStatus];

/** Of a command that a signal has ended. @param signal its name; all but SIGTERM count as an interruption */
export function statusAfter(signal: unknown): ExitStatus {
  return signal === 'SIGTERM' ? ExitStatus.terminated : ExitStatus.interrupted;
}
