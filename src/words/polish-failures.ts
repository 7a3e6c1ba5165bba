// Polish of what stops a command, and of what is wrong in files.

export const FAILURES = {
  '{text}': '{text}',
  '{before} {next}': '{before} {next}',
  "{folders} can't be looked into, so nothing was done.":
    'Nie da się zajrzeć do {folders}, więc nic nie zrobiono.',
  'Its deals would look as if they were gone.': 'Tamtejsze szanse wyglądałyby, jakby zniknęły.',
} as const;
