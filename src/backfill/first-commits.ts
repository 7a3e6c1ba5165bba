// When each line of a deal was first committed: a day of writing that nobody can dress up.

import type { Calendar } from '../base/calendar.ts';
import type { Day } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import type { Deal } from '../deal/deal.ts';
import { formerIdsOf } from '../deal/former-ids.ts';
import { type ProcessStage, stageCalled } from '../deal/process.ts';
import type { DealMoments, Moment, MomentsOf } from '../discipline/moments.ts';
import { idOf, isDealPath } from '../workspace/deal-files.ts';
import type { GitFiles } from '../workspace/git-past.ts';
import type { CommitStep } from '../workspace/git-steps.ts';
import { readingOf } from './committed-deals.ts';

export interface FirstCommitsFacts {
  readonly git: GitFiles;
  /** What commits did below deals/ and archive/. */
  readonly steps: readonly CommitStep[];
  /** The ids of deals that HEAD has: one of them that no step tells of is older than all of these. */
  readonly committed: ReadonlySet<string>;
  /** Whether history is cut off: then no commit here is the first with deals. */
  readonly isShallow: boolean;
  /** The deals that are asked for. One that another was merged into has that one's past as well. */
  readonly deals: readonly Deal[];
  readonly stages: readonly Pick<ProcessStage, 'id' | 'was'>[];
  readonly currency: string;
  readonly dayOf: Calendar;
  readonly today: Day;
}

/**
 * The first commit that has a line, under whatever id and in whatever folder its deal lay then. A line is the same while
 * its day and its type or stage are: who mends a note does not write it anew. What the first commit with deals has, or one
 * without parents, was there before; on the day of it at the latest.
 * @throws Failure `io` where the repository can't tell
 */
export function firstCommits(facts: FirstCommitsFacts): MomentsOf {
  const { committed, dayOf, today, stages } = facts;
  const pasts = new Pasts(facts).read();
  const moment = (first: First | undefined, on: Day | undefined, isOld: boolean): Moment => {
    if (first === undefined) return { unknown: isOld ? 'before-git' : 'not-committed' };
    const day = Number.isFinite(first.atMs) ? dayOf(first.atMs) : undefined;
    if (day === undefined) return { unknown: 'before-git' };
    if (first.isOlder && (on === undefined || on < day)) return { unknown: 'before-git' };
    return day > today ? { unknown: 'dated-ahead' } : { day };
  };
  return (deal): DealMoments => {
    const firsts = pasts.get(deal.id);
    const isOld = firsts === undefined && committed.has(deal.id);
    const keys = keysOf(deal, stages);
    const at = (key: string, on: Day | undefined) => moment(firsts?.get(key), on, isOld);
    return {
      entry: at(ENTRY, deal.created),
      stages: deal.stages.map(({ on }, place) => at(keys.stages[place] ?? '', on)),
      activities: deal.activities.map(({ on }, place) => at(keys.activities[place] ?? '', on)),
    };
  };
}

/** Of a line: the earliest commit that has it. */
interface First {
  /** −∞: it stood there before the first commit that this clone has. */
  readonly atMs: number;
  /** That commit tells what was there, not who wrote it: the first with deals, or one without parents. */
  readonly isOlder: boolean;
}

type Firsts = Map<string, First>;

interface Version {
  readonly path: string;
  readonly content: string;
  readonly first: First;
}

/** Files at a time, as in deal-steps: as many as may be held, were each as large as a deal's may be. */
const LOAD = 1000;
const ENTRY = 'entry';

class Pasts {
  readonly #facts: FirstCommitsFacts;
  readonly #versions: ReadonlyMap<string, readonly Version[]>;
  /** By id of a file: the deals whose past it is. */
  readonly #heirs = new Map<string, Set<string>>();
  readonly #firsts = new Map<string, Firsts>();
  readonly #current: ReadonlySet<string>;

  constructor(facts: FirstCommitsFacts) {
    this.#facts = facts;
    this.#versions = grouped(versionsIn(facts), ({ path }) => idOf(path));
    this.#current = new Set(facts.deals.map(({ id }) => id));
  }

