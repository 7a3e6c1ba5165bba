// What concerns several settings at once: names that must exist elsewhere, orders, doubles. It looks at the
// tree, not at what zod made of it, so that one wrong value hides no other.

import { decimalsOf, digitsOf, isCurrency, toDecimal } from '../base/money.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import type { TreeNode } from '../deal/tree.ts';
import { isOfWorkspace } from './rule-ids.ts';
import { checkLimits, checkProcess } from './settings-check-process.ts';
import { knownKeys } from './settings-issues.ts';
import {
  checkActivityTypes,
  checkGroups,
  checkOwners,
  checkOwnTypes,
  checkStages,
  type Names,
  namesIn,
} from './settings-names.ts';
import type { Report } from './settings-report.ts';
import { inQuotes } from './settings-report.ts';
import { idsOf, itemsOf, keysOf, repeated, textAt, textOf, textsOf, under } from './settings-tree.ts';

/** Reports everything that no single value shows. */
export function checkSettings(tree: TreeNode, report: Report): void {
  const names = namesIn(tree);
  checkRates(tree, report);
  checkTeam(tree, names, report);
  checkProcess(tree, names, report);
  checkDoubles(tree, report);
  const freshness = under(tree, 'freshness');
  if (freshness !== undefined) checkLimits(freshness, undefined, report);
  checkActivityTypes(textsOf(under(freshness, 'not_activities')), names, report);
  checkOwnTypes(textsOf(under(tree, 'activity_types')), report);
  checkRules(tree, names, report);
  checkStages(keysOf(under(tree, 'review', 'questions', 'stages')), names, report);
  checkTargets(tree, names, report);
  checkKeys(tree, report);
}

function checkRules(tree: TreeNode, names: Names, report: Report): void {
  const rules = under(tree, 'rules');
  for (const { text: rule } of keysOf(rules)) {
    for (const part of ['groups', 'stages'] as const) {
      const differing = keysOf(under(rules, rule, part));
      if (!isOfWorkspace(rule)) CHECKS[part](differing, names, report);
      else {
        for (const { at } of differing.slice(0, 1)) {
          const message =
            part === 'groups'
              ? said('{rule} is about the workspace: no group differs.', { rule })
              : said('{rule} is about the workspace: no stage differs.', { rule });
          report(at, message, said('Set its severity alone, or take {part} out.', { part }));
        }
      }
    }
  }
}

const CHECKS = { groups: checkGroups, stages: checkStages } as const;

/** Reports keys that any object of the program has: as the key of a map they would be taken for those. */
function checkKeys(node: TreeNode, report: Report): void {
  for (const item of itemsOf(node)) checkKeys(item, report);
  if (node.kind !== 'map') return;
  for (const { key, from, value } of node.entries) {
    if (key in {} || key.replace(/^custom\./, '') in {}) {
      report(
        from,
        said('{key} cannot be a key.', { key: inQuotes(key) }),
        'It is a word of the program itself: choose another.',
      );
    }
    checkKeys(value, report);
  }
}

function checkRates(tree: TreeNode, report: Report): void {
  const own = textOf(under(tree, 'currency'));
  const seen = new Set<string>();
  for (const dated of itemsOf(under(tree, 'rates'))) {
    const on = textOf(under(dated, 'on'));
    for (const { text, at } of keysOf(dated)) {
      if (text === 'on') continue;
      const once = `${on} ${text}`;
      if (!isCurrency(text)) reportNoCurrency(text, at, report);
      else if (text === own) {
        report(at, said('{text} is the reporting currency.', { text }), 'Its rate is always 1: take it out.');
      } else if (on !== undefined && seen.has(once)) {
        report(at, said('{text} has two rates of {on}.', { text, on: inQuotes(on) }), 'Keep one.');
      }
      seen.add(once);
    }
  }
}

function reportNoCurrency(text: string, at: number, report: Report): void {
  const capitals = text.toUpperCase();
  const hint = isCurrency(capitals)
    ? said('Write {word}.', { word: capitals })
    : 'The codes are those of ISO 4217: EUR, USD, GBP, PLN.';
  report(at, said('{text} is no currency code.', { text: inQuotes(text) }), hint);
}

function checkTeam(tree: TreeNode, names: Names, report: Report): void {
  const members = itemsOf(under(tree, 'team'));
  for (const { text, at } of repeated(idsOf(members))) {
    report(
      at,
      said('{text} is in the team twice.', { text: inQuotes(text) }),
      'Give each person an id of their own.',
    );
  }
  const also = members.flatMap((member) =>
    textsOf(under(member, 'also')).map((other) => ({ ...other, of: idsOf([member])[0]?.text })),
  );
  for (const { text, at, of } of also) {
    if (names.team.has(text) && text !== of) {
      report(
        at,
        said('{text} is the id of somebody else.', { text: inQuotes(text) }),
        'A name leads to one person.',
      );
    }
  }
  for (const { text, at } of repeated(also)) {
    report(
      at,
      said('{text} stands under `also` twice.', { text: inQuotes(text) }),
      'A name leads to one person: take one out.',
    );
  }
}

const LISTS = [['lost_reasons'], ['activity_types'], ['categories'], ['snapshot', 'custom']] as const;

function checkDoubles(tree: TreeNode, report: Report): void {
  for (const path of LISTS) {
    for (const { text, at } of repeated(textsOf(under(tree, ...path)))) {
      report(
        at,
        said('{text} is in {path} twice.', { text: inQuotes(text), path: path.join('.') }),
        'Take one out.',
      );
    }
  }
}

function checkTargets(tree: TreeNode, names: Names, report: Report): void {
  const keys = knownKeys(['plan', 'targets', 0]);
  const currency = textOf(under(tree, 'currency'));
  const digits = currency !== undefined && isCurrency(currency) ? digitsOf(currency) : undefined;
  for (const target of itemsOf(under(tree, 'plan', 'targets'))) {
    checkOwners(textAt(under(target, 'owner')), names, report);
    checkGroups(textAt(under(target, 'group')), names, report);
    checkStages(textAt(under(target, 'stage')), names, report);
    for (const { text, at } of keysOf(target)) {
      if (keys.includes(text) || /^custom\../.test(text)) continue;
      report(at, said('Unknown key {text} in plan.targets.', { text: inQuotes(text) }), () =>
        didYouMean(
          text,
          keys,
          said('The keys here are {keys}; a custom field is written custom.KEY.', { keys: keys.join(', ') }),
        ),
      );
    }
    for (const { text, at } of textAt(under(target, 'target'))) {
      const amount = toDecimal(text);
      if (amount === undefined || digits === undefined || decimalsOf(amount) <= digits) continue;
      report(
        at,
        said('{text} has more decimals than {currency}, which has {digits}.', {
          text: inQuotes(text),
          currency: currency ?? '',
          digits,
        }),
        'Round it.',
      );
    }
  }
}
