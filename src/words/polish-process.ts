// Polish of the pages of the process and of its changes.

export const PROCESS = {
  'Process of {name}': 'Proces: {name}',
  'version {version}': 'wersja {version}',
  'version {version} since {day}': 'wersja {version} od {day}',
  'as the snapshot of {day} has it': 'tak, jak mówi migawka z {day}',
  'not in it': 'nie ma go w nim',
  'P75 of won': 'P75 zrealizowanych',
  '{deals, plural, one {# open deal} other {# open deals}} in no stage of the process: pipeline check --rule unknown-stage':
    '{deals, plural, one {# otwarta szansa} few {# otwarte szanse} other {# otwartych szans}} poza etapami procesu: pipeline check --rule unknown-stage',
  'A snapshot does not keep what stages asked for.': 'Migawka nie zachowuje wymagań etapów.',
  was: 'dawniej',
  requires: 'wymaga',
  'requires one of': 'wymaga jednej z',
  'and one of': 'i jednej z',
  'before it is left': 'zanim się skończy',
  'jumping over': 'pominięcie',
  'coming back': 'powrót',
  allowed: 'dozwolone',
  'not allowed': 'niedozwolone',
  stale: 'bez oznak życia',
  'warning after {days, plural, one {# day} other {# days}}':
    'ostrzeżenie po {days, plural, one {# dniu} other {# dniach}}',
  'error after {days, plural, one {# day} other {# days}}':
    'błąd po {days, plural, one {# dniu} other {# dniach}}',
  'As it is now': 'Tak, jak jest teraz',
  'Change it': 'Zmienić go',
  'Keep how it stands now': 'Utrwalić obecny stan',
  '{stage} is shown as {label}': '{stage} pokazuje się jako {label}',
  '{stage} is called {now} now, {label}': '{stage} nazywa się teraz {now}, {label}',
  '{stage} added to the process': '{stage}: dodano do procesu',
  '{stage} removed from the process': '{stage}: usunięto z procesu',
  '{stage} removed, its deals go to {other}': '{stage}: usunięto, szanse przechodzą do {other}',
  '{stage} stands elsewhere in the process': '{stage}: inne miejsce w procesie',
  before: 'przed',
  after: 'po',
  "No open deal is in {stage}; no deal's file changes.":
    'Na etapie {stage} nie ma otwartej szansy; żaden plik szansy się nie zmienia.',
  'Names {stage} now in pipeline.yaml: {settings}.': 'W pipeline.yaml wskazuje teraz {stage}: {settings}.',
  'Taken out of pipeline.yaml with it: {settings}.': 'Razem z nim usunięto z pipeline.yaml: {settings}.',
  'its {setting}': 'jego {setting}',
  '{file}: {names} {values, plural, one {leads} other {lead}} to {stage} now.':
    '{file}: {names} {values, plural, one {prowadzi} few {prowadzą} other {prowadzą}} teraz do {stage}.',
  '{deals, plural, one {# deal} other {# deals}} with {stage} on record {deals, plural, one {keeps it} other {keep it}}: it is read as {now}.':
    '{deals, plural, one {# szansa z zapisanym etapem {stage} zachowuje} few {# szanse z zapisanym etapem {stage} zachowują} other {# szans z zapisanym etapem {stage} zachowuje}} go: czyta się go jako {now}.',
  '{deals, plural, one {# deal} other {# deals}} with {stage} on record {deals, plural, one {keeps it} other {keep it}}: the past is read with the process of then.':
    '{deals, plural, one {# szansa z zapisanym etapem {stage} zachowuje} few {# szanse z zapisanym etapem {stage} zachowują} other {# szans z zapisanym etapem {stage} zachowuje}} go: przeszłość czyta się według ówczesnego procesu.',
  '{deals, plural, one {# archived deal} other {# archived deals}} still open in {stage}: left as archived.':
    '{deals, plural, one {# zarchiwizowana szansa jeszcze otwarta} few {# zarchiwizowane szanse jeszcze otwarte} other {# zarchiwizowanych szans jeszcze otwartych}} na etapie {stage}: bez zmian.',
  'A diff will call them {movement}; nothing is added to their record of stages.':
    'Porównanie nazwie je „{movement}”; do ich zapisu etapów nic nie przybywa.',
  'A diff will call them {movement}, since {now} is no neighbour of {stage}; nothing is added to their record of stages.':
    'Porównanie nazwie je „{movement}”, bo {now} nie sąsiaduje z {stage}; do ich zapisu etapów nic nie przybywa.',
  'Version {version} had a stage {stage}: what is on record of it counts to this one.':
    'Wersja {version} miała etap {stage}: to, co o nim zapisano, liczy się do tego.',
  'No value of {system} leads to it yet: put it under stages in {file}.':
    'Żadna wartość z {system} jeszcze do niego nie prowadzi: wpisać ją pod stages w {file}.',
  'Version {version} began today: the change belongs to it.':
    'Wersja {version} zaczęła się dziś: zmiana należy do niej.',
} as const;
