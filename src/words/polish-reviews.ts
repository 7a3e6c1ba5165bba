// Polish of reviews of deals, and of meetings.

export const REVIEWS = {
  'Weekly meeting': 'Spotkanie tygodniowe',
  'Monthly meeting': 'Spotkanie miesięczne',
  'Quarterly meeting': 'Spotkanie kwartalne',
  'since {day}': 'od {day}',
  'bridge from {day}': 'most od {day}',
  'There is no snapshot from before today.': 'Nie ma migawki sprzed dzisiejszego dnia.',
  'Record the state of today': 'Zapisać dzisiejszy stan',
  'Review of {day}': 'Przegląd z {day}',
  '{answered} answered': 'z odpowiedzią: {answered}',
  'What was filled in becomes edits': 'Wypełnione staje się zmianami',
  'largest {rank}': 'największa {rank}',
  important: 'ważna',
  random: 'losowa',
  Dialogue: 'Dialog',
  '{deals, plural, one {# deal} other {# deals}}, about {minutes} minutes':
    '{deals, plural, one {# szansa} few {# szanse} other {# szans}}, około {minutes} min',
  'Cut to the time: {cut} more would have been picked.': 'Skrócono do czasu: wybranych byłoby jeszcze {cut}.',
  'Its deals count as not reviewed.': 'Jego szanse liczą się jako nieprzejrzane.',
  'closed in {period}': 'zamknięte w {period}',
  'closed since {day}': 'zamknięte od {day}',
  'Review {day}': 'Przegląd {day}',
  team: 'zespół',
  'seed {seed} · sampler {sampler}': 'ziarno {seed} · sampler {sampler}',
  'Nothing to review': 'Nie ma czego przeglądać',
  '{size} at {each} each': '{size}, po {each} na jedną',
  'all: {deals}': 'wszystkie: {deals}',
  all: 'wszystkie',
  '{count} open without a close date: in no period': 'otwarte bez daty zamknięcia: {count}, poza okresami',
  '{count} won without a close date: in no period':
    'zrealizowane bez daty zamknięcia: {count}, poza okresami',
  '{count} lost without a close date: in no period': 'wypadłe bez daty zamknięcia: {count}, poza okresami',
  '{count} seen lately': 'niedawno przejrzane: {count}',
  '{stratum}: {left, plural, one {# deal was} other {# deals were}} left to draw at random, and {excluded} left out, having been in a sheet of the last {days, plural, one {# day} other {# days}}. A lower review.not_again_within draws them sooner.':
    '{stratum}: do losowania zostało {left}, a pominięto {excluded}, bo były w arkuszu z ostatnich {days, plural, one {# dnia} other {# dni}}. Mniejsze review.not_again_within pozwala wylosować je wcześniej.',
  'none picked': 'żadnej nie wybrano',
  '{count} important': 'ważne: {count}',
  '{count} largest': 'największe: {count}',
  '{count} of {from} at random': 'losowo {count} z {from}',
  '{count} of {from} at random by value': 'losowo według wartości {count} z {from}',
  '{count} of the other {from} at random': 'losowo {count} z {from} pozostałych',
  '{count} of the other {from} at random by value': 'losowo według wartości {count} z {from} pozostałych',
  '{deals, plural, one {# without a value above 0 is} other {# without a value above 0 are}} never drawn by value':
    '{deals, plural, one {# bez wartości powyżej 0 nigdy nie jest losowana} few {# bez wartości powyżej 0 nigdy nie są losowane} other {# bez wartości powyżej 0 nigdy nie jest losowanych}} według wartości',
  "each random one had the chance beside it, by its value among its owner's deals":
    'każda losowa miała szansę podaną obok, według wartości wśród szans swojego opiekuna',
  'each random one had the chance beside it, by its value':
    'każda losowa miała szansę podaną obok, według swojej wartości',
  "each random one had the chance beside it, among its owner's deals":
    'każda losowa miała szansę podaną obok, wśród szans swojego opiekuna',
  'each random one had a chance of {random} in {from} ({share})':
    'każda losowa miała szansę {random} na {from} ({share})',
  'no movement': 'bez ruchu',
  'skipped to {stage}': 'z pominięciem do: {stage}',
  'back to {stage}': 'cofnięta do: {stage}',
  'slipped {days, plural, one {# day} other {# days}}':
    'przesunięta o {days, plural, one {# dzień} other {# dni}}',
  'pulled in {days, plural, one {# day} other {# days}}':
    'przyspieszona o {days, plural, one {# dzień} other {# dni}}',
  'amount known now': 'kwota znana od teraz',
  'amount not known': 'kwota nieznana',
  'came from {owner}': 'wcześniej: {owner}',
  'close date passed': 'data zamknięcia minęła',
  'close date passed {days, plural, one {# day} other {# days}}':
    'data zamknięcia minęła {days, plural, one {# dzień} other {# dni}} temu',
  'next step overdue': 'następny krok po terminie',
  'next step overdue {days, plural, one {# day} other {# days}}':
    'następny krok {days, plural, one {# dzień} other {# dni}} po terminie',
  'stale {days, plural, one {# day} other {# days}}':
    'bez oznak życia {days, plural, one {# dzień} other {# dni}}',
  'no next step': 'brak następnego kroku',
  'no next step {days, plural, one {# day} other {# days}}':
    'brak następnego kroku od {days, plural, one {# dnia} other {# dni}}',
  'stage age': 'długo w etapie',
  'stage age {days, plural, one {# day} other {# days}}':
    'w etapie {days, plural, one {# dzień} other {# dni}}',
  forgotten: 'zapomniana',
  '{name} {days, plural, one {# day} other {# days}}': '{name} {days, plural, one {# dzień} other {# dni}}',
  'close moved {moves}×': 'zamknięcie przesuwane {moves}×',
  'close moved {moves}×, {days, plural, one {# day} other {# days}}':
    'zamknięcie przesuwane {moves}×, o {days, plural, one {# dzień} other {# dni}}',
} as const;
