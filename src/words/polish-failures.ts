// Polish of what stops a command, and of what is wrong in files.

export const FAILURES = {
  '{text}': '{text}',
  '{before} {next}': '{before} {next}',
  "{folders} can't be looked into, so nothing was done.":
    'Nie da się zajrzeć do {folders}, więc nic nie zrobiono.',
  'Its deals would look as if they were gone.': 'Tamtejsze szanse wyglądałyby, jakby zniknęły.',
  'Somebody changed {ids} while the question stood, so nothing was changed.':
    'Ktoś zmienił {ids}, zanim padła odpowiedź, więc nic nie zmieniono.',
  'Run the command again: it asks with what stands there now.':
    'Uruchom polecenie ponownie: zapyta o to, co jest tam teraz.',
  '{files} was made under another name by: {command}': '{files} powstał pod inną nazwą przez: {command}',
  'Nothing was taken back. Give the file its former name first, or take it out yourself.':
    'Niczego nie cofnięto. Najpierw nadaj plikowi poprzednią nazwę albo usuń go ręcznie.',
} as const;
