// Polish of what a person can not enter so, and of the snapshot that they may mean.

export const ENTERING = {
  'Types: {activityTypes}.': 'Rodzaje: {activityTypes}.',
  '--type takes {activityTypes}.': '--type przyjmuje: {activityTypes}.',
  'There is no activity type "{word}".': 'Nie ma rodzaju aktywności „{word}”.',
  'pipeline.yaml has {activityTypes}: activity_types.': 'W pipeline.yaml są {activityTypes}: activity_types.',
  '{what} on {on} is still to come.': '{what}: {on} dopiero nadejdzie.',
  '{twice} is given twice.': '{twice} podano dwa razy.',
  '"{value}" is in another currency than {currency}.': '„{value}” jest w innej walucie niż {currency}.',
  '"{word}" is no key=value.': '„{word}” nie ma postaci key=value.',
  '{key} holds one value, and += adds to a list.': '{key} ma jedną wartość, a += dodaje do listy.',
  'There is no category "{given}".': 'Nie ma kategorii „{given}”.',
  'There is no reason "{given}".': 'Nie ma powodu „{given}”.',
  'pipeline.yaml has {list}: {setting}.': 'W pipeline.yaml są {list}: {setting}.',
  '{key} has a verb of its own.': '{key} ma własne polecenie.',
  'There is no field "{key}" to set.': 'Nie ma pola „{key}”, które dałoby się ustawić.',
  'Fields: {settable}, and custom.KEY for your own.': 'Pola: {settable} oraz custom.KEY dla własnych.',
  '{key} is not a list that += adds to.': '{key} nie jest listą, do której += dodaje.',
  '{key}+= needs a text.': '{key}+= wymaga tekstu.',
  'Criteria: {ids}.': 'Kryteria: {ids}.',
  'There is no exit criterion "{id}".': 'Nie ma kryterium wyjścia „{id}”.',
  '"{given}" is no currency.': '„{given}” nie jest walutą.',
  '{id} is not lost: it is in {stage}.': '{id} nie wypadła: jest w {stage}.',
  '"{id}" can\'t be an id.': '„{id}” nie może być id.',
  'An id has small letters, digits and hyphens: {better}.': 'Id ma małe litery, cyfry i łączniki: {better}.',
  'It is {id} already.': 'To już jest {id}.',
  '{id} is or was the id of another deal.': '{id} jest albo było id innej szansy.',
  'Look: pipeline show {id}': 'Zobacz: pipeline show {id}',
  '{id} is {stage}: nothing comes next.': '{id}: {stage}, nic więcej nie nastąpi.',
  'A next step by {by} is late before it begins: today is {today}.':
    'Następny krok do {by} jest spóźniony, zanim się zacznie: dziś jest {today}.',
  '{id} has no next step that could be done.': '{id} nie ma następnego kroku, który dałoby się zrobić.',
  'What happened: pipeline log {id} "…"': 'Co się stało: pipeline log {id} "…"',
  'There is no "{word}" in the team.': 'W zespole nie ma „{word}”.',
  'The team: {ids} (pipeline.yaml: team).': 'Zespół: {ids} (pipeline.yaml: team).',
  '{name} left on {until}.': '{name} nie jest w zespole od {until}.',
  "{id} can't go to {label} yet: {count, plural, one {one thing is} other {# things are}} in the way.":
    '{id} nie może jeszcze przejść do {label}: {count, plural, one {stoi temu na drodze jedna rzecz} few {stoją temu na drodze # rzeczy} other {stoi temu na drodze # rzeczy}}.',
  '{id} is open: it is in {stage}.': '{id} jest otwarta: w etapie {stage}.',
  'Nothing tells which stage {id} was in before.':
    'Nic nie mówi, w którym etapie szansa {id} była wcześniej.',
  'Name it: --stage {id}': 'Podaj go: --stage {id}',
  '{folded} is no stage: it ends a deal.': '{folded} nie jest etapem: kończy szansę.',
  'There is no stage "{word}".': 'Nie ma etapu „{word}”.',
  'Stages: {ids}.': 'Etapy: {ids}.',
  '{id} entered {stage} on {on}, after {on_2}.': '{id} weszła w {stage} {on}, po {on_2}.',
  'Where that is wrong, mend it first: pipeline edit {id}':
    'Jeśli to błąd, najpierw go popraw: pipeline edit {id}',
  '{id} was {stage}.': '{id}: wynik to już {stage}.',
  '{id} was {stage} on {close}.': '{id}: wynik to już {stage}, {close}.',
  '"{text}": several currencies have the sign {sharedSign}.': '„{text}”: znak {sharedSign} ma kilka walut.',
  "Write the currency's code, like 1200 {currency}.": 'Podaj kod waluty, na przykład 1200 {currency}.',
  '"{trimmed}" can be {one}.': '„{trimmed}” to może być {one}.',
  'Write the one that is meant: {one}.': 'Napisz to, o co chodzi: {one}.',
  'Write {one}.': 'Napisz {one}.',
  '"{text}" is not an amount.': '„{text}” nie jest kwotą.',
  '"{trimmed}" is not a day.': '„{trimmed}” nie jest dniem.',
  'There is no day "{trimmed}" in the calendar.': 'Nie ma w kalendarzu dnia „{trimmed}”.',
  'A waiver until {until} is over: today is {today}.': 'Odroczenie do {until} już minęło: dziś jest {today}.',
  'snapshots/{name}/snapshot.yaml has format {format}; this version reads up to {snapshot_format}.':
    'snapshots/{name}/snapshot.yaml ma format {format}; ta wersja czyta do {snapshot_format}.',
  'Install pipeline {version}, which wrote it, or a later one.':
    'Zainstaluj pipeline {version}, który to zapisał, albo nowszy.',
  'There is no snapshot of {day} or before.': 'Nie ma migawki z {day} ani wcześniejszej.',
  'The first one is {first}.': 'Pierwsza to {first}.',
  'A snapshot of {today} would lie before that of {later}, which is taken.':
    'Migawka z {today} leżałaby przed tą z {later}, która jest zrobiona.',
  'There is a snapshot of {today} already.': 'Migawka z {today} już jest.',
  'There is a snapshot {newest} already.': 'Migawka {newest} już jest.',
  '{currency} ({deals})': '{currency} ({deals})',
  'There is no rate to {to} on {on} for {currencies}.': 'Nie ma kursu na {to} z {on} dla: {currencies}.',
  'Where totals are to be in {currency}, change currency in pipeline.yaml. Else say in pipeline.yaml what one unit is worth in {to}, from the day on since when it holds:':
    'Jeśli sumy mają być w {currency}, zmień currency w pipeline.yaml. Jeśli nie, wpisz w pipeline.yaml, ile jedna jednostka jest warta w {to}, od dnia, od którego to obowiązuje:',
  '{deals, plural, one {# deal is} other {# deals are}} in no sum here: {command}':
    'W żadnej sumie nie ma tu {deals, plural, one {# szansy} other {# szans}}: {command}',
  'Totals leave the amount out, and no snapshot is taken.':
    'Sumy pomijają tę kwotę i nie powstanie żadna migawka.',
  'Say in pipeline.yaml what one unit is worth in {to}, from the day on since when it holds:':
    'Wpisz w pipeline.yaml, ile jedna jednostka jest warta w {to}, od dnia, od którego to obowiązuje:',
  '{count, plural, one {{count} deal} other {{count} deals}} cannot be read: {told}':
    'Nie da się odczytać {count, plural, one {{count} szansy} other {{count} szans}}: {told}',
  "What was last imported from {system} can't be read.":
    'Nie da się odczytać, co ostatnio zaimportowano z {system}.',
  'Mend {path}. --allow-old-source takes the snapshot all the same.':
    'Popraw {path}. --allow-old-source mimo to robi migawkę.',
  '"{text}" names no snapshot.': '„{text}” nie oznacza żadnej migawki.',
  'There is no latest~{steps}: there are {count} snapshots up to {today}.':
    'Nie ma latest~{steps}: migawek do {today} jest {count}.',
  'The first is latest~{steps}, of {name}: pipeline snapshot list':
    'Pierwsza to latest~{steps}, z {name}: pipeline snapshot list',
  'There is no snapshot of {until} or before.': 'Nie ma migawki z {until} ani wcześniejszej.',
  'The first one is of {name}.': 'Pierwsza jest z {name}.',
  'There is no snapshot up to {until}.': 'Nie ma migawki do {until}.',
  '{name} ({distance})': '{name} ({distance})',
  'There is no snapshot {wanted}.': 'Nie ma migawki {wanted}.',
  'The nearest: {nearest}. "@{on}" means the newest of that day or before.':
    'Najbliższe: {nearest}. „@{on}” oznacza najnowszą z tego dnia lub wcześniejszą.',
  'the same day': 'ten sam dzień',
  '{days, plural, one {{days} day} other {{days} days}} before':
    '{days, plural, one {{days} dzień} other {{days} dni}} przedtem',
  '{days, plural, one {{days} day} other {{days} days}} after':
    '{days, plural, one {{days} dzień} other {{days} dni}} potem',
  '"{whole}" names no snapshot.': '„{whole}” nie oznacza żadnej migawki.',
  "{snapshots} can't be listed: {reason}.": 'Nie da się wymienić plików z {snapshots}: {reason}.',
  'There is no snapshot {name}.': 'Nie ma migawki {name}.',
  '{snapshots} is {what}: it holds the snapshots.': '{snapshots} to {what}, a tu są migawki.',
  '{snapshots}/{folder}/{file} {reason}.': '{snapshots}/{folder}/{file} {reason}.',
  'The snapshot {name} is damaged.': 'Migawka {name} jest uszkodzona.',
  'Restore it: git checkout -- {snapshots}/{name}; all that is wrong with it: pipeline snapshot verify {name}':
    'Przywróć ją: git checkout -- {snapshots}/{name}; wszystko, co jest w niej nie tak: pipeline snapshot verify {name}',
  '{message}.': '{message}.',
  'Give another one.': 'Podaj inną.',
  'A waiver needs a reason.': 'Odroczenie wymaga powodu.',
  'Say why.': 'Powiedz dlaczego.',
  'Give its last day: +4w, end of Q1': 'Podaj jego ostatni dzień: +4w, end of Q1',
  'The day is empty.': 'Dzień jest pusty.',
  'Mend {count, plural, one {it} other {them}}, or go on and say why: --force --why "…"':
    'Usuń {count, plural, one {przeszkodę} other {przeszkody}} albo idź dalej i podaj powód: --force --why "…"',
  'An activity needs a few words on what happened.': 'Aktywność wymaga kilku słów o tym, co się stało.',
  'What kind of activity was it?': 'Jaka to była aktywność?',
  'Give the one that is meant.': 'Podaj tę właściwą.',
  'Say the currency once.': 'Podaj walutę raz.',
  'The amount is empty.': 'Kwota jest pusta.',
  'What is to be done?': 'Co jest do zrobienia?',
  'By when?': 'Do kiedy?',
  'Give its day: --by fri': 'Podaj dzień: --by fri',
  'What was done already: pipeline log ID "…" --on DAY': 'Co już zrobiono: pipeline log ID "…" --on DAY',
  '--by says by when, and nothing says what.': '--by mówi, do kiedy, a nic nie mówi co.',
  'custom.KEY needs a key.': 'custom.KEY wymaga klucza.',
  'custom.segment=mid-market': 'custom.segment=mid-market',
  'Write its code: EUR': 'Napisz jej kod: EUR',
  'A deal needs a name.': 'Szansa musi mieć nazwę.',
  'Whose is it?': 'Czyja jest?',
  "Nobody's: pipeline set ID owner=": 'Niczyja: pipeline set ID owner=',
  'Name somebody who is there, or mend `until` in pipeline.yaml: team.':
    'Podaj kogoś, kto jest, albo popraw `until` w pipeline.yaml: team.',
  'A snapshot is of the day that it is taken on. Leave out --today, or set the clock right.':
    'Migawka jest z dnia, w którym powstaje. Pomiń --today albo ustaw dobrze zegar.',
  '{command} --again adds another one of the day; --replace takes its place.':
    '{command} --again dodaje drugą z tego dnia; --replace ją zastępuje.',
  'Wait a minute, or take its place: {command} --replace':
    'Poczekaj minutę albo ją zastąp: {command} --replace',
  'Nothing is read or written through links. Put the folder back in its place.':
    'Przez dowiązania nic się nie czyta ani nie zapisuje. Przywróć folder na miejsce.',
  'the file is no part of a snapshot.': 'ten plik nie należy do migawki.',
  'Mend the files. Without --strict each stands as in the last snapshot.':
    'Popraw pliki. Bez --strict każda stoi tak, jak w ostatniej migawce.',
  '{file} is an export of {system}, and source_of_record in pipeline.yaml is {source}.':
    '{file} to eksport z {system}, a source_of_record w pipeline.yaml to {source}.',
  'Nothing was written. If {source} is meant to be {system}, write that there; --system {source} takes the file as one of that.':
    'Nic nie zapisano. Jeśli zamiast {source} ma tam być {system}, wpisz to; --system {source} bierze plik jako pochodzący stamtąd.',
  'pipeline week EXPORT imports and takes the snapshot in one; --allow-old-source takes it all the same.':
    'pipeline week EXPORT importuje i robi migawkę za jednym razem; --allow-old-source robi ją mimo to.',
  'There is none at all yet. Take one: pipeline snapshot':
    'Nie ma jeszcze żadnej. Zrób ją: pipeline snapshot',
} as const;
