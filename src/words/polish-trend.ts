// Polish of the page of trends, of what a series warns of, and of queries.

export const TREND = {
  'What that was, deal by deal': 'Co to było, szansa po szansie',
  'Without a snapshot: {intervals}, {names}. What moved then is in the next one.':
    'Bez migawki: {intervals}, {names}. Co się wtedy zmieniło, jest w następnej.',
  "Made later, not taken: {intervals}, {first} to {last}. What they can't tell is a gap.":
    'Odtworzone później: {intervals}, {first} – {last}. Czego nie mogą powiedzieć, jest luką.',
  '{count, plural, one {# week} other {# weeks}}':
    '{count, plural, one {# tydzień} few {# tygodnie} other {# tygodni}}',
  '{count, plural, one {# month} other {# months}}':
    '{count, plural, one {# miesiąc} few {# miesiące} other {# miesięcy}}',
  '{count, plural, one {# quarter} other {# quarters}}':
    '{count, plural, one {# kwartał} few {# kwartały} other {# kwartałów}}',
  'Open value': 'Otwarta wartość',
  'Coverage (MP)': 'Pokrycie (MP)',
  'Fresh, by value': 'Aktualne, według wartości',
  'Median slip, days': 'Mediana przesunięcia, dni',
  'Went back': 'Cofnięte',
  'Skipped a stage': 'Pominięty etap',
  'Dropped out': 'Wypadłe z lejka',
  'No row.': 'Brak wierszy.',
  'What SQL can be asked of': 'O co można pytać w SQL',
  view: 'widok',
  Ask: 'Zapytać',
  'no date': 'bez daty',
  '{deal} was pushed at each of the last {quarters} quarter ends, {days, plural, one {# day} other {# days}} in all: {each}.':
    '{deal}: przesuwana na każdym z ostatnich {quarters} końców kwartału, razem o {days, plural, one {# dzień} other {# dni}}: {each}.',
  'Too few to judge: {needed} quarter ends are needed.':
    'Za mało, żeby ocenić: potrzeba {needed} końców kwartału.',
  'What was promised, and when': 'Co i kiedy obiecano',
  'Deals of {owner} shrink in the last two weeks of a quarter: {late} times there, {otherwise} otherwise; {value} in {quarters}: {deals}.':
    'Szanse zmniejszają się w ostatnich dwóch tygodniach kwartału (opiekun: {owner}): wtedy {late} razy, poza tym {otherwise}; {value} w {quarters}: {deals}.',
  'Too few to judge: {needed} times at {ends} quarter ends are needed.':
    'Za mało, żeby ocenić: potrzeba {needed} razy na {ends} końcach kwartału.',
  'Their deals': 'Szanse tej osoby',
  'Fewer deals go on from {stage}: {after} since {day}, {before} from {from} until then.':
    'Mniej szans przechodzi dalej z etapu {stage}: {after} od {day}, wcześniej, od {from}, {before}.',
  'Dropped out since: {names}.': 'Wypadły od tego czasu: {names}.',
  'Too few to judge: {needed} decided in each are needed.':
    'Za mało, żeby ocenić: potrzeba po {needed} rozstrzygniętych w każdej połowie.',
  'From stage to stage': 'Od etapu do etapu',
  'Chance alone would show it in less than 1 of 1000 such series.':
    'Sam przypadek pokazałby to w mniej niż 1 na 1000 takich serii.',
  'Chance alone would show it in 1 of {times} such series.':
    'Sam przypadek pokazałby to w 1 na {times} takich serii.',
  'Worth a look': 'Warto się przyjrzeć',
  'And {more} more like it: pipeline trend --format json':
    'I jeszcze {more} podobnych: pipeline trend --format json',
  'Fresh in {names}: stale was judged for a part of the open deals only, in {name} for {judged} of {open}; the others count as fresh.':
    'Aktualne w {names}: oznaki życia oceniono tylko dla części otwartych szans, w {name} dla {judged} z {open}; pozostałe liczą się jako aktualne.',
  'Not judged: {needs}.': 'Nie oceniono: {needs}.',
  'who is pushed at quarter ends, which needs close dates around two of the last three':
    'co jest przesuwane na końcach kwartału, bo potrzeba dat zamknięcia przy dwóch z ostatnich trzech',
  'who shrinks at quarter ends, which needs amounts every two weeks or more often, at a quarter end and otherwise':
    'u kogo szanse zmniejszają się na końcach kwartału, bo potrzeba kwot co dwa tygodnie lub częściej, na końcu kwartału i poza nim',
  'which stage deals leave less for a later one, which needs deals decided in both halves':
    'z którego etapu mniej szans przechodzi dalej, bo potrzeba szans rozstrzygniętych w obu połowach',
  '{movement}: {count} of {deals, plural, one {# deal} other {# deals}}, {times}×':
    '{movement}: {count} z {deals, plural, one {# szansy} other {# szans}}, {times}×',
  '{days, plural, one {# day} other {# days}} in all': 'razem {days, plural, one {# dzień} other {# dni}}',
  '{value} in all': 'razem {value}',
  'None of {deals, plural, one {# deal} other {# deals}}: {kinds}.':
    'Żadna z {deals, plural, one {# szansy} other {# szans}}: {kinds}.',
  'What happened instead': 'Co zaszło zamiast tego',
  'The first of them, in full': 'Pierwsza z nich, w całości',
  'Amounts that they do not know count as 0: {deals, plural, one {# deal} other {# deals}}, {value} in all, which nobody changed.':
    'Nieznane w nich kwoty liczą się jako 0: {deals, plural, one {# szansa} few {# szanse} other {# szans}}, łącznie {value}, których nikt nie zmienił.',
  'Made later, not taken: {names}. What they can’t tell counts as no movement.':
    'Odtworzone później: {names}. Czego nie mogą powiedzieć, liczy się jako brak ruchu.',
  'Can’t be read in one of the snapshots, and did not move there: {names}.':
    'Nie da się odczytać w jednej z migawek i tam bez ruchu: {names}.',
} as const;
