// Polish of bridges in a row, and of why their bars may add up to others than those from first to last.

export const BRIDGES = {
  'Bridges by week': 'Mosty tydzień po tygodniu',
  'Bridges by month': 'Mosty miesiąc po miesiącu',
  'Bridges by quarter': 'Mosty kwartał po kwartale',
  Between: 'Pomiędzy',
  'First to last': 'Od pierwszej do ostatniej',
  '{value} between': '{value} pomiędzy',
  'Adds up, and is what first to last says:': 'Zgadza się, także z mostem od pierwszej do ostatniej migawki:',
  'From first to last': 'Od pierwszej do ostatniej migawki',
  'The largest change, all in all: {interval}': 'Największa zmiana w sumie: {interval}',
  'The changes add up, their bars need not. Not the same both ways:':
    'Zmiany się sumują, ale słupki nie muszą. Różnią się:',
  '{figure} {sum} ({in_sum}), first to last {whole} ({in_whole}) · {deals, plural, one {# deal} other {# deals}}: {why}.':
    '{figure} {sum} ({in_sum}), od pierwszej do ostatniej {whole} ({in_whole}) · {deals, plural, one {# szansa} few {# szanse} other {# szans}}: {why}.',
  'a deal counts each time': 'szansa liczy się za każdym razem',
  'Without a snapshot: {gaps, plural, one {# week} other {# weeks}}, {names}. What moved then is in the next bridge.':
    'Bez migawki: {gaps, plural, one {# tydzień} few {# tygodnie} other {# tygodni}}, {names}. Zmiany z tego czasu są w następnym moście.',
  'Without a snapshot: {gaps, plural, one {# month} other {# months}}, {names}. What moved then is in the next bridge.':
    'Bez migawki: {gaps, plural, one {# miesiąc} few {# miesiące} other {# miesięcy}}, {names}. Zmiany z tego czasu są w następnym moście.',
  'Without a snapshot: {gaps, plural, one {# quarter} other {# quarters}}, {names}. What moved then is in the next bridge.':
    'Bez migawki: {gaps, plural, one {# kwartał} few {# kwartały} other {# kwartałów}}, {names}. Zmiany z tego czasu są w następnym moście.',
  'Made later, not taken: {names}. Amounts that they do not know count as 0, and as grown in the bridge in which they become known: {deals, plural, one {# deal} other {# deals}}, {value} of grown and shrunk, which nobody changed.':
    'Powstały później: {names}. Nieznane w nich kwoty liczą się jako 0, a w moście, w którym stają się znane, jako większa kwota: {deals, plural, one {# szansa} few {# szanse} other {# szans}}, {value} większych i mniejszych kwot, których nikt nie zmienił.',
  'Made later, not taken: {names}. Amounts that they do not know count as 0, and as grown in the bridge in which they become known.':
    'Powstały później: {names}. Nieznane w nich kwoty liczą się jako 0, a w moście, w którym stają się znane, jako większa kwota.',
  'Can’t be read in one of the snapshots, and stand there as in the one before: {names}.':
    'Nieczytelne w którejś z migawek, liczą się w niej jak w poprzedniej: {names}.',
  'Can’t be read in one of the snapshots, and are left out of it: {names}.':
    'Nieczytelne w którejś z migawek i w niej pominięte: {names}.',
  'Without a rate in one of the snapshots, and count as 0 there: {names}.':
    'Bez kursu w którejś z migawek, liczą się w niej jako 0: {names}.',
  // Why bars are not the same
  'the process has changed': 'zmienił się proces',
  'first to last has the last value, and nothing of what is gone again':
    'od pierwszej do ostatniej liczy się ostatnia wartość, a nic z tego, co znów odeszło',
  'first to last has the last value, and nothing of what was closed again':
    'od pierwszej do ostatniej liczy się ostatnia wartość, a nic z tego, co znów zamknięto',
  'what went out again is in the parts alone, and what is new has no other way in from first to last':
    'to, co znów wyszło, jest tylko w częściach, a to, co nowe, od pierwszej do ostatniej jest po prostu nowe',
  'what shrank again, came or went is in the parts alone':
    'to, co znów zmalało, przyszło albo odeszło, jest tylko w częściach',
  'what fell again, came or went is in the parts alone':
    'to, co znów spadło, przyszło albo odeszło, jest tylko w częściach',
  'first to last has the last value, and nothing of what was reopened':
    'od pierwszej do ostatniej liczy się ostatnia wartość, a nic z tego, co otwarto ponownie',
  'first to last has what a deal stood for at first, and nothing of what was reopened':
    'od pierwszej do ostatniej liczy się pierwsza wartość, a nic z tego, co otwarto ponownie',
  'first to last has what a deal stood for at first, and nothing of what came between':
    'od pierwszej do ostatniej liczy się pierwsza wartość, a nic z tego, co przyszło pomiędzy',
  'first to last has what a deal stood for at first': 'od pierwszej do ostatniej liczy się pierwsza wartość',
  'first to last has what a deal stood for at first, and nothing of what came back':
    'od pierwszej do ostatniej liczy się pierwsza wartość, a nic z tego, co wróciło',
  'what grew back, came or went is in the parts alone':
    'to, co znów urosło, przyszło albo odeszło, jest tylko w częściach',
  'what rose again, came or went is in the parts alone':
    'to, co znów wzrosło, przyszło albo odeszło, jest tylko w częściach',
  'what could not be read, or is in a stage that the process has no more':
    'to, czego nie dało się odczytać albo jest w etapie, którego proces już nie ma',
  'what cannot be read stands as in the snapshot before, from first to last as in the first':
    'nieczytelne liczy się jak w poprzedniej migawce, a od pierwszej do ostatniej jak w pierwszej',
} as const;
