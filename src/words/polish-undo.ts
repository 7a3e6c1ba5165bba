// Polish of taking back, of dry runs and of merging.

export const UNDO = {
  'as it was': 'jak było',
  'removed: it was new': 'usunięty: był nowy',
  'put back': 'przywrócony',
  'moved back': 'przeniesiony z powrotem',
  'Taken back before: {command}': 'Cofnięto już wcześniej: {command}',
  'Would be taken back: {command}': 'Do cofnięcia: {command}',
  'Taken back: {command}': 'Cofnięto: {command}',
  'all is as it was before it': 'wszystko jest jak przedtem',
  '{count, plural, one {# file} other {# files}}':
    '{count, plural, one {# plik} few {# pliki} other {# plików}}',
  'Written {minute}': 'Zapisano {minute}',
  'dry run, nothing is written': 'na próbę, nic nie zostaje zapisane',
  'and {more} more: --format csv lists them all': 'i jeszcze {more}: --format csv wymienia wszystkie',
  'moved back from {from}': 'przeniesiony z powrotem z {from}',
  '{line} (was {former})': '{line} (było {former})',
  'without {line}': 'bez {line}',
  'with {line}': 'z {line}',
  'as it was, lines −{gone} +{back}': 'jak było, wiersze −{gone} +{back}',
  'Nothing was written; this does it': 'Niczego nie zapisano; zrobi to',
  'No write before it can be taken back.': 'Wcześniejszego zapisu do cofnięcia nie ma.',
  'Before it: {command}': 'Wcześniej: {command}',
  '{writes, plural, one {# write} other {# writes}} can be taken back, the newest first':
    'Można cofnąć {writes, plural, one {# zapis} few {# zapisy} other {# zapisów}}, najnowszy pierwszy',
  'stays: {reason}': 'zostaje: {reason}',
  'What the first would change': 'Co zmieniłoby cofnięcie pierwszego',
  'Nothing can be taken back here.': 'Nie ma tu czego cofać.',
  '{others} merged into {kept}': '{others} scalono z {kept}',
  '{deal} would go to {file}': '{deal} trafi do {file}',
  '{deal} is in {file}': '{deal} jest w {file}',
  '{deal} had all of it; its file stays as it is.': '{deal} ma już to wszystko; plik zostaje bez zmian.',
  'Its stages now end with {stage} on {day}: is that where it stands? Then write it into {file}.':
    'Jej etapy kończą się teraz na {stage} dnia {day}: czy tam właśnie jest? Jeśli tak, wpisać to w {file}.',
  '{fields, plural, one {# field} other {# fields}} to look at':
    '{fields, plural, one {# pole} few {# pola} other {# pól}} do obejrzenia',
  'All of {deal}': 'Wszystko o {deal}',
} as const;
