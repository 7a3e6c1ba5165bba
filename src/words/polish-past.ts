// Polish of what is told of the past: one deal's history, the funnel, snapshots that are made later.

export const PAST = {
  // One deal
  'What was said, and when': 'Co podawano i kiedy',
  'It is gone: neither among the deals nor in the archive.':
    'Już jej nie ma: ani wśród szans, ani w archiwum.',
  'Amount  {course}': 'Kwota       {course}',
  'Amount  {course}, at most {peak}': 'Kwota       {course}, najwięcej {peak}',
  'Close   {course}': 'Zamknięcie  {course}',
  'pushed {times}×, {days, plural, one {# day} other {# days}}':
    'odsunięte {times}×, {days, plural, one {# dzień} other {# dni}}',
  'Stages: {stays}': 'Etapy: {stays}',
  '{stage} {days, plural, one {# day} other {# days}}': '{stage} {days, plural, one {# dzień} other {# dni}}',
  'In {snapshots, plural, one {# snapshot} other {# snapshots}}':
    'W {snapshots, plural, one {# migawce} other {# migawkach}}',
  'no movement in {idle} of {steps} steps while open':
    'bez ruchu w {idle} z {steps} kroków, gdy była otwarta',
  'pulled in {times}×, {days, plural, one {# day} other {# days}}':
    'przyspieszone {times}×, {days, plural, one {# dzień} other {# dni}}',
  'went back {times}×': 'cofnięte {times}×',
  'From commits, and in no snapshot:': 'Z commitów, w żadnej migawce:',
  'No close date was ever promised.': 'Daty zamknięcia nigdy nie podano.',
  'No amount was ever told.': 'Kwoty nigdy nie podano.',
  'no snapshot': 'w żadnej migawce',
  'All that happened to it': 'Wszystko, co się z nią działo',
  // The funnel
  '{deals, plural, one {# deal} other {# deals}} entered {stage}, {won} won':
    '{deals, plural, one {# szansa weszła} few {# szanse weszły} other {# szans weszło}} w etap {stage}, zrealizowane: {won}',
  'no stage': '–',
  'An open deal is not decided yet: conversion is moved on ÷ (moved on + lost). Days are the median and P75 of stays that have ended. Bars are of deals that entered.':
    'Otwarta szansa nie jest jeszcze rozstrzygnięta: konwersja to przeszły dalej ÷ (przeszły dalej + wypadłe). Dni to mediana i P75 zakończonych pobytów. Słupki pokazują szanse, które weszły w etap.',
  'No deal has a stage on record with the day on which it was entered: {deals, plural, one {# deal shows where it stands} other {# deals show where they stand}}, and not since when. Such days come with each further week of imports and with `pipeline move`, or at once with a column of the export that has them: Last stage change, Date entered "STAGE".':
    'Żadna szansa nie ma zapisanego dnia wejścia w etap: {deals, plural, one {o # szansie wiadomo tylko, gdzie stoi} other {o # szansach wiadomo tylko, gdzie stoją}}, a nie od kiedy. Takie dni przychodzą z każdym kolejnym tygodniem importów i z `pipeline move`, albo od razu z kolumną eksportu, która je ma: Last stage change, Date entered "ETAP".',
  'Without a stage on record, and in no figure of the stages: {deals, plural, one {# deal} other {# deals}}, {names}.':
    'Bez zapisanego etapu, więc w żadnej liczbie etapów: {deals, plural, one {# szansa} few {# szanse} other {# szans}}, {names}.',
  'What went where since the last snapshot': 'Co dokąd przeszło od ostatniej migawki',
  'rows: where deals were, columns: where they are': 'wiersze: gdzie szanse były, kolumny: gdzie są',
  Gone: 'Zniknęły',
  New: 'Nowe',
  // Snapshots made later
  'Every day that was asked for has a snapshot already': 'Każdy z tych dni ma już migawkę',
  'There is nothing to make a snapshot of': 'Nie ma z czego zrobić migawki',
  'none is made': 'żadna nie powstaje',
  '{snapshots, plural, one {# snapshot} other {# snapshots}} made':
    '{snapshots, plural, one {Powstała # migawka} few {Powstały # migawki} other {Powstało # migawek}}',
  '{snapshots, plural, one {# snapshot} other {# snapshots}} would be made':
    '{snapshots, plural, one {Powstałaby # migawka} few {Powstałyby # migawki} other {Powstałoby # migawek}}',
  '{first} to {last}': 'od {first} do {last}',
  'Nothing was written; this makes them': 'Niczego nie zapisano; to je tworzy',
  'What happened in that time': 'Co się stało w tym czasie',
  '{more} more': 'jeszcze {more}',
  'Left alone, because there is a snapshot: {days, plural, one {# day} other {# days}}, {names}.':
    'Pominięte, bo jest już migawka: {days, plural, one {# dzień} other {# dni}}, {names}.',
  'Nothing is known of: {days, plural, one {# day} other {# days}}, {names}.':
    'Nic nie wiadomo o: {days, plural, one {# dzień} other {# dni}}, {names}.',
  'Outside of the time asked for: {exports, plural, one {# export} other {# exports}}, {names}.':
    'Spoza wskazanego czasu: {exports, plural, one {# eksport} few {# eksporty} other {# eksportów}}, {names}.',
  'Could not be read then, and no snapshot before has any: left out: {deals, plural, one {# deal} other {# deals}}, {names}.':
    'Wtedy nieczytelne i nieobecne w żadnej wcześniejszej migawce, więc pominięte: {deals, plural, one {# szansa} few {# szanse} other {# szans}}, {names}.',
  'With deals that could not be read then, and stand as before: {snapshots, plural, one {# snapshot} other {# snapshots}}, {names}.':
    'Z szansami, które były wtedy nieczytelne i liczą się jak przedtem: {snapshots, plural, one {# migawka} few {# migawki} other {# migawek}}, {names}.',
  'Could not be imported, and in none of them: {rows, plural, one {# row} other {# rows}}, the first {place}: {reason}.':
    'Nie udało się zaimportować, więc w żadnej z nich: {rows, plural, one {# wiersz} few {# wiersze} other {# wierszy}}, pierwszy {place}: {reason}.',
  'In none of them: {deals, plural, one {# deal} other {# deals}} ({reason}): {names}.':
    'W żadnej z nich: {deals, plural, one {# szansa} few {# szanse} other {# szans}} ({reason}): {names}.',
  'no day on record on which it was created or entered a stage':
    'brak zapisanego dnia utworzenia i wejścia w etap',
  'Stage not known': 'Etap nieznany',
  'no state of it in the history': 'brak jej stanu w historii',
  'closed, and no day on record on which it was': 'zamknięta, bez zapisanego dnia',
  'In the history and not here: {deals, plural, one {# deal} other {# deals}}, {names}. Import them, and they get their past.':
    'W historii, a nie tutaj: {deals, plural, one {# szansa} few {# szanse} other {# szans}}, {names}. Po imporcie dostaną swoją przeszłość.',
  'As they are today, because nothing tells what they were: {fields}.':
    'Takie jak dziś, bo nic nie mówi, jakie były: {fields}.',
  'From the day on which it was created until its first stage on record, a deal is open, and its stage not known.':
    'Od dnia utworzenia do pierwszego zapisanego etapu szansa jest otwarta, a jej etap nieznany.',
  'Not known before a deal was closed, and left empty: amount, close date, next step.':
    'Nieznane przed zamknięciem szansy, więc puste: kwota, data zamknięcia, następny krok.',
} as const;
