// The past as old exports show it: they are imported one after another into a workspace of their own, as they would
// have been at the time, so that a stage is dated by the export that first shows it.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { type Opened, openBook } from '../book/open.ts';
import type { RejectedFact } from '../crm-import/facts.ts';
import { type ImportRequest, importExports } from '../crm-import/import-exports.ts';
import { IMPORTS, storedMappings } from '../crm-import/stored-mappings.ts';
import type { Deal, Source } from '../deal/deal.ts';
import { mintId } from '../deal/mint-id.ts';
import { archiveFolder } from '../workspace/deal-files.ts';
import { SETTINGS_FILE } from '../workspace/find.ts';
import { withLock } from '../workspace/lock.ts';
import { makePrivateFolder, privatePath } from '../workspace/private-folder.ts';
import { processThen } from '../workspace/process-then.ts';
import type { Settings } from '../workspace/settings.ts';
import { commitFiles } from '../workspace/transaction.ts';
import type { PastSource, PastState } from './source.ts';

export interface ExportsInput {
  readonly root: string;
  /** Today's, here and in the archive: the same record of the CRM keeps its id. */
  readonly deals: readonly Deal[];
  readonly settings: Settings;
  /** Ascending. */
  readonly days: readonly Day[];
  /** The import of a day's files. */
  request(day: Day): Promise<ImportRequest>;
  readonly now: Date;
  readonly toolVersion: string;
}

/** The source that these exports are. It is to be asked for days in order; an earlier one begins anew. */
export function pastFromExports(input: ExportsInput): PastSource {
  const replay = new Replay(input);
  const identity = new Identities(input.deals);
  return {
    origin: 'backfill-exports',
    assumed: [],
    since: input.days[0],
    days: input.days,
    unplaced: [],
    at: async (day) => identity.settle(await replay.at(day)),
    rejected: () => replay.rejected,
    close: () => replay.close(),
  };
}

/** A workspace in which the exports up to a day have been imported. */
class Replay {
  readonly #input: ExportsInput;
  #root: string | undefined;
  #done: Day | undefined;
  rejected: RejectedFact[] = [];

  constructor(input: ExportsInput) {
    this.#input = input;
  }

  async at(day: Day): Promise<PastState> {
    if (this.#done !== undefined && day < this.#done) this.close();
    const root = this.#root ?? this.#begin();
    for (const next of this.#input.days) {
      if (next > day || (this.#done !== undefined && next <= this.#done)) continue;
      await this.#import(root, next);
      this.#done = next;
    }
    const opened = await this.#open(root, day);
    try {
      return stateOf(opened, this.#input.settings, day);
    } finally {
      opened.close();
    }
  }

  #begin(): string {
    makePrivateFolder(this.#input.root);
    const root = mkdtempSync(privatePath(this.#input.root, 'replay-'));
    this.#root = root;
    this.rejected = [];
    mkdirSync(join(root, IMPORTS));
    const copy = (path: string) =>
      writeFileSync(join(root, path), readFileSync(join(this.#input.root, path)));
    copy(SETTINGS_FILE);
    for (const system of storedMappings(this.#input.root).keys()) copy(`${IMPORTS}/${system}.yaml`);
    return root;
  }

  async #import(root: string, day: Day): Promise<void> {
    const { now } = this.#input;
    await withLock(root, { command: 'backfill', now }, async () => {
      const opened = await this.#open(root, day);
      try {
        const { facts, files } = await importExports(opened, await this.#input.request(day));
        this.rejected.push(...facts.rejected);
        await commitFiles(root, files);
      } finally {
        opened.close();
      }
    });
  }

  #open(root: string, day: Day): Promise<Opened> {
    const { now, toolVersion } = this.#input;
    return openBook(root, { today: () => day, now, toolVersion });
  }

  /** Leaves nothing behind. */
  close(): void {
    if (this.#root !== undefined) rmSync(this.#root, { recursive: true, force: true });
    this.#root = undefined;
    this.#done = undefined;
  }
}

function stateOf({ book, archive }: Opened, settings: Settings, day: Day): PastState {
  const [unread] = book.problems.filter(({ severity }) => severity === 'error');
  if (unread !== undefined)
    throw new Failure(
      'deals-unreadable',
      said("A deal of the export of {day} can't be read: {message}", { day, message: unread.message }),
    );
  return {
    deals: [...book.deals.values()],
    archived: [...archive.values()].map((deal) => ({ deal, folder: archiveFolder(deal.path) ?? '' })),
    unread: [],
    settings: { ...settings, process: processThen(settings, day) },
    commit: '',
  };
}

/** Gives each deal of the replay the id that its record of the CRM has today, or one that no deal has. */
class Identities {
  readonly #bySource = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(deals: readonly Deal[]) {
    for (const { id, source } of deals) {
      this.#taken.add(id);
      if (source !== undefined) this.#bySource.set(keyOf(source), id);
    }
  }

  settle(state: PastState): PastState {
    const named = (deal: Deal): Deal => ({ ...deal, id: this.#idOf(deal) });
    return {
      ...state,
      deals: state.deals.map(named),
      archived: state.archived.map(({ deal, folder }) => ({ deal: named(deal), folder })),
    };
  }

  #idOf({ id, name, account, source }: Deal): string {
    if (source === undefined) return id;
    const known = this.#bySource.get(keyOf(source));
    if (known !== undefined) return known;
    const taken = (candidate: string) => this.#taken.has(candidate);
    const given = taken(id) ? mintId({ account, name, source, taken, tail: () => '' }) : id;
    this.#taken.add(given);
    this.#bySource.set(keyOf(source), given);
    return given;
  }
}

function keyOf({ system, id }: Source): string {
  return `${system}:${id}`;
}
