// Polish of what the rules find, and what to do about it.

export const FINDINGS = {
  'Did you mean "{found}"?': 'Może „{found}”?',
  '{names}, {next}': '{names}, {next}',
  'Fields: name, stage, amount, …; anything else is custom.KEY':
    'Pola: name, stage, amount, …; każde inne to custom.KEY',
  'same record {source}': 'ten sam rekord {source}',
  'Last: {type} on {on}.': 'Ostatnio: {type}, {on}.',
  'Last: stage {stage}, {on}.': 'Ostatnio: etap {stage}, {on}.',
  'Last: amount changed, {on}.': 'Ostatnio: zmiana kwoty, {on}.',
  'Last: next step agreed on {on}.': 'Ostatnio: ustalenie następnego kroku, {on}.',
  'None since it was created on {on}.': 'Żadnej od utworzenia {on}.',
  'None since it was recorded on {on}.': 'Żadnej od zapisania {on}.',
  'None since a snapshot first had it, {on}.': 'Żadnej, odkąd jest w migawkach, {on}.',
  'Counted from {on}.': 'Liczone od {on}.',
  '{hint} → {command}': '{hint} → {command}',
  'in {system} (record {record}) and import it again': 'w {system} (rekord {record}) i zaimportuj ponownie',
  "in the deal's file": 'w pliku szansy',
  'in {place}': 'w {place}',
  'No clean-up is on record. The first one was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago (rhythm: {rhythm}).':
    'Nie ma śladu żadnych porządków. Pierwsze należało zrobić do {due}, {days, plural, one {{days} dzień} other {{days} dni}} temu (rytm: {rhythm}).',
  'The newest clean-up is of {on}. The next one was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago (rhythm: {rhythm}).':
    'Ostatnie porządki są z {on}. Następne należało zrobić do {due}, {days, plural, one {{days} dzień} other {{days} dni}} temu (rytm: {rhythm}).',
  'The reasons are {reasons}.': 'Powody to: {reasons}.',
  '"{reason}" is no reason of lost_reasons.': '„{reason}” nie jest powodem z lost_reasons.',
  'Expected to close on {close}, before it was created on {created}.':
    'Oczekiwane zamknięcie {close} wypada przed utworzeniem {created}.',
  'Closed as {stage} on {close}, before it was created on {created}.':
    'Zamknięcie jako {stage} {close} wypada przed utworzeniem {created}.',
  'Correct one of the two days: {command}, or created=…':
    'Popraw jeden z dwóch dni: {command} albo created=…',
  'Correct one of the two days {where}.': 'Popraw jeden z dwóch dni {where}.',
  'The record goes back: {after} on {after_on} stands below {before} on {before_on}.':
    'Zapis etapów się cofa: {after} z {after_on} stoi pod {before} z {before_on}.',
  'The record goes back: {after} on {after_on} stands below {before} on {before_on}. It goes back {times} times in all.':
    'Zapis etapów się cofa: {after} z {after_on} stoi pod {before} z {before_on}. Takich miejsc jest w sumie {times}.',
  'Correct the day, or put the entries in order, {where}.': 'Popraw dzień albo ułóż wpisy po kolei {where}.',
  'Looks like {id}: {why}.': 'Wygląda jak {id}: {why}.',
  'Merge them: {command}. Or say under waive: why they are two.':
    'Scal je: {command}. Albo napisz pod waive:, dlaczego są dwie.',
  'Merge them in {system} (records {records}) and import it again. Or say under waive: why they are two.':
    'Scal je w {system} (rekordy {records}) i zaimportuj ponownie. Albo napisz pod waive:, dlaczego są dwie.',
  'The waiver of {rule} ended on {until}, {days, plural, one {{days} day} other {{days} days}} ago.':
    'Odroczenie {rule} skończyło się {until}, {days, plural, one {{days} dzień} other {{days} dni}} temu.',
  'The waiver of {rule} ({why}) ended on {until}, {days, plural, one {{days} day} other {{days} days}} ago.':
    'Odroczenie {rule} ({why}) skończyło się {until}, {days, plural, one {{days} dzień} other {{days} dni}} temu.',
  'No sign of life for {days, plural, one {{days} day} other {{days} days}} (limit {limit}). {last}':
    'Bez oznak życia od {days, plural, one {{days} dnia} other {{days} dni}} (próg {limit}). {last}',
  'Revive it: {command} (or lost, clean)': 'Wznów: {command} (albo lost, clean)',
  '{what}, after today ({today}).': '{what}, po dzisiejszym dniu ({today}).',
  'Correct the day: {command}; what is only planned is a next step.':
    'Popraw dzień: {command}; to, co dopiero zaplanowane, jest następnym krokiem.',
  'Correct the day {where}; what is only planned is a next step.':
    'Popraw dzień {where}; to, co dopiero zaplanowane, jest następnym krokiem.',
  'Created on {on}': 'Utworzona {on}',
  'Recorded on {on}': 'Zapisana {on}',
  'Closed as {stage} on {on}': 'Zamknięta jako {stage} {on}',
  'Next step agreed on {on}': 'Następny krok ustalony {on}',
  'Stage {stage} entered on {on}': 'Wejście w etap {stage} {on}',
  'Activity "{type}" on {on}': 'Aktywność „{type}” {on}',
  'The newest export of {system} is of {on}. The next one was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago (rhythm: {rhythm}).':
    'Najnowszy eksport z {system} jest z {on}. Następny należało zrobić do {due}, {days, plural, one {{days} dzień} other {{days} dni}} temu (rytm: {rhythm}).',
  'No export of {system} was imported yet.': 'Nie zaimportowano jeszcze żadnego eksportu z {system}.',
  'What was last imported from {system} cannot be read. {why}':
    'Nie da się odczytać, co ostatnio zaimportowano z {system}. {why}',
  'Export the deals from {system} and read the file: pipeline import FILE':
    'Wyeksportuj szanse z {system} i wczytaj plik: pipeline import FILE',
  'If it went through earlier stages, add them with their days {where}.':
    'Jeśli przeszła przez wcześniejsze etapy, dodaj je z dniami {where}.',
  'No stage is on record, and it is in {label}, not in {first}, where the process begins.':
    'Nie ma zapisanego etapu, a szansa jest w {label}, nie w {first}, od którego zaczyna się proces.',
  'First on record in {label} on {on}, not in {first}, where the process begins.':
    'Pierwszy zapis: {label} z {on}, nie {first}, od którego zaczyna się proces.',
  'The {type} of {on} was written down on {logged}, {days, plural, one {{days} day} other {{days} days}} later (limit {limit}).':
    'Aktywność {type} z {on} zapisano {logged}, {days, plural, one {{days} dzień} other {{days} dni}} później (próg {limit}).',
  '{count} activities were written down late. The worst: the {type} of {on} was written down on {logged}, {days, plural, one {{days} day} other {{days} days}} later (limit {limit}).':
    'Aktywności zapisane późno: {count}. Najgorsza: {type} z {on}, zapisano {logged}, {days, plural, one {{days} dzień} other {{days} dni}} później (próg {limit}).',
  'Missing in {stage}: {fields}.': 'W etapie {stage} brakuje: {fields}.',
  'Write it down: {commands} (or back: move)': 'Zapisz to: {commands} (albo cofnij: move)',
  'Write it down {where}, or move the deal back.': 'Zapisz to {where} albo cofnij szansę.',
  'amount ({amount} is a placeholder)': 'amount ({amount} to wypełniacz)',
  'an activity in this stage ({types})': 'aktywności w tym etapie ({types})',
  'There is no rate from {from} to {to} in force on {on}.':
    'Nie ma kursu z {from} na {to} obowiązującego {on}.',
  'Add one to pipeline.yaml under rates: {example}': 'Dodaj go w pipeline.yaml pod rates: {example}',
  'Agree on one: {command}': 'Ustal go: {command}',
  'Add a next step with its day {where}.': 'Dodaj następny krok z dniem {where}.',
  'no next steps': 'brak następnych kroków',
  'The next step was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago.':
    'Następny krok miał termin {due}, {days, plural, one {{days} dzień} other {{days} dni}} temu.',
  'Next step "{step}" was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago.':
    'Następny krok „{step}” miał termin {due}, {days, plural, one {{days} dzień} other {{days} dni}} temu.',
  'It is done: {command} (or not: next)': 'Zrobiony: {command} (jeśli nie: next)',
  'Log what happened and agree on the next step {where}.':
    'Zapisz, co się stało, i ustal następny krok {where}.',
  'Expected to close on {close}, {days, plural, one {{days} day} other {{days} days}} ago.':
    'Oczekiwane zamknięcie {close}, {days, plural, one {{days} dzień} other {{days} dni}} temu.',
  'New close date: {command} (or won, lost)': 'Nowa data zamknięcia: {command} (albo won, lost)',
  'Set a new close date {where}, or close the deal.':
    'Ustaw nową datę zamknięcia {where} albo zamknij szansę.',
  'It moved, and only ever from one such day to another.':
    'Data się przesuwała, ale zawsze tylko z jednego takiego dnia na inny.',
  'No snapshot shows another date.': 'Żadna migawka nie pokazuje innej daty.',
  'Ask for the day, and set it: {command}': 'Zapytaj o dzień i ustaw go: {command}',
  'Ask for the day, and set it {where}.': 'Zapytaj o dzień i ustaw go {where}.',
  'Expected to close on {close}, the last day of a fiscal year.':
    'Oczekiwane zamknięcie {close}, ostatni dzień roku obrotowego.',
  'Expected to close on {close}, the last day of a quarter.':
    'Oczekiwane zamknięcie {close}, ostatni dzień kwartału.',
  'Expected to close on {close}, the last day of a month.':
    'Oczekiwane zamknięcie {close}, ostatni dzień miesiąca.',
  'No plan target covers {today}: they are of {periods}.':
    'Żaden cel planu nie obejmuje {today}: cele są na {periods}.',
  'Add one to pipeline.yaml under plan: targets: {example}':
    'Dodaj go w pipeline.yaml pod plan: targets: {example}',
  'No plan review is on record. The first one was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago (rhythm: {rhythm}).':
    'Nie ma śladu przeglądu planu. Pierwszy należało zrobić do {due}, {days, plural, one {{days} dzień} other {{days} dni}} temu (rytm: {rhythm}).',
  'The newest plan review is of {on}. The next one was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago (rhythm: {rhythm}).':
    'Ostatni przegląd planu jest z {on}. Następny należało zrobić do {due}, {days, plural, one {{days} dzień} other {{days} dni}} temu (rytm: {rhythm}).',
  'Slipped {slips} times (limit {limit}): {moved}.': 'Przesunięta {slips} razy (próg {limit}): {moved}.',
  'Set a date that the customer has agreed to: {command} (or lost)':
    'Ustaw datę, na którą zgodził się klient: {command} (albo lost)',
  'Set a date that the customer has agreed to {where}, or close the deal.':
    'Ustaw datę, na którą zgodził się klient, {where} albo zamknij szansę.',
  'the first date is not known': 'pierwszej daty nie znamy',
  'first due on {first}, now without a date': 'pierwszy termin {first}, teraz bez daty',
  'due on {close} again, as at first': 'termin znów {close}, jak na początku',
  'first due on {first}, now on {close}, {days, plural, one {{days} day} other {{days} days}} later':
    'pierwszy termin {first}, teraz {close}, {days, plural, one {{days} dzień} other {{days} dni}} później',
  'first due on {first}, now on {close}, {days, plural, one {{days} day} other {{days} days}} earlier':
    'pierwszy termin {first}, teraz {close}, {days, plural, one {{days} dzień} other {{days} dni}} wcześniej',
  'No review is on record. The first one was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago (rhythm: {rhythm}).':
    'Nie ma śladu żadnego przeglądu. Pierwszy należało zrobić do {due}, {days, plural, one {{days} dzień} other {{days} dni}} temu (rytm: {rhythm}).',
  'The newest review is of {on}. The next one was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago (rhythm: {rhythm}).':
    'Ostatni przegląd jest z {on}. Następny należało zrobić do {due}, {days, plural, one {{days} dzień} other {{days} dni}} temu (rytm: {rhythm}).',
  'over {stages} from {from} to {to} on {on}': '{stages}, z {from} do {to} {on}',
  'Jumped {jumps}.': 'Przeskoczone etapy: {jumps}.',
  'If it was there in between, add the stage with its day {where}.':
    'Jeśli szansa była tam po drodze, dodaj etap z dniem {where}.',
  'No snapshot was taken yet. The first one was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago (rhythm: {rhythm}).':
    'Nie zrobiono jeszcze żadnej migawki. Pierwszą należało zrobić do {due}, {days, plural, one {{days} dzień} other {{days} dni}} temu (rytm: {rhythm}).',
  'The newest snapshot is of {on}. The next one was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago (rhythm: {rhythm}).':
    'Najnowsza migawka jest z {on}. Następną należało zrobić do {due}, {days, plural, one {{days} dzień} other {{days} dni}} temu (rytm: {rhythm}).',
  'Export the deals from {system} and take it with them: pipeline week FILE':
    'Wyeksportuj szanse z {system} i zrób ją razem z nimi: pipeline week FILE',
  'no P75 for {stage}: {won} of the {least} won deals that it takes':
    'brak P75 dla {stage}: {won} z {least} potrzebnych zrealizowanych szans',
  'In {stage} for {days, plural, one {{days} day} other {{days} days}} (limit {limit}), since {on}.':
    'W etapie {stage} od {days, plural, one {{days} dnia} other {{days} dni}} (próg {limit}), od {on}.',
  'In {stage} for {days, plural, one {{days} day} other {{days} days}} (limit {limit}, the P75 of {won} won deals), since {on}.':
    'W etapie {stage} od {days, plural, one {{days} dnia} other {{days} dni}} (próg {limit}, P75 z {won} zrealizowanych szans), od {on}.',
  'Move it on or back: {command} (or out: lost)':
    'Przenieś ją dalej lub cofnij: {command} (albo zamknij: lost)',
  'Move it on, back or out {where}.': 'Przenieś ją dalej, cofnij albo zamknij {where}.',
  'Log it: {command} (or lost)': 'Zapisz ją: {command} (albo lost)',
  'Log what happened {where}, or close the deal.': 'Zapisz, co się stało, {where} albo zamknij szansę.',
  '{stage} (left on {on})': '{stage} (opuszczony {on})',
  'No activity is on record in {stages}.': 'Brak zapisanej aktywności w: {stages}.',
  'Write down what happened: {command}': 'Zapisz, co się stało: {command}',
  'Write down what happened {where}.': 'Zapisz, co się stało, {where}.',
  '"{owner}" is not in the team.': '„{owner}” nie jest w zespole.',
  '{owner} left the team on {on}.': '{owner} nie jest w zespole od {on}.',
  'The process has no stage "{stage}".': 'Proces nie ma etapu „{stage}”.',
  'There are: {known}.': 'Są: {known}.',
  'It is called "{stage}" now.': 'Teraz nazywa się „{stage}”.',
  'The setting "{key}" has no effect in this version.': 'Ustawienie „{key}” nie ma skutku w tej wersji.',
  'no close dates': 'brak dat zamknięcia',
  'no activity data': 'brak danych o aktywnościach',
  '{names} or {last}': '{names} lub {last}',
  '{names} and {last}': '{names} i {last}',
} as const;
