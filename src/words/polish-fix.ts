// Polish of what is to be put right: the walk through findings, and the digest that goes to each owner.

export const FIX = {
  '{findings, plural, one {# finding} other {# findings}} to mend on {deals, plural, one {# deal} other {# deals}} · {day}':
    '{findings, plural, one {# uwaga} few {# uwagi} other {# uwag}} do poprawienia w {deals, plural, one {# szansie} other {# szansach}} · {day}',
  'Nothing to ask · {day}': 'Nie ma o co pytać · {day}',
  'All findings by rule': 'Wszystkie uwagi według reguł',
  'Walk through them': 'Przejdź przez nie po kolei',
  'Walk through them at a terminal': 'Przejdź przez nie w terminalu',
  '{mended} of {findings, plural, one {# finding} other {# findings}} mended':
    'Poprawiono {mended} z {findings, plural, one {# uwagi} other {# uwag}}',
  '{lines, plural, one {# line} other {# lines}} in {file}':
    '{lines, plural, one {# wiersz} few {# wiersze} other {# wierszy}} w {file}',
  '{skipped} skipped': 'pominięto {skipped}',
  'Nothing is left to ask': 'Nie ma już o co pytać',
  '{findings, plural, one {# finding} other {# findings}} left':
    '{findings, plural, one {Została # uwaga} few {Zostały # uwagi} other {Zostało # uwag}}',
  'or {others}': 'albo {others}',
  '{choice}: to crm-todo/': '{choice}: do crm-todo/',
  '{choice}: {command}': '{choice}: {command}',
  '{findings, plural, one {# finding} other {# findings}} wait for the CRM: crm-todo/ has what to change there.':
    '{findings, plural, one {# uwaga czeka} few {# uwagi czekają} other {# uwag czeka}} na CRM: w crm-todo/ jest, co tam zmienić.',
  '{findings, plural, one {# finding} other {# findings}} at info: --rule asks about those.':
    '{findings, plural, one {# uwaga} few {# uwagi} other {# uwag}} o wadze info: o nie pyta --rule.',
  '{rule} · {what}': '{rule} · {what}',
  '{rule} · {what} → {how}': '{rule} · {what} → {how}',
  '{rule} · {file}: {what} → {how}': '{rule} · {file}: {what} → {how}',
  // The ways to mend
  'New close date': 'Nowa data zamknięcia',
  'Correct the day it was created': 'Popraw dzień utworzenia',
  'Fill in what is missing': 'Uzupełnij braki',
  'It is done, and what is next': 'Krok wykonany i co dalej',
  'Log what happened': 'Zapisz, co się stało',
  'Move it to another stage': 'Przenieś do innego etapu',
  'Close it as won': 'Zamknij jako zrealizowaną',
  'Close it as lost': 'Zamknij jako wypadłą',
  'Say why it was lost': 'Podaj, dlaczego wypadła',
  'Give it to another owner': 'Przekaż innemu opiekunowi',
  'Correct the currency': 'Popraw walutę',
  'Accept it for a time': 'Odrocz na pewien czas',
  'Give the waiver another day': 'Zmień dzień odroczenia',
  'Take the waiver out': 'Usuń odroczenie',
  // The digest
  'To put right': 'Do poprawienia',
  'Nothing to put right.': 'Nie ma nic do poprawienia.',
  'Nothing to put right: {names}.': 'Nic do poprawienia: {names}.',
  'The workspace': 'Przestrzeń robocza',
  'the workspace': 'przestrzeń robocza',
  'Without an owner': 'Bez opiekuna',
  '{deals, plural, one {# open deal} other {# open deals}}, {value} {currency} at stake':
    '{deals, plural, one {# otwarta szansa} few {# otwarte szanse} other {# otwartych szans}}, {value} {currency} w grze',
  '{closed} closed': 'zamknięte: {closed}',
  '{unread} cannot be read': 'nie da się odczytać: {unread}',
  'fresh {fresh}': 'aktualne: {fresh}',
  'Fresh {fresh}': 'Aktualne: {fresh}',
  '–, not evaluated': '–, nie sprawdzono',
  '{share} of value, {fresh} of {open, plural, one {# open deal} other {# open deals}}':
    '{share} wartości, {fresh} z {open, plural, one {# otwartej szansy} other {# otwartych szans}}',
  'Not listed: {info} at info.': 'Poza listą: {info} o wadze info.',
  'Not listed: {waived} waived.': 'Poza listą: odroczone {waived}.',
  'Not listed: {info} at info, {waived} waived.': 'Poza listą: {info} o wadze info, odroczone {waived}.',
} as const;
