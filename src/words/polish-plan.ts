// Polish of the pages of plans and results.

export const PLAN = {
  'Since {day}': 'Od {day}',
  '{period} then': '{period} wtedy',
  '{rows, plural, one {# row} other {# rows}}: {added} would be added, {unchanged} unchanged, {rejected} rejected':
    '{rows, plural, one {# wiersz} few {# wiersze} other {# wierszy}}: do dodania {added}, bez zmian {unchanged}, odrzucono {rejected}',
  '{rows, plural, one {# row} other {# rows}}: {added} added, {unchanged} unchanged, {rejected} rejected':
    '{rows, plural, one {# wiersz} few {# wiersze} other {# wierszy}}: dodano {added}, bez zmian {unchanged}, odrzucono {rejected}',
  always: 'zawsze',
  'Nothing of a target: {columns, plural, one {column} other {columns}} {names}.':
    'Nic o celach: {columns, plural, one {kolumna} other {kolumny}} {names}.',
  'the same without --dry-run': 'to samo bez --dry-run',
  'How it stands': 'Jak to wygląda',
  'No target says what is to be won in {period}.': 'Żaden cel nie mówi, ile trzeba zrealizować w {period}.',
  'Met: {won} is won.': 'Osiągnięty: zrealizowano {won}.',
  'No earlier period tells what multiplier is needed.':
    'Żaden wcześniejszy okres nie mówi, jaki mnożnik jest potrzebny.',
  'Enough is open: {multiplier} where {needed} was needed.':
    'Otwartych jest dość: {multiplier}, a potrzeba było {needed}.',
  'Short by {value} of open value.': 'Brakuje {value} otwartej wartości.',
  'Short by {value} of open value, about {deals, plural, one {# average deal} other {# average deals}} ({average}).':
    'Brakuje {value} otwartej wartości, czyli około {deals, plural, one {# średniej szansy} other {# średnich szans}} ({average}).',
  'No period before it has 5 wins to tell how long one takes.':
    'Żaden wcześniejszy okres nie ma 5 zrealizowanych, które powiedziałyby, ile trwa jedna.',
  'A deal started today closes about {day} (median cycle {days, plural, one {# day} other {# days}}): new deals will hardly help {period}.':
    'Szansa rozpoczęta dziś zamknie się około {day} (mediana cyklu: {days, plural, one {# dzień} other {# dni}}): nowe szanse raczej nie pomogą w {period}.',
  'A deal started today closes about {day} (median cycle {days, plural, one {# day} other {# days}}): new ones can still close in it if they begin by {latest}.':
    'Szansa rozpoczęta dziś zamknie się około {day} (mediana cyklu: {days, plural, one {# dzień} other {# dni}}): nowe mogą się jeszcze w nim zamknąć, jeśli zaczną się do {latest}.',
  '{targets, plural, one {The one target of {period} is not} other {None of the # targets of {period} is}} of just these deals.':
    '{targets, plural, one {Jedyny cel na {period} nie dotyczy} few {Żaden z # celów na {period} nie dotyczy} other {Żaden z # celów na {period} nie dotyczy}} dokładnie tych szans.',
  'No target is of {period}; there are some of {periods}.': 'Nie ma celu na {period}; są na {periods}.',
  'The snapshot of {day} knows no target of {period}.': 'Migawka z {day} nie zna celu na {period}.',
  'none in the snapshot of {day}': 'brak w migawce z {day}',
  'none of just these deals': 'brak dla dokładnie tych szans',
  'ends that day': 'kończy się tego dnia',
  '{days, plural, one {# day} other {# days}} left after that day':
    'po tym dniu {days, plural, one {zostaje # dzień} few {zostają # dni} other {zostaje # dni}}',
  'If {condition}: nothing can be said of it without a target.':
    'Jeśli {condition}: bez celu nic o tym nie można powiedzieć.',
  'If {condition}: nothing can be said of it, since no multiplier needed is known.':
    'Jeśli {condition}: nic o tym nie można powiedzieć, bo nie wiadomo, jaki mnożnik jest potrzebny.',
  'If {condition}: enough is left.': 'Jeśli {condition}: zostaje dość.',
  'If {condition}: short by {value}.': 'Jeśli {condition}: brakuje {value}.',
  'Not due in {period} anyway: {names}.': 'I tak bez terminu w {period}: {names}.',
  '{names} {deals, plural, one {is} other {are}} lost':
    '{deals, plural, one {wypadnie} other {wypadną}} {names}',
  '{names} {deals, plural, one {closes} other {close}} later':
    '{deals, plural, one {zamknie się później} other {zamkną się później}} {names}',
  '{lost} and {later}': '{lost}, a {later}',
  '{deals, plural, one {# closed deal} other {# closed deals}} without a close date: in no period.':
    '{deals, plural, one {# zamknięta szansa} few {# zamknięte szanse} other {# zamkniętych szans}} bez daty zamknięcia: poza okresami.',
  'Add one under plan: targets: - {entry}': 'Dodać cel pod plan: targets: - {entry}',
  '{deals, plural, one {# deal} other {# deals}} due with an error of freshness':
    '{deals, plural, one {# szansa} few {# szanse} other {# szans}} z terminem w okresie i błędem aktualności',
  over: 'okres się skończył',
  'ends today': 'kończy się dziś',
  '{days, plural, one {# day} other {# days}} left after today':
    'po dzisiejszym {days, plural, one {zostaje # dzień} few {zostają # dni} other {zostaje # dni}}',
  'Plan {period}': 'Plan {period}',
  'none in pipeline.yaml for {period}': 'brak w pipeline.yaml dla {period}',
  'Won beyond it': 'Zrealizowane ponad cel',
  'Open, due in {period}': 'Otwarte, z terminem w {period}',
  '{deals, plural, one {# deal} other {# deals}}, {without} without a value':
    '{deals, plural, one {# szansa} few {# szanse} other {# szans}}, bez wartości: {without}',
  '{deals, plural, one {# is} other {# are}} not judged by stale':
    'bez oceny oznak życia: {deals, plural, other {#}}',
  '{deals, plural, one {# with an error} other {# with errors}} left out':
    '{deals, plural, one {# z błędem pominięta} few {# z błędami pominięte} other {# z błędami pominiętych}}',
  'MP ({label})': 'MP ({label})',
  'MP, fresh deals only': 'MP, tylko aktualne szanse',
  'MP if so': 'MP w tym przypadku',
  'no earlier period tells it': 'żaden wcześniejszy okres tego nie mówi',
  'median at this day of {periods, plural, one {# earlier period} other {# earlier periods}}':
    'mediana w tym dniu {periods, plural, one {# wcześniejszego okresu} other {# wcześniejszych okresów}}',
  '{periods} with nothing still won left out': 'pominięto okresy bez dalszych zrealizowanych: {periods}',
  'weaker: 1 ÷ win rate, {won} of {decided} ({deals})':
    'słabsze: 1 ÷ efektywność zamykania, {won} z {decided} ({deals})',
} as const;
