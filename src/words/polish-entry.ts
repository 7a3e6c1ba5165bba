// Polish of what was entered, of files that were written for others, and of what git is told.

export const ENTRY = {
  // What was entered
  '“{given}” is {read}': '„{given}” to {read}',
  '{deals, plural, one {and # deal more} other {and # deals more}}':
    '{deals, plural, one {i jeszcze # szansa} few {i jeszcze # szanse} other {i jeszcze # szans}}',
  '{count} said so already': 'już tak zapisane: {count}',
  '{deals, plural, one {# deal} other {# deals}} changed':
    '{deals, plural, one {Zmieniono # szansę} few {Zmieniono # szanse} other {Zmieniono # szans}}',
  'nothing changed': 'nic się nie zmieniło',
  '{deal} says so already': '{deal}: już tak jest zapisane',
  '{deals, plural, one {# deal says so already} other {# deals say so already}}':
    '{deals, plural, one {# szansa: już tak jest zapisane} few {# szanse: już tak jest zapisane} other {# szans: już tak jest zapisane}}',
  'It would be in {file}': 'Znalazłaby się w {file}',
  'taken out: {value}': 'usunięto: {value}',
  'was {value}': 'przedtem {value}',
  'No next step yet': 'Nie ma jeszcze następnego kroku',
  'Take it back': 'Cofnij',
  'Still missing: {lacking}': 'Brakuje jeszcze: {lacking}',
  'It looks like {like}: {command}': 'Wygląda jak {like}: {command}',
  'It looks like {like} and {more} more: {command}': 'Wygląda jak {like} i jeszcze {more}: {command}',
  'It begins in {stage}, not in {first}: a late entry. Next time, write it down when you first hear of it.':
    'Zaczyna się w etapie {stage}, a nie {first}: to późne wpisanie. Następnym razem zapisz szansę, gdy tylko o niej usłyszysz.',
  '{stage} requires what it lacks: {lacking}.': 'Etap {stage} wymaga tego, czego jej brakuje: {lacking}.',
  '{crm} does not have it: written there too, its next export would bring a second one.':
    'W {crm} jej nie ma: jeśli wpisze się ją i tam, następny eksport przyniesie drugą.',
  '{id} was won for nothing that is written down: pipeline set {id} amount=…':
    '{id}: zrealizowana, a nie zapisano kwoty: pipeline set {id} amount=…',
  'A {type} is no sign of life here: --type {others} says what it was.':
    'Aktywność typu {type} nie jest tu oznaką życia: co to było, mówi --type {others}.',
  'It could not be read before, and can now.': 'Wcześniej nie dało się jej odczytać, a teraz się da.',
  'No field says anything else: comments, order or unknown keys changed.':
    'Żadne pole się nie zmieniło: zmieniły się komentarze, kolejność lub nieznane klucze.',
  'What you wrote is dropped.': 'To, co napisano, zostało odrzucone.',
  'The id is the name of the file; another one: pipeline rename-id {id} NEW':
    'Id to nazwa pliku; inne: pipeline rename-id {id} NEW',
  'Line {line}: {message}': 'Wiersz {line}: {message}',
  'Line {line}: {message} {how}': 'Wiersz {line}: {message} {how}',
  'It still cannot be read.': 'Nadal nie da się jej odczytać.',
  'What is wrong with it': 'Co jest z nią nie tak',
  'All of it': 'Wszystko o niej',
  // What was exported
  '{rows, plural, one {# row} other {# rows}} in {place}':
    '{rows, plural, one {# wiersz} few {# wiersze} other {# wierszy}} w {place}',
  'Ask it': 'Zapytaj',
  // What git is told
  'Merge driver': 'Sterownik scalania',
  'Which files it merges': 'Które pliki scala',
  'Hook that checks staged deals': 'Hook, który sprawdza szanse przed commitem',
  'set up': 'ustawione',
  'not set up': 'nieustawione',
  'left alone': 'nieruszone',
  'to be written': 'do zapisania',
  'to be taken out': 'do usunięcia',
  written: 'zapisane',
  'taken out': 'usunięte',
  'There is no pipeline on the PATH: until there is, git merges deals line by line, and the hook checks nothing.':
    'Na PATH nie ma polecenia pipeline: dopóki go nie będzie, git scala szanse wiersz po wierszu, a hook niczego nie sprawdza.',
  'Nothing of pipeline is set up in git here.': 'W tym repozytorium git nie ma żadnych ustawień pipeline.',
  'Taken out of git: {count} of {of}': 'Usunięto z ustawień git: {count} z {of}',
  'Set up in git: {count} of {of}': 'Ustawiono w git: {count} z {of}',
  'git merges deals field by field here.': 'git scala tu szanse pole po polu.',
  'git merges deals line by line here, as any text.':
    'git scala tu szanse wiersz po wierszu, jak każdy tekst.',
  '{part}: {why}. It stays as it is; by hand:': '{part}: {why}. Zostaje bez zmian; ręcznie:',
  '{part}: {why}. It stays as it is; to go back to that of pipeline:':
    '{part}: {why}. Zostaje bez zmian; aby wrócić do sterownika pipeline:',
  'For the others, who each run pipeline git install once':
    'Dla pozostałych osób; każda z nich raz uruchamia pipeline git install',
  'For the others': 'Dla pozostałych osób',
  'To merge field by field': 'Aby scalać pole po polu',
  'To check staged deals before a commit': 'Aby sprawdzać szanse przed commitem',
  'The amount {amount} is below zero.': 'Kwota {amount} jest poniżej zera.',
  'Write it without the minus: {amount}.': 'Napisać bez minusa: {amount}.',
  'The deal is open, and {close} is over.': 'Szansa jest otwarta, a {close} już minął.',
  'Give a day to come, or close it: pipeline won ID or pipeline lost ID.':
    'Podać dzień, który nadejdzie, albo zamknąć: pipeline won ID lub pipeline lost ID.',
  'A key has no spaces: "{key}".': 'Klucz nie ma spacji: „{key}”.',
  'Write {key}=…': 'Napisać {key}=…',
  '"{contact}" is no whole address.': '„{contact}” nie jest całym adresem.',
  'Write it like jan@acme.example, or the name alone.': 'Napisać jak jan@acme.example albo samo nazwisko.',
} as const;