  /** By deal. A deal that no commit has anything of is absent. */
  read(): ReadonlyMap<string, Firsts> {
    let fresh: string[] = [];
    const add = (id: string, heir: string) => {
      const heirs = this.#heirs.get(id) ?? new Set();
      if (heirs.has(heir) || !this.#versions.has(id)) return;
      this.#heirs.set(id, heirs.add(heir));
      fresh.push(id);
    };
    const mergedInto = new Map(this.#facts.deals.map((deal) => [deal.id, deal.mergedInto]));
    for (const deal of this.#facts.deals) {
      const { id } = deal;
      add(id, id);
      for (const former of formerIdsOf(deal)) if (!this.#current.has(former)) add(former, id);
      const heirs = new Set<string>();
      for (
        let heir = mergedInto.get(id) ?? '';
        heir !== '' && !heirs.has(heir);
        heir = mergedInto.get(heir) ?? ''
      ) {
        heirs.add(heir);
        add(id, heir);
      }
    }
    while (fresh.length > 0) {
      const ids = new Set(fresh);
      fresh = [];
      this.#readAll([...ids], (id, deal) => {
        for (const former of formerIdsOf(deal)) {
          if (this.#current.has(former)) continue;
          for (const heir of this.#heirs.get(id) ?? []) add(former, heir);
        }
      });
    }
    return this.#firsts;
  }

  #readAll(ids: readonly string[], visit: (id: string, deal: Deal) => void): void {
    const versions = ids.flatMap((id) => this.#versions.get(id) ?? []);
    for (let start = 0; start < versions.length; start += LOAD) {
      const load = versions.slice(start, start + LOAD);
      const contents = this.#facts.git.contents([...new Set(load.map(({ content }) => content))]);
      for (const { path, content, first } of load) {
        const id = idOf(path);
        this.#note(id, ENTRY, first);
        const bytes = contents.get(content);
        const file = { path, id: content, size: bytes?.length ?? 0, isLink: false };
        const reading = readingOf(file, bytes, this.#facts.currency);
        if (!('deal' in reading)) continue; // until it can be read again nobody sees its lines
        const keys = keysOf(reading.deal, this.#facts.stages);
        for (const key of [...keys.stages, ...keys.activities]) this.#note(id, key, first);
        visit(id, reading.deal);
      }
    }
  }

  #note(id: string, key: string, first: First): void {
    for (const heir of this.#heirs.get(id) ?? []) {
      const firsts = this.#firsts.get(heir) ?? new Map<string, First>();
      this.#firsts.set(heir, firsts);
      const known = firsts.get(key);
      if (known === undefined || first.atMs < known.atMs) firsts.set(key, first);
    }
  }
}

/** Each content once, with the earliest commit that made it; what a commit found there and none made is older than all. */
function versionsIn({ steps, isShallow }: FirstCommitsFacts): Version[] {
  const versions = new Map<string, Version>();
  const add = (path: string, content: string | undefined, first: First) => {
    if (content === undefined) return;
    const key = `${content} ${path}`;
    const known = versions.get(key);
    if (known === undefined || first.atMs < known.first.atMs) versions.set(key, { path, content, first });
  };
  const made = new Set(steps.flatMap(({ files }) => files.flatMap(({ after }) => after ?? [])));
  const begun = steps.find(({ files }) =>
    files.some(({ path, after }) => after !== undefined && isDealPath(path)),
  );
  for (const { commit, atMs, hasParents, files } of steps) {
    const isOlder = !hasParents || (!isShallow && commit === begun?.commit);
    for (const { path, before, after } of files) {
      if (!isDealPath(path)) continue;
      add(path, after, { atMs, isOlder });
      if (before !== undefined && !made.has(before)) {
        add(path, before, { atMs: Number.NEGATIVE_INFINITY, isOlder: true });
      }
    }
  }
  return [...versions.values()];
}

/** What a line is known by: its day, its type or stage, and the how-manieth of its like it is. */
function keysOf(
  { stages, activities }: Deal,
  process: FirstCommitsFacts['stages'],
): { readonly stages: readonly string[]; readonly activities: readonly string[] } {
  const seen = new Map<string, number>();
  const numbered = (key: string) => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${key} ${count}`;
  };
  return {
    stages: stages.map(({ stage, on }) =>
      numbered(`stage ${on} ${stageCalled(process, stage)?.id ?? stage}`),
    ),
    activities: activities.map(({ type, on }) => numbered(`activity ${on} ${type}`)),
  };
}
