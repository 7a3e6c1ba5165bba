// Polish of the report: its sections and sentences, and the captions of its charts.

export const REPORT = {
  // Sections
  Freshness: 'Aktualność',
  Funnel: 'Lejek',
  Bridge: 'Most wartości',
  Movements: 'Zmiany',
  'Stale deals': 'Szanse bez oznak życia',
  'Slip and shrink': 'Przesunięcia i zmniejszenia',
  Plan: 'Plan',
  Forecast: 'Prognoza',
  Results: 'Wyniki',
  'Reviews and actions': 'Przeglądy i zobowiązania',
  Feedback: 'Informacja zwrotna',
  // Sentences above
  '{share} of open value is fresh: {fresh} of {open} open deals.':
    'Aktualne jest {share} otwartej wartości: {fresh} z {open} otwartych szans.',
  'No value is known: bars go by deals.': 'Żadna wartość nie jest znana: słupki pokazują liczbę szans.',
  'Signs of life are judged for {judged} of {open} open deals: the others count as fresh.':
    'Oznaki życia oceniono dla {judged} z {open} otwartych szans: pozostałe liczą się jako aktualne.',
  'No open deal is judged yet.': 'Nie oceniono jeszcze żadnej otwartej szansy.',
  'Open: {value} {currency} in {count, plural, one {{deals} deal} other {{deals} deals}}.':
    'Otwarte: {value} {currency} w {count, plural, one {{deals} szansie} other {{deals} szansach}}.',
  'Open value went from {opening} to {closing} {currency}, a change of {change}.':
    'Otwarta wartość: z {opening} na {closing} {currency}, zmiana o {change}.',
  'Deals that moved changed the value by {change} {currency}; {unchanged} moved without a change of value, {idle} did not move.':
    'Szanse, w których coś się stało, zmieniły wartość o {change} {currency}; bez zmiany wartości: {unchanged}, bez ruchu: {idle}.',
  '{count} of {judged} open deals show no sign of life, {value} {currency}; {errors} of them at the limit of an error.':
    'Oznak życia nie ma {count} z {judged} otwartych szans, {value} {currency}; próg błędu przekracza {errors}.',
  'In the last week with a snapshot {slipped} of {open} open deals slipped ({slip_rate}).':
    'W ostatnim tygodniu z migawką przesunęło się {slipped} z {open} otwartych szans ({slip_rate}).',
  'In the last week with a snapshot {slipped} of {open} open deals slipped ({slip_rate}), {shrunk} shrank ({shrink_rate}).':
    'W ostatnim tygodniu z migawką przesunęło się {slipped} z {open} otwartych szans ({slip_rate}), a zmniejszyło {shrunk} ({shrink_rate}).',
  'No week with a snapshot tells of slip and shrink yet.':
    'Żaden tydzień z migawką nie mówi jeszcze o przesunięciach i zmniejszeniach.',
  'Won so far, of deals with a stage on record: {won}.':
    'Zrealizowane dotąd, z szans z zapisanym etapem: {won}.',
  '{period}: won {won} of {target} {currency}, {left} is left. Open {open}: multiplier {multiplier}, needed {needed}.':
    '{period}: zrealizowano {won} z {target} {currency}, do zrealizowania {left}. Otwarte {open}: mnożnik {multiplier}, potrzebny {needed}.',
  '{period}: won {won} {currency}, open {open}. There is no target to hold it against.':
    '{period}: zrealizowano {won} {currency}, otwarte {open}. Nie ma celu, z którym można to porównać.',
  '{period}: {p50} {currency} in the middle, 8 in 10 runs end between {p10} and {p90}. Won so far: {won}.':
    '{period}: pośrodku {p50} {currency}, 8 na 10 przebiegów kończy się między {p10} a {p90}. Dotąd zrealizowano: {won}.',
  'Tried on several days of past periods: in {within} of {runs} tries the outcome fell between P10 and P90.':
    'Sprawdzono w kilku dniach minionych okresów: w {within} z {runs} prób wynik zmieścił się między P10 a P90.',
  '{period}: {count, plural, one {{won} deal} other {{won} deals}} won, {value} {currency}; {lost} lost. Win rate {rate} of {of} decided.':
    '{period}: {count, plural, one {zrealizowano {won} szansę} few {zrealizowano {won} szanse} other {zrealizowano {won} szans}}, {value} {currency}; wypadło: {lost}. Efektywność zamykania {rate} z {of} rozstrzygniętych.',
  '{period}: {count, plural, one {{won} deal} other {{won} deals}} won, {value} {currency}; {lost} lost.':
    '{period}: {count, plural, one {zrealizowano {won} szansę} few {zrealizowano {won} szanse} other {zrealizowano {won} szans}}, {value} {currency}; wypadło: {lost}.',
  '{reviewed} of {of} open deals were reviewed in the period.':
    'W okresie przejrzano {reviewed} z {of} otwartych szans.',
  '{count, plural, =0 {No action is} one {{open} action is} other {{open} actions are}} open, {late, plural, =0 {none is} one {{overdue} more is} other {{overdue} more are}} overdue.':
    '{count, plural, =0 {Nie ma otwartych zobowiązań} one {Otwarte jest {open} zobowiązanie} few {Otwarte są {open} zobowiązania} other {Otwartych jest {open} zobowiązań}}, {late, plural, =0 {żadne nie jest} one {{overdue} kolejne jest} few {{overdue} kolejne są} other {{overdue} kolejnych jest}} po terminie.',
  'Nothing was said or decided from {from} to {to}.':
    'Od {from} do {to} nic nie powiedziano ani nie postanowiono.',
  'Said and decided from {from} to {to}:': 'Powiedziano i postanowiono od {from} do {to}:',
  '{count, plural, one {{deals} deal} other {{deals} deals}}, {value} {currency}.':
    '{count, plural, one {{deals} szansa} few {{deals} szanse} other {{deals} szans}}, {value} {currency}.',
  // Headings and rows of tables
  'Owners together': 'Opiekunowie razem',
  'All deals': 'Wszystkie szanse',
  'All deals: less than is won': 'Wszystkie szanse: mniej, niż zrealizowano',
  '{owner}: less than is won': '{owner}: mniej, niż zrealizowano',
  'Created in': 'Utworzone w',
  'Within P10–P90': 'W P10–P90',
  Figure: 'Pozycja',
  Way: 'Sposób',
  Tries: 'Próby',
  Shrunk: 'Zmniejszone',
  Slipped: 'Przesunięte',
  'Last sign of life': 'Ostatnia oznaka życia',
  Text: 'Treść',
  Review: 'Przegląd',
  'MP needed': 'MP potrzebny',
  'Day {days}': 'Dzień {days}',
  'Open, due in the period': 'Otwarte, z terminem w okresie',
  'Of open deals': 'Z otwartych szans',
  'Of deals that are not there yet': 'Z szans, których jeszcze nie ma',
  'Won, {currency}': 'Zrealizowane, {currency}',
  'Lost, {currency}': 'Wypadłe, {currency}',
  'Median days to a win': 'Mediana dni do realizacji',
  'Average win': 'Średnia kwota zrealizowanej',
  'Velocity a day': 'Szybkość sprzedaży na dzień',
  'fewer deals decided': 'mniej rozstrzygniętych szans',
  'more deals decided': 'więcej rozstrzygniętych szans',
  'as many deals decided': 'tyle samo rozstrzygniętych szans',
  'the same win rate': 'ta sama efektywność zamykania',
  'deals as large': 'tak samo duże szanse',
  'lower win rate': 'niższa efektywność zamykania',
  'higher win rate': 'wyższa efektywność zamykania',
  'smaller deals': 'mniejsze szanse',
  'larger deals': 'większe szanse',
  'What serves well': 'Co służy',
  'What to change, and why': 'Co zmienić i dlaczego',
  'What was asked': 'O co zapytano',
  'What was decided': 'Co postanowiono',
  'What came of decisions': 'Co wynikło z postanowień',
  'Decided before, and not done': 'Postanowione wcześniej, a niezrobione',
  overdue: 'po terminie',
  dropped: 'wycofane',
  open: 'otwarte',
  done: 'zrobione',
  met: 'osiągnięty',
  // Titles of charts
  'Fresh share of open value, by week': 'Aktualny udział otwartej wartości, co tydzień',
  'Open value by stage': 'Otwarta wartość według etapów',
  'Bridge of open value': 'Most otwartej wartości',
  'Share of open deals that slipped and shrank, by week':
    'Udział otwartych szans, które się przesunęły i zmniejszyły, co tydzień',
  'Where close dates went': 'Dokąd przesunęły się daty zamknięcia',
  'Share that moved on, by stage': 'Udział szans, które przeszły dalej, według etapów',
  'Share won by age, of deals created in a quarter':
    'Udział zrealizowanych według wieku, dla szans utworzonych w kwartale',
  'Target, won and open, by week': 'Cel, zrealizowane i otwarte, co tydzień',
  'Plan multiplier over the period': 'Mnożnik planu w okresie',
  'Range of the forecast': 'Zakres prognozy',
  'Forecasts at the start of past periods, and what happened':
    'Prognozy na początku minionych okresów i to, co się stało',
  'Expected and actual share of wins': 'Oczekiwany i rzeczywisty udział zrealizowanych',
  'Why won value changed from {before} to {period}':
    'Dlaczego zrealizowana wartość zmieniła się między {before} a {period}',
  'Filled in, of the deals drawn, by review': 'Wypełnione z wylosowanych szans, według przeglądów',
  'Overdue, of the promises not done yet, by owner':
    'Po terminie, z niewykonanych jeszcze zobowiązań, według opiekunów',
  // Around sections
  'On {today}, all money in {currency}.': 'Stan na {today}, wszystkie kwoty w {currency}.',
  'As the snapshot of {day} has it.': 'Tak, jak mówi migawka z {day}.',
  'Of {owner}.': 'Opiekun: {owner}.',
  Contents: 'Spis treści',
  'Taken from': 'Na podstawie',
  'Nothing was said by {owner}, or decided on it, from {from} to {to}.':
    'Od {from} do {to} {owner} nic nie powiedział(a) i nic z tego nie postanowiono.',
  'Said by {owner}, and decided on it, from {from} to {to}:':
    'Co powiedział(a) {owner} i co z tego postanowiono, od {from} do {to}:',
  'The figures as a table': 'Liczby w tabeli',
  'And {count} more': 'I jeszcze {count}',
  'Filter the deals': 'Filtruj szanse',
  '{shown} of {all} deals are shown': 'Widać {shown} z {all} szans',
  'Sort by': 'Sortuj według',
  // Captions and axes of charts
  '{deals, plural, one {# deal} other {# deals}}':
    '{deals, plural, one {# szansa} few {# szanse} other {# szans}}',
  '{within} of {all} outcomes fell between P10 and P90, {below} below, {above} above. A bar is that range, its line the P50, the diamond what was won.':
    'Między P10 a P90 zmieściło się {within} z {all} wyników, poniżej {below}, powyżej {above}. Słupek to ten zakres, jego kreska to P50, romb to zrealizowana wartość.',
  'No chance has been tried yet.': 'Żadnej szansy zrealizowanej jeszcze nie sprawdzono.',
  '{of_chances, plural, one {{chances} chance} other {{chances} chances}} of {count, plural, one {{deals} deal} other {{deals} deals}}, in {of_groups, plural, one {{groups} group} other {{groups} groups}}; in {held} the expected share lies within the 90 % interval of what happened. Furthest off: {expected} expected, {won} of {of} won ({share}).':
    '{of_chances, plural, one {{chances} ocena} few {{chances} oceny} other {{chances} ocen}} szansy realizacji dla {count, plural, one {{deals} szansy} other {{deals} szans}}, w {of_groups, plural, one {{groups} grupie} other {{groups} grupach}}; w {held} oczekiwany udział leży w przedziale 90 % tego, co zaszło. Najdalej: oczekiwano {expected}, zrealizowano {won} z {of} ({share}).',
  'Hollow dots: judged for a part of the deals only.': 'Puste kropki: oceniono tylko część szans.',
  '{cohort}: nothing known of {deals}.': '{cohort}: nic nie wiadomo o {deals}.',
  '{cohort}: {share} of {deals} won by day {age}.': '{cohort}: do dnia {age} zrealizowano {share} z {deals}.',
  'Age in days': 'Wiek w dniach',
  'Share won': 'Udział zrealizowanych',
  'No deal was decided at any stage yet.': 'Na żadnym etapie nie rozstrzygnięto jeszcze szansy.',
  'Fewest move on from {stage}: {count} of {of} ({share}, 90 % interval {low} to {high}).':
    'Najmniej przechodzi dalej z etapu {stage}: {count} z {of} ({share}, przedział 90 % od {low} do {high}).',
  '{count} of {of} · {share}': '{count} z {of} · {share}',
  '{count} of {of}': '{count} z {of}',
  '{count, plural, one {{deals} deal} other {{deals} deals}} in {of, plural, one {{stages} stage} other {{stages} stages}}, {value} {currency}.':
    '{count, plural, one {{deals} szansa} few {{deals} szanse} other {{deals} szans}} w {of, plural, one {{stages} etapie} other {{stages} etapach}}, {value} {currency}.',
  '{count, plural, one {{deals} deal} other {{deals} deals}} in {of, plural, one {{stages} stage} other {{stages} stages}}.':
    '{count, plural, one {{deals} szansa} few {{deals} szanse} other {{deals} szans}} w {of, plural, one {{stages} etapie} other {{stages} etapach}}.',
  'Open: {count, plural, one {{deals} deal} other {{deals} deals}}. No value is known.':
    'Otwarte: {count, plural, one {{deals} szansa} few {{deals} szanse} other {{deals} szans}}. Żadna wartość nie jest znana.',
  'Open deals by stage': 'Otwarte szanse według etapów',
  'Open deals went from {opening} to {closing}. No value is known.':
    'Otwarte szanse: z {opening} na {closing}. Żadna wartość nie jest znana.',
  'Most value: {stage}, {value} {currency} in {count, plural, one {{deals} deal} other {{deals} deals}}.':
    'Najwięcej: {stage}, {value} {currency} w {count, plural, one {{deals} szansie} other {{deals} szansach}}.',
  'None slipped': 'Żadna się nie przesunęła',
  '{count} slipped, half of them by {middle_days, plural, one {{middle} day} other {{middle} days}} or less, {deal} the most: {longest_days, plural, one {{longest} day} other {{longest} days}}':
    'Przesunięte: {count}, połowa o nie więcej niż {middle_days, plural, one {{middle} dzień} other {{middle} dni}}, najbardziej {deal}: {longest_days, plural, one {{longest} dzień} other {{longest} dni}}',
  '{slipped}; {earlier_count, plural, =0 {none was pulled in} other {{earlier} pulled in}}.':
    '{slipped}; {earlier_count, plural, =0 {żadna nie przyspieszona} other {przyspieszone: {earlier}}}.',
  'Drawn are those that moved most.': 'Narysowane są te, które przesunęły się najbardziej.',
  '{days} d': '{days} dni',
  'Wrote {file}: {size} kB.': 'Zapisano {file}: {size} kB.',
  '{name}: nothing known.': '{name}: nic nie wiadomo.',
  '{value} on {day}': '{value} dnia {day}',
  '{name}: {first}, {last}; the same throughout.': '{name}: {first}, {last}; cały czas tyle samo.',
  '{name}: {first}, {last}; least {least}, most {most}.':
    '{name}: {first}, {last}; najmniej {least}, najwięcej {most}.',
  '{name} not known': '{name}: nie wiadomo',
  '{name} {first} to {last}': '{name}: {first} → {last}',
  '{name} {first} to {last} (most {most})': '{name}: {first} → {last} (najwięcej {most})',
  '{name} {value} throughout': '{name}: cały czas {value}',
  'From {from} to {to}: {courses}.': 'Od {from} do {to}: {courses}.',
  'From {from} to {to}, in {currency}: {courses}.': 'Od {from} do {to}, w {currency}: {courses}.',
  'Open value went from {opening} to {closing} {currency}, {change}.':
    'Otwarta wartość: z {opening} na {closing} {currency}, {change}.',
  'Won value went from {opening} to {closing} {currency}, {change}.':
    'Zrealizowana wartość: z {opening} na {closing} {currency}, {change}.',
  'no change': 'bez zmiany',
  'Most came by: {bar}.': 'Najwięcej przybyło: {bar}.',
  'Most went by: {bar}.': 'Najwięcej ubyło: {bar}.',
  '{bar}, {value} {currency}': '{bar}, {value} {currency}',
  '{bar}, {value} {currency} in {count, plural, one {{deals} deal} other {{deals} deals}}':
    '{bar}, {value} {currency} w {count, plural, one {{deals} szansie} other {{deals} szansach}}',
  'By {day} half of the runs reach {p50} {currency}, 8 in 10 are between {p10} and {p90}.':
    'Do {day} połowa przebiegów osiąga {p50} {currency}, 8 na 10 mieści się między {p10} a {p90}.',
  'Won up to {day}: {won} {currency}.': 'Zrealizowane do {day}: {won} {currency}.',
  'Target {target} {currency}.': 'Cel: {target} {currency}.',
  'Target {target} {currency}, above that range.': 'Cel: {target} {currency}, powyżej tego zakresu.',
  'Target {target} {currency}, below that range.': 'Cel: {target} {currency}, poniżej tego zakresu.',
  'Target {target} {currency}, within that range.': 'Cel: {target} {currency}, w tym zakresie.',
  'Filled in: {count} of {of} drawn.': 'Wypełniono: {count} z {of} wylosowanych.',
  'Overdue: {count} of {of} not done yet.': 'Po terminie: {count} z {of} niewykonanych.',
} as const;
