// A workspace under git: who committed what, and when.

import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Desk, desk } from '../crm-import/desk.ts';

export interface Repository extends Desk {
  git(...words: string[]): string;
  /** Commits everything there is as of that moment. @returns the commit */
  commit(at: string, author?: string): string;
  /** Merges a branch into the one at hand, whatever conflicts being as `settle` leaves them. @returns the commit */
  merge(branch: string, at: string, settle?: () => void): string;
  settings(stages: string, more?: string): void;
  deal(id: string, ...lines: string[]): void;
  remove(id: string): void;
}

/** PLN, Warsaw, stages lead, qualified and proposal; nothing is committed yet. */
export async function repository(): Promise<Repository> {
  const here = await desk();
  const run = (words: readonly string[], env: Record<string, string> = {}) =>
    execFileSync('git', words, {
      cwd: here.root,
      encoding: 'utf8',
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  const dated = (at: string) => ({ GIT_COMMITTER_DATE: at, GIT_AUTHOR_DATE: at });
  const git = (...words: string[]) => run(words);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Anna Nowak');
  git('config', 'user.email', 'anna@example.com');
  const it: Repository = {
    ...here,
    git,
    commit: (at, author = 'Anna Nowak') => {
      git('add', '--all');
      run(['commit', '--quiet', '--allow-empty', '--message', at], { ...dated(at), GIT_AUTHOR_NAME: author });
      return git('rev-parse', 'HEAD');
    },
    merge: (branch, at, settle) => {
      try {
        run(['merge', '--quiet', '--no-ff', '--no-commit', branch], dated(at));
      } catch (error) {
        if (settle === undefined) throw error;
      }
      settle?.();
      return it.commit(at);
    },
    settings: (stages, more = '') =>
      here.write(
        'pipeline.yaml',
        `format: 1\nname: acme\ncurrency: PLN\ntime_zone: Europe/Warsaw\nlocale: en\nprocess: {stages: ${stages}}\n${more}`,
      ),
    deal: (id, ...lines) =>
      here.write(
        `deals/2026/${id}.yaml`,
        `${['name: Portal', 'account: Hel', ...(lines.some((line) => line.startsWith('owner:')) ? [] : ['owner: anna']), ...lines].join('\n')}\n`,
      ),
    remove: (id) => rmSync(join(here.root, `deals/2026/${id}.yaml`)),
  };
  it.settings('[lead, qualified, proposal]');
  return it;
}
