import { isAbsolute } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { homepage, version } from '../../../package.json';
import { inLocale, localeOf } from '../../core/messages/index.js';
import type { Issue, Place } from '../../core/report.js';
import { RULES } from '../../core/rules/index.js';
import { LOCALE } from '../locale.js';
import { rulePage } from '../rule-page.js';
import type { Reporter } from './reporter.js';

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. */
export const sarifReport: Reporter = ({ files, troubles }) =>
  JSON.stringify(
    {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: { name: 'prfaq', semanticVersion: version, informationUri: homepage, rules: RULES.map(ruleOf) },
          },
          columnKind: 'utf16CodeUnits',
          invocations: [
            {
              executionSuccessful: troubles.length === 0,
              toolExecutionNotifications: troubles.map(({ path, message }) => ({
                level: 'error',
                message: { text: message },
                locations: [{ physicalLocation: { artifactLocation: locate(path) } }],
              })),
            },
          ],
          results: files.flatMap(({ path, issues }) => issues.map((issue) => resultOf(path, issue))),
        },
      ],
    },
    null,
    2,
  );

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note', off: 'none' } as const;

function ruleOf({ id, summary, severity }: (typeof RULES)[number]) {
  return {
    id,
    shortDescription: { text: inLocale(summary, localeOf(LOCALE)) },
    helpUri: rulePage(id),
    defaultConfiguration: { enabled: severity !== 'off', level: LEVELS[severity] },
  };
}

const RULE_INDEX = new Map(RULES.map(({ id }, index) => [id, index]));

function resultOf(path: string, issue: Issue) {
  const artifactLocation = locate(path);
  return {
    ruleId: issue.rule,
    ruleIndex: RULE_INDEX.get(issue.rule),
    level: LEVELS[issue.severity],
    message: { text: issue.message },
    locations: [{ physicalLocation: { artifactLocation, region: region(issue) } }],
    fixes: issue.fixes.map(({ title, edits }) => ({
      description: { text: title },
      artifactChanges: [
        {
          artifactLocation,
          replacements: edits.map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } })),
        },
      ],
    })),
  };
}

function region({ line, column, endLine, endColumn }: Place) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A path as a URI: relative to the top of the sources where it is relative, with `/` on Windows too. */
function locate(path: string) {
  if (isAbsolute(path)) return { uri: pathToFileURL(path).href };
  const slashes = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  const uri = slashes
    .replace(/^(?:\.\/)+/, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}
