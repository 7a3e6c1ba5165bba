// Polish of what a file of activities could not tell, and how it was read.

export const LOG_BATCH = {
  'the event has no end: the file is cut off': 'zdarzenie nie ma końca: plik jest ucięty',
  'it has no DTSTART that is a date': 'nie ma DTSTART, które jest datą',
  'it comes again more than {times} times: --since takes the newest of them':
    'powtarza się więcej niż {times} razy: --since bierze najnowsze',
  'it comes again in a way that is not read: RRULE:{rule}':
    'powtarza się w sposób, którego nie da się odczytać: RRULE:{rule}',
  "{header} is the deal's.": '{header} to id szansy.',
  'No column says the type, so each is a {type}; --type says another.':
    'Żadna kolumna nie podaje rodzaju, więc każda aktywność to {type}; inny podaje --type.',
  '"{text}" is no date': '„{text}” nie jest datą',
  'it has no date': 'nie ma daty',
  'no activity type "{word}". {hint}': 'nie ma rodzaju aktywności „{word}”. {hint}',
  '{id}: {reason}': '{id}: {reason}',
  '“{given}” is {day}.': '„{given}” to {day}.',
  "The team's addresses are not in pipeline.yaml (team: email), so its own people count as customers.":
    'W pipeline.yaml nie ma adresów zespołu (team: email), więc jego własni ludzie liczą się jako klienci.',
} as const;
