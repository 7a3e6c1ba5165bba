// Polish of what stops a command, and of what is wrong in files.

export const FAILURES = {
  '{text}': '{text}',
  '{before} {next}': '{before} {next}',
} as const;
