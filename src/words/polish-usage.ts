// Polish of what is wrong with the words of a command, and of what to write instead.

export const USAGE = {
  'The snapshot {name} stays, because its day is over: {command}':
    'Migawka {name} zostaje, bo jej dzień minął: {command}',
  'The export is older than the last one: with --strict nothing is written.':
    'Eksport jest starszy niż ostatni: z --strict nic się nie zapisuje.',
  'It goes up to {day}, the last one to {before}. Give the newer one; where this is the right one, leave out --strict.':
    'Sięga do {day}, ostatni do {before}. Podaj nowszy; jeśli ten jest właściwy, pomiń --strict.',
  '{count, plural, one {{count} row was} other {{count} rows were}} rejected: with --strict nothing is written.':
    '{count, plural, one {Odrzucono {count} wiersz} few {Odrzucono {count} wiersze} other {Odrzucono {count} wierszy}}: z --strict nic się nie zapisuje.',
  '{file}:{line}: {reason}. All of them: pipeline import --dry-run':
    '{file}:{line}: {reason}. Wszystkie: pipeline import --dry-run',
  '{word} is missing.': 'Brakuje {word}.',
  'It takes {needed}.': 'Przyjmuje: {needed}.',
  '"{first}" and --where both say which deals.': 'Zarówno „{first}”, jak i --where mówią, które szanse.',
  'Change {count, plural, one {{count} deal} other {{count} deals}}: {ids}?':
    'Zmienić {count, plural, one {{count} szansę} few {{count} szanse} other {{count} szans}}: {ids}?',
  '{count, plural, one {{count} deal} other {{count} deals}} would be changed: {ids}.':
    '{count, plural, one {Zmieniłaby się {count} szansa} few {Zmieniłyby się {count} szanse} other {Zmieniłoby się {count} szans}}: {ids}.',
  'Keep what a deal is about, and move the rest to a file beside deals/.':
    'Zostaw to, o co w szansie chodzi, a resztę przenieś do pliku obok deals/.',
  'Change it there; its next export brings it here: pipeline week EXPORT':
    'Zmień to tam; następny eksport przyniesie zmianę tutaj: pipeline week EXPORT',
  'A language, with a country where wanted: pl, en-GB, de-AT.':
    'Język, w razie potrzeby z krajem: pl, en-GB, de-AT.',
  '--out and --output both say where to write.': 'Zarówno --out, jak i --output mówią, dokąd zapisać.',
  'Leave out one of them.': 'Pomiń jedno z nich.',
  'Name a file.': 'Podaj plik.',
  'Install the version of pipeline that has it.': 'Zainstaluj wersję pipeline, która to ma.',
  '{command} --again adds another one of the day.': '{command} --again dodaje drugą z tego dnia.',
  'Give the day on which it happened.': 'Podaj dzień, w którym to się stało.',
  'Why was it lost?': 'Dlaczego wypadła?',
  'Name another file.': 'Podaj inny plik.',
  'A spreadsheet is no text for a terminal.': 'Arkusz kalkulacyjny nie jest tekstem dla terminala.',
  'Write it as 2026-11-23.': 'Napisz ją tak: 2026-11-23.',
  'pipeline init makes a workspace here; -C FOLDER looks elsewhere.':
    'pipeline init tworzy tu przestrzeń roboczą; -C FOLDER szuka gdzie indziej.',
  'Neither VISUAL nor EDITOR says which editor to open.':
    'Ani VISUAL, ani EDITOR nie mówią, który edytor otworzyć.',
  'Say it once, in the shell: export EDITOR=nano': 'Powiedz to raz, w powłoce: export EDITOR=nano',
  'A path with spaces needs quotes, which are to be closed.':
    'Ścieżka ze spacjami wymaga cudzysłowów, które trzeba zamknąć.',
  'Broken off. Nothing was changed.': 'Przerwano. Nic nie zmieniono.',
  'Nothing was changed.': 'Nic nie zmieniono.',
  'VISUAL and EDITOR say which one: export EDITOR=nano':
    'O edytorze mówią VISUAL i EDITOR: export EDITOR=nano',
  'Nothing tells when any of the deals was in which stage.':
    'Nic nie mówi, kiedy która szansa była w którym etapie.',
  'Look at what the files hold.': 'Zobacz, co zawierają pliki.',
  'Is a date mistyped? --since says where to begin, --every month makes fewer.':
    'Czy w dacie jest literówka? --since mówi, od kiedy zacząć, a z --every month jest ich mniej.',
  'There is nothing to make a snapshot of in that time.': 'W tym czasie nie ma z czego zrobić migawki.',
  'Name an earlier one: pipeline snapshot list': 'Podaj wcześniejszą: pipeline snapshot list',
  '--since: nothing is new since now.': '--since: nic nie jest nowe od teraz.',
  'Name a snapshot (latest, 2026-11-23) or a commit (main, HEAD).':
    'Podaj migawkę (latest, 2026-11-23) albo commit (main, HEAD).',
  'Mend it first: pipeline check': 'Najpierw to napraw: pipeline check',
  'Take its answers out of the block.': 'Usuń z bloku odpowiedzi na jej temat.',
  'Mend that first.': 'Najpierw to popraw.',
  'Shorten what is said.': 'Skróć tę wypowiedź.',
  'pipeline diff --git BASE..HEAD is between two commits, pipeline diff FROM TO between two snapshots.':
    'pipeline diff --git BASE..HEAD porównuje dwa commity, a pipeline diff FROM TO dwie migawki.',
  'Nobody can tell whom earlier reviews had: no sheet is written.':
    'Nie wiadomo, kogo objęły wcześniejsze przeglądy: arkusz nie powstaje.',
  'There is no deal to review.': 'Nie ma szans do przeglądu.',
  'There is no deal to review: {count, plural, one {{count} deal was} other {{count} deals were}} in a sheet of the last {days, plural, one {# day} other {# days}} (review.not_again_within).':
    'Nie ma szans do przeglądu: {count, plural, one {{count} szansa była} few {{count} szanse były} other {{count} szans było}} w arkuszu z ostatnich {days, plural, one {# dnia} other {# dni}} (review.not_again_within).',
  'The first can be drawn again on {day}; a lower review.not_again_within in pipeline.yaml draws them sooner, and --largest takes them at any time.':
    'Pierwszą można znów wylosować {day}; mniejsze review.not_again_within w pipeline.yaml losuje je wcześniej, a --largest bierze je w każdej chwili.',
  'Take fewer: --largest, --random or --minutes.': 'Weź mniej: --largest, --random albo --minutes.',
  '--since says since when something is new: it goes with --new-only.':
    '--since mówi, od kiedy coś jest nowe: idzie w parze z --new-only.',
  '--new-only needs --since.': '--new-only wymaga --since.',
  'pipeline check --new-only --since main, or --since latest for the newest snapshot':
    'pipeline check --new-only --since main albo --since latest, czyli najnowsza migawka',
  'A baseline is of all findings of all deals: give that option alone.':
    'Punkt odniesienia obejmuje wszystkie uwagi o wszystkich szansach: podaj samą tę opcję.',
  'Write 80% or 0.8.': 'Napisz 80% albo 0.8.',
  'Each row and each event says its own day. --dry-run shows what would be written.':
    'Każdy wiersz i każde zdarzenie ma własny dzień. --dry-run pokazuje, co zostałoby zapisane.',
  'Where it comes from a variable, that is not set; else leave the option out.':
    'Jeśli pochodzi ze zmiennej, to nie jest ona ustawiona; jeśli nie, pomiń tę opcję.',
  'There is nothing to take back.': 'Nie ma czego cofnąć.',
  'Only what a command wrote can be; what you edited yourself, git has.':
    'Cofnąć można tylko to, co zapisało polecenie; własne zmiany ma git.',
  'What git has of before: git diff': 'Co git ma sprzed zmiany: git diff',
  'Nothing was taken back. See what changed since: git diff':
    'Nic nie cofnięto. Co się od tego czasu zmieniło: git diff',
  'Nothing was taken back. A deal is put right by hand: pipeline edit ID':
    'Nic nie cofnięto. Szansę poprawia się ręcznie: pipeline edit ID',
  '{out} would be a file of one table, and there are {count}.':
    '{out} byłby plikiem jednej tabeli, a jest ich {count}.',
  'One of them: {one}. All, in a folder: {all}': 'Jedna z nich: {one}. Wszystkie, w folderze: {all}',
  'Several tables need a place to go to.': 'Kilka tabel potrzebuje miejsca docelowego.',
  'Name a later one: pipeline snapshot list': 'Podaj późniejszą: pipeline snapshot list',
  'There is no earlier snapshot to begin with.': 'Nie ma wcześniejszej migawki, od której można zacząć.',
  'Take one, and look again when something has changed: pipeline snapshot':
    'Zrób ją i zajrzyj znowu, gdy coś się zmieni: pipeline snapshot',
  'One format a file.': 'Jeden plik to jeden format.',
  '--output writes files; "-" is none.': '--output zapisuje pliki; „-” nim nie jest.',
  '--force needs a reason.': '--force wymaga powodu.',
  '--force --why "…": the next review will ask.': '--force --why "…": zapyta o to następny przegląd.',
  '--why gives the reason for --force.': '--why podaje powód dla --force.',
  'Give both, or neither.': 'Podaj oba albo żadnego.',
  '--from-git: there is no commit yet.': '--from-git: nie ma jeszcze żadnego commitu.',
  'Make the first one: git add . && git commit': 'Zrób pierwszy: git add . && git commit',
  'How each way did before: pipeline forecast backtest':
    'Jak każdy sposób sprawdzał się dotąd: pipeline forecast backtest',
  'pipeline backfill makes past snapshots.': 'pipeline backfill tworzy migawki z przeszłości.',
  '--by is of all deals: --owner has no say there.':
    '--by dotyczy wszystkich szans: --owner nic tam nie zmienia.',
  'Leave out --owner, or --by.': 'Pomiń --owner albo --by.',
  'A forecast stands where something is known: pipeline forecast PERIOD looks ahead.':
    'Prognoza stoi tam, gdzie coś wiadomo: pipeline forecast PERIOD patrzy w przód.',
  'pipeline snapshot takes one.': 'pipeline snapshot robi migawkę.',
  'That would be no deal that can be read again.': 'Nie byłaby to szansa, którą da się znowu odczytać.',
  '--since says where to begin, and so does A.': '--since mówi, od kiedy zacząć, i to samo mówi A.',
  'Leave out one of them; beside --since a single word is B, where it ends.':
    'Pomiń jedno z nich; obok --since pojedyncze słowo to B, czyli koniec.',
  '--since walks over every snapshot, and a bridge has two ends.':
    '--since idzie przez wszystkie migawki, a most ma dwa końce.',
  '--since counts movements from snapshot to snapshot: it needs to know which.':
    '--since liczy zmiany od migawki do migawki: musi wiedzieć, które.',
  '--since counts movements, and --every shows bridges: from A to B.':
    '--since liczy zmiany, a --every pokazuje mosty: od A do B.',
  '--every shows bridges, and --only lines of deals.': '--every pokazuje mosty, a --only wiersze szans.',
  '--explain is of one bridge, and --every shows one an interval.':
    '--explain dotyczy jednego mostu, a --every pokazuje most na każdy odstęp.',
  'The sheet says what was drawn.': 'Arkusz mówi, co wylosowano.',
  "The demo's settings are wrong.": 'Ustawienia demo są błędne.',
  'pipeline help lists both.': 'pipeline help wymienia jedne i drugie.',
  'Leave out one.': 'Pomiń jedno.',
  'No open deal meets the conditions.': 'Żadna otwarta szansa nie spełnia warunków.',
  'Look with the same conditions: pipeline list --where …':
    'Zobacz z tymi samymi warunkami: pipeline list --where …',
  '--yes changes them; --dry-run shows what would change.':
    '--yes je zmienia; --dry-run pokazuje, co by się zmieniło.',
  'With --partial nothing is gone, so --gone archive has nothing to archive.':
    'Z --partial nic nie znika, więc --gone archive nie ma czego archiwizować.',
  'Leave out one of the two.': 'Pomiń jedno z dwóch.',
  'Name the last day of the trial.': 'Podaj ostatni dzień próby.',
  '--stage says of which stage a --metric is.': '--stage mówi, którego etapu dotyczy --metric.',
  'coverage is of no single stage.': 'coverage nie dotyczy pojedynczego etapu.',
  'Nothing was written.': 'Nic nie zapisano.',
  'pipeline backfill FILE… --from history reads those of a CRM.':
    'pipeline backfill FILE… --from history czyta pliki z CRM.',
  'The workspace is in no git repository, or has no commit yet.':
    'Przestrzeń robocza nie jest w repozytorium gita albo nie ma jeszcze żadnego commitu.',
  'pipeline backfill --from dates goes by the dates in the deals.':
    'pipeline backfill --from dates korzysta z dat w szansach.',
  'No deal here comes from an export yet.': 'Żadna szansa nie pochodzi tu jeszcze z eksportu.',
  'Import the newest one first, so that stages, columns and ids are settled: pipeline import EXPORT':
    'Najpierw zaimportuj najnowszy, aby ustalić etapy, kolumny i id: pipeline import EXPORT',
  'Which exports, or which folder of them?': 'Które eksporty albo który folder z nimi?',
  'pipeline backfill exports/ --from exports: the days are those in their names':
    'pipeline backfill exports/ --from exports: dni są w nazwach plików',
  'Which files hold the history?': 'Które pliki zawierają historię?',
  "Known are OpportunityHistory, OpportunityFieldHistory, HubSpot's property history and tables with _fivetran_start.":
    'Znane są: OpportunityHistory, OpportunityFieldHistory, historia właściwości z HubSpot i tabele z _fivetran_start.',
  'Import the deals first, with their ids: pipeline import EXPORT':
    'Najpierw zaimportuj szanse z ich id: pipeline import EXPORT',
  'Mend the files first.': 'Najpierw popraw pliki.',
  'Move it away, or name another place with {option}.': 'Przenieś go albo podaj inne miejsce przez {option}.',
  'pipeline clean --plan clean.yaml writes such a file.':
    'pipeline clean --plan clean.yaml zapisuje taki plik.',
  'Say it then.': 'Powiedz to wtedy.',
  'Name a day from then on.': 'Podaj dzień nie wcześniejszy.',
  'Write it down when it is said.': 'Zapisz ją, gdy padnie.',
  'A call can be no less than nothing.': 'Ocena nie może być mniejsza od zera.',
  'pipeline check --no-baseline looks past it.': 'pipeline check --no-baseline go pomija.',
  'Begin one with all findings that there are: pipeline check --write-baseline':
    'Zacznij od wszystkich obecnych uwag: pipeline check --write-baseline',
  '--between: git tells of no commit here.': '--between: git nie zna tu żadnego commitu.',
  'The first one begins it: git add . && git commit': 'Zaczyna się od pierwszego: git add . && git commit',
  'The library reads, and writes nothing.': 'Biblioteka czyta i niczego nie zapisuje.',
  'Run the command itself: pipeline --help': 'Uruchom samo polecenie: pipeline --help',
  'There is no snapshot in that time.': 'W tym czasie nie ma migawki.',
  'pipeline snapshot takes one; pipeline backfill makes past ones.':
    'pipeline snapshot robi migawkę; pipeline backfill tworzy te z przeszłości.',
  'There is no review sheet of the last four quarters.':
    'Nie ma arkusza przeglądu z ostatnich czterech kwartałów.',
  'There is no review sheet in that time.': 'W tym czasie nie ma arkusza przeglądu.',
  'pipeline review --sheet writes one.': 'pipeline review --sheet go zapisuje.',
  'What was promised is told as of today alone.': 'O obietnicach mówi się tylko według stanu na dziś.',
  'pipeline actions lists it.': 'pipeline actions je wymienia.',
  'Two snapshots are compared with --flow alone.': 'Dwie migawki porównuje tylko --flow.',
  'What is said is missing.': 'Brakuje tego, co powiedziano.',
  'Write it down then.': 'Zapisz to wtedy.',
  'There is no deal here yet.': 'Nie ma tu jeszcze żadnej szansy.',
  'A deal is a file in deals/; pipeline import brings many.':
    'Szansa to plik w deals/; wiele naraz wczytuje pipeline import.',
  'There is no SQL.': 'Nie ma SQL.',
  'pipeline query lists the tables.': 'pipeline query wymienia tabele.',
  '--fail is of all snapshots: a gap is between two of them.':
    '--fail dotyczy wszystkich migawek: luka jest między dwiema.',
  'Name a snapshot, or say --all.': 'Podaj migawkę albo --all.',
  'There is no snapshot yet.': 'Nie ma jeszcze żadnej migawki.',
  'Take one: pipeline snapshot': 'Zrób ją: pipeline snapshot',
  'The working set is no snapshot: there is nothing to verify yet.':
    'Stan roboczy nie jest migawką: nie ma jeszcze czego weryfikować.',
  'pipeline check looks at the deals themselves.': 'pipeline check sprawdza same szanse.',
  '--dry-run is of --sheet and --apply: a review writes nothing else.':
    '--dry-run dotyczy --sheet i --apply: nic innego przegląd nie zapisuje.',
  '--sheet is of today: nobody can hold a review in the past.':
    '--sheet jest na dziś: przeglądu nie da się przeprowadzić w przeszłości.',
  'Leave out --as-of.': 'Pomiń --as-of.',
  'There is no freshness index to hold against the limit.':
    'Nie ma wskaźnika aktualności, który dałoby się porównać z progiem.',
  'Import or write down activities, or leave out min_freshness and min_judged.':
    'Zaimportuj lub zapisz aktywności albo pomiń min_freshness i min_judged.',
  '--by shows the forecast alone: --method has no say there.':
    '--by pokazuje samą prognozę: --method nic tam nie zmienia.',
  'pipeline forecast backtest --by owner holds each way against what came.':
    'pipeline forecast backtest --by owner porównuje każdy sposób z tym, co zaszło.',
  'Name the day of the meeting before.': 'Podaj dzień poprzedniego spotkania.',
  'There is nobody to ask: fix asks at a terminal.': 'Nie ma kogo pytać: fix pyta w terminalu.',
  'What it would ask: pipeline fix --dry-run': 'O co by zapytało: pipeline fix --dry-run',
  '--again and --replace exclude each other.': '--again i --replace wykluczają się.',
  'Give one of the two.': 'Podaj jedno z dwóch.',
  'Nothing was written: nobody is here to be asked.': 'Nic nie zapisano: nie ma tu kogo zapytać.',
  '--dry-run shows what would be written, --yes writes it.':
    '--dry-run pokazuje, co zostałoby zapisane, a --yes to zapisuje.',
  'Of all else the agenda sees when it was done.': 'O wszystkim innym agenda wie sama, kiedy je zrobiono.',
  'Name the deal that stays, and the other one.': 'Podaj szansę, która zostaje, i tę drugą.',
  'Why does it go on?': 'Dlaczego ma iść dalej?',
  '--why "…": the next review will ask.': '--why "…": zapyta o to następny przegląd.',
  'There is no such open deal: nothing was checked.': 'Nie ma takiej otwartej szansy: nic nie sprawdzono.',
  'The rule "stale" is off: there is nothing to look at.':
    'Reguła „stale” jest wyłączona: nie ma na co patrzeć.',
  'Set it in pipeline.yaml under rules: stale: warning': 'Ustaw ją w pipeline.yaml pod rules: stale: warning',
  'Import or write down activities, or run it without --fail.':
    'Zaimportuj lub zapisz aktywności albo uruchom bez --fail.',
  'Which deal?': 'Która szansa?',
  'What is to be set?': 'Co ma być ustawione?',
  '--list and --dry-run exclude each other.': '--list i --dry-run wykluczają się.',
  'Leave one of the two out.': 'Pomiń jedno z dwóch.',
  '--plan and --apply exclude each other.': '--plan i --apply wykluczają się.',
  '--quarter does not go with --apply.': '--quarter nie łączy się z --apply.',
  'The plan names its quarter.': 'Kwartał podaje plan.',
  '--from is missing: what is to tell the past?': 'Brakuje --from: co ma opowiedzieć przeszłość?',
  'pipeline backfill --from git: as the deals were committed; --from dates: by the dates in the deals; FILE --from history':
    'pipeline backfill --from git: tak, jak zatwierdzano szanse; --from dates: według dat w szansach; FILE --from history',
  '--on names the days; --every, --since and --until have nothing to add.':
    '--on podaje dni; --every, --since i --until nic tu nie dodają.',
  'Leave out --on, or the others.': 'Pomiń --on albo pozostałe.',
  'Exports have days of their own: --every has no say there.':
    'Eksporty mają własne dni: --every nic tam nie zmienia.',
  'Leave out --every; --on, --since and --until choose among the exports.':
    'Pomiń --every; --on, --since i --until wybierają spośród eksportów.',
  'Write 2026-Q4, 2026-11, 2026-W48, 2026, 2026-10-01..2026-12-31, this-quarter, last-month, …':
    'Napisz 2026-Q4, 2026-11, 2026-W48, 2026, 2026-10-01..2026-12-31, this-quarter, last-month, …',
  'The amounts are too large to be added up exactly.': 'Kwoty są za duże, aby je dokładnie dodać.',
  'Look for a mistyped amount among the deals.': 'Poszukaj wśród szans kwoty z literówką.',
} as const;
