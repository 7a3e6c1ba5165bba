// Annotations as SARIF 2.1.0: what GitHub's code scanning and other services read. Every text is made safe, and
// places are relative to the repository's root.

import type { Annotation, AnnotationRule, Annotations } from '../page/annotation.ts';
import { renderJson } from './json.ts';
import { safeForSarif, safeForUri } from './safe.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** GitHub refuses a file with more. */
const MOST_RESULTS = 25_000;
const ROOT = '%SRCROOT%';
/** What a finding about no file stands at: there must be one. */
const SETTINGS = 'pipeline.yaml';

export interface SarifSurface {
  /** The workspace's folder within the repository with a slash behind it, '' where it is its root. */
  readonly folder: string;
  readonly version: string;
}

/** One run of one tool, the most important results first. */
export function renderSarif(annotations: Annotations, { folder, version }: SarifSurface): string {
  const { ranked, rules, exitStatus } = annotations;
  const places = new Map(rules.map(({ id }, place) => [id, place]));
  const shown = ranked.slice(0, MOST_RESULTS);
  return renderJson({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'pipeline', version, semanticVersion: version, rules: rules.map(descriptor) },
        },
        automationDetails: { id: `pipeline-check/${folder}` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
        invocations: [
          {
            executionSuccessful: exitStatus !== 2,
            exitCode: exitStatus,
            toolExecutionNotifications: notifications(annotations, ranked.length - shown.length),
          },
        ],
        results: shown.map((annotation) => result(annotation, places.get(annotation.rule), folder)),
      },
    ],
  });
}

function descriptor({ id, title, level, what, why, fix }: AnnotationRule): object {
  return {
    id,
    name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: safeForSarif(title) },
    fullDescription: { text: safeForSarif(what) },
    help: {
      text: safeForSarif(`${what}\n${why}\n${fix}`),
      markdown: safeForSarif(`**What** ${what}\n\n**Why** ${why}\n\n**How to fix it** ${fix}`),
    },
    defaultConfiguration: { level },
    properties: { tags: ['sales-pipeline'] },
  };
}

function result(annotation: Annotation, ruleIndex: number | undefined, folder: string): object {
  const { level, rule, id, owner, value, file, line, column, message, hint, fingerprint } = annotation;
  const at = line ?? 1;
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level,
    message: { text: safeForSarif([id, message, hint].reduce(sentences)) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: safeForUri(`${folder}${file ?? SETTINGS}`), uriBaseId: ROOT },
          region: { startLine: at, startColumn: column ?? 1, endLine: at },
        },
        ...(id === '' ? {} : { logicalLocations: [{ name: safeForSarif(id), kind: 'object' }] }),
      },
    ],
    // The first is the only one that GitHub goes by.
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'pipelineFinding/v1': fingerprint },
    suppressions: suppressions(annotation),
    properties: {
      ...(owner === '' ? {} : { owner: safeForSarif(owner) }),
      ...(value === undefined ? {} : { value }),
      failsCheck: annotation.passes === undefined,
    },
  };
}

function sentences(said: string, more: string): string {
  return said === '' || more === '' ? said + more : `${said}${/[.!?]$/.test(said) ? ' ' : ': '}${more}`;
}

/** A waiver stands in the deal's own file. All results have the list where any has. */
function suppressions({ apart, passes = '', waived }: Annotation): readonly object[] {
  if (!apart) return [];
  const kind = waived === undefined ? 'external' : 'inSource';
  return [{ kind, status: 'accepted', justification: safeForSarif(passes) }];
}

/** What was not looked at, and how much is left out. */
function notifications({ rules }: Annotations, left: number): readonly object[] {
  const notEvaluated = rules.flatMap(({ id, notEvaluated: reasons }) =>
    reasons.map((reason) => ({
      descriptor: { id: 'not-evaluated' },
      associatedRule: { id },
      level: 'note',
      message: { text: safeForSarif(`${id}: ${reason}`) },
    })),
  );
  if (left === 0) return notEvaluated;
  const text = `${left} more findings are left out: a file holds ${MOST_RESULTS} at most. The most important are kept.`;
  return [...notEvaluated, { descriptor: { id: 'results-cut' }, level: 'warning', message: { text } }];
}
