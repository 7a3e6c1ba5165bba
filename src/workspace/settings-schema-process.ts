// The schema of what pipeline.yaml says under `process`.

import { z } from 'zod';
import { DEAL_KEYS } from '../deal/deal.ts';
import { about, days, flag, id, opt, text, whole } from './settings-leaf.ts';
import { dayOf, daysOrP75, field, share } from './settings-leaves.ts';

const staleLimits = z.strictObject({
  warn_after: opt('process.stages[].stale.warn_after', days(1)),
  error_after: opt('process.stages[].stale.error_after', days(1)),
});

const stage = z.strictObject({
  id: about('process.stages[].id', id()),
  label: opt('process.stages[].label', text()),
  was: opt('process.stages[].was', z.array(id())),
  probability: opt('process.stages[].probability', share()),
  max_days: opt('process.stages[].max_days', daysOrP75()),
  stale: opt('process.stages[].stale', staleLimits),
  requires: opt(
    'process.stages[].requires',
    z.strictObject({
      fields: opt('process.stages[].requires.fields', z.array(field(DEAL_KEYS))),
      activities: opt('process.stages[].requires.activities', z.array(text())),
    }),
  ),
  exit: opt(
    'process.stages[].exit',
    z.array(
      z.strictObject({
        id: about('process.stages[].exit[].id', id()),
        text: opt('process.stages[].exit[].text', text()),
      }),
    ),
  ),
  allow_skip: opt('process.stages[].allow_skip', flag()),
  allow_back: opt('process.stages[].allow_back', flag()),
});

const formerProcess = z.strictObject({
  version: about('process.history[].version', whole(1)),
  since: opt('process.history[].since', dayOf()),
  stages: about('process.history[].stages', z.array(id()).min(1)),
});

export const processSchema = z.strictObject({
  version: opt('process.version', whole(1)),
  since: opt('process.since', dayOf()),
  stages: about('process.stages', z.array(z.union([id(), stage])).min(1)),
  history: opt('process.history', z.array(formerProcess)),
});
