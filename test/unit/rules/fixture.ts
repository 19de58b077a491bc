import { readdir } from 'node:fs/promises';
import { expect } from 'chai';
import { Checker } from '../../../src/core/check.js';
import type { OptionsInput, RuleInput } from '../../../src/core/config/input.js';
import { type Options, resolveOptions } from '../../../src/core/config/options.js';
import type { Finding, Fix } from '../../../src/core/model.js';
import { RULES } from '../../../src/core/rules/index.js';
import { LIBRARY } from '../../../src/core/templates/library.js';

/** Where a snippet stands. `whole` is a document by itself. */
export type Place =
  | 'release'
  | 'quote'
  | 'answer'
  | 'appendix'
  | 'body'
  | 'metrics'
  | 'release-ko'
  | 'quote-ko'
  | 'answer-ko'
  | 'whole';

/**
 * What a rule is tested with: snippets by place, `⟦…⟧` around each finding that is expected (a marked line is reported as a whole),
 * `‸` for an empty one.
 */
export interface Cases {
  readonly hits: Partial<Record<Place, readonly string[]>>;
  readonly traps: Partial<Record<Place, readonly string[]>>;
  readonly options?: Readonly<Record<string, unknown>>;
  /** What the team's config says beside. */
  readonly team?: Omit<OptionsInput, 'rules'>;
  /** Whether every hit comes with a fix. */
  readonly fixes?: boolean;
}

const ENGLISH = `---
type: prfaq
---

# Lantern lights the path home

*People who walk home at night see the path before they take it.*

## Press release

### Summary

PORTLAND, March 2, 2027 — Brightpath today opens Lantern, a lamp that walks ahead.

### Problem

People take the long way home, because the short one is dark.

### Solution

{release}

### Leader quote

{quote}

## External FAQ

### What is Lantern?

A lamp.

## Internal FAQ

### What does it cost?

{answer}

## Appendix

{appendix}
`;

const KOREAN = `---
type: prfaq
---

# 등불, 밤길을 먼저 걷는 등 출시

*밤에 걷는 사람은 길을 먼저 봅니다.*

## 보도자료

### 요약

서울, 2027년 3월 2일 — 밝은길이 오늘 등불을 엽니다. 등불은 앞서 걷는 등입니다.

### 문제

사람들은 지름길이 어두워서 먼 길로 돌아갑니다.

### 해결책

{release-ko}

### 대표의 말

{quote-ko}

## 고객 FAQ

### 등불은 무엇입니까?

등입니다.

## 내부 FAQ

### 비용은 얼마입니까?

{answer-ko}
`;

const SIX_PAGER = `---
type: six-pager
---

# Lantern

## Introduction

This document proposes Lantern.

## Problem

People take the long way home.

## Solution

{body}

## Metrics

{metrics}

## Risks

The lamp breaks.
`;

function skeleton(place: Place): string {
  if (place === 'whole') return '{whole}';
  if (place.endsWith('-ko')) return KOREAN;
  return place === 'body' || place === 'metrics' ? SIX_PAGER : ENGLISH;
}

/** What stands where no snippet does. */
const FILLER: Readonly<Record<string, string>> = {
  release: 'A lamp walks ahead.',
  quote: '“The lamp walks ahead of me,” said Ana Ruiz, who leads Brightpath.',
  answer: 'It costs $4.',
  appendix: 'Table 1.',
  body: 'A lamp walks ahead.',
  metrics: 'We control the share of lamps that are charged at dusk.',
  'release-ko': '등이 앞서 걷습니다.',
  'quote-ko': '김하나 밝은길 대표는 “등이 앞서 걷습니다”라고 말했습니다.',
  'answer-ko': '4천 원입니다.',
};

interface Marked {
  readonly text: string;
  /** Offsets of the expected findings. */
  readonly expected: readonly (readonly [number, number])[];
  /** Where the snippet begins and ends. */
  readonly start: number;
  readonly end: number;
}

/** Puts a marked snippet in its place and takes the marks off. */
export function build(place: Place, snippet: string): Marked {
  const document = skeleton(place).replace(/\{([\w-]+)\}/g, (_, name: string) =>
    name === place ? '{here}' : (FILLER[name] ?? ''),
  );
  const at = document.indexOf('{here}');
  // What is found in a heading begins behind its marks; two brackets stand in front of them.
  const marked = document.replace('{here}', () => snippet.replace(/(?<!⟦)⟦(#+\s+)/g, '$1⟦').replaceAll('⟦⟦', '⟦'));
  const expected: [number, number][] = [];
  let text = '';
  let open = -1;
  for (const character of marked) {
    if (character === '⟦') open = text.length;
    else if (character === '⟧') expected.push([open, text.length]);
    else if (character === '‸') expected.push([text.length, text.length]);
    else text += character;
  }
  return { text, expected, start: at, end: at + snippet.replace(/[⟦⟧‸]/g, '').length };
}

/** Options with one rule on. */
export function only(
  rule: string,
  options: Readonly<Record<string, unknown>> = {},
  team: Omit<OptionsInput, 'rules'> = {},
): Options {
  const rules: Record<string, RuleInput> = Object.fromEntries(RULES.map(({ id }) => [id, 'off']));
  rules[rule] = { severity: 'warning', ...options };
  const resolved = resolveOptions({ ...team, rules }, LIBRARY);
  expect(resolved.rules.get(rule)).to.deep.include({ severity: 'warning' });
  expect(resolved.rules.get(rule)!.options).to.deep.include(options);
  return resolved;
}

export function findings(text: string, options: Options): readonly Finding[] {
  return new Checker().check(text, 'draft.md', options).findings;
}

/** Applies edits that must not overlap and must stay inside. */
export function applyFixes(text: string, fixes: readonly Fix[]): string {
  const edits = fixes.flatMap((fix) => fix.edits).sort((a, b) => b.start - a.start || b.end - a.end);
  let out = text;
  let last = text.length;
  for (const edit of edits) {
    expect(edit.start).to.be.within(0, edit.end);
    expect(edit.end, 'an edit reaches into the next').to.be.at.most(last);
    out = out.slice(0, edit.start) + edit.text + out.slice(edit.end);
    last = edit.start;
  }
  return out;
}

/** A document that a rule is tested with. */
export interface Tried {
  readonly rule: string;
  readonly text: string;
  /** Where the snippet begins and ends. */
  readonly start: number;
  readonly end: number;
  /** With that rule on alone. */
  readonly options: Options;
}

const tried: Tried[] = [];

/** Every document that a rule is tested with, for tests that run elsewhere: the tests of the rules are loaded without being run. */
export async function everyTried(): Promise<readonly Tried[]> {
  const mocha = globalThis as { describe?: unknown };
  const { describe } = mocha;
  mocha.describe = () => {};
  try {
    const folder = new URL('./', import.meta.url);
    for (const name of await readdir(folder)) if (name.endsWith('.test.ts')) await import(new URL(name, folder).href);
  } finally {
    mocha.describe = describe;
  }
  return tried;
}

/** Tests a rule on its cases, and on what holds for every rule. */
export function describeRule(rule: string, { hits, traps, options = {}, team = {}, fixes = false }: Cases): void {
  const chosen = only(rule, options, team);
  const all = (cases: Cases['hits']): [Place, string][] =>
    Object.entries(cases).flatMap(([place, snippets]) =>
      snippets.map((snippet): [Place, string] => [place as Place, snippet]),
    );
  for (const [place, snippet] of [...all(hits), ...all(traps)])
    tried.push({ rule, options: chosen, ...build(place, snippet) });
  describe(rule, () => {
    it('is tested with five hits and five traps at least', () => {
      expect(all(hits).length).to.be.at.least(5);
      expect(all(traps).length).to.be.at.least(5);
    });
    for (const [kind, cases] of [
      ['reports', all(hits)],
      ['is silent on', all(traps)],
    ] as const) {
      for (const [place, snippet] of cases) {
        it(`${kind} ${place}: ${snippet.replace(/\s+/g, ' ').slice(0, 70)}`, () => {
          const document = build(place, snippet);
          expect(document.expected.length > 0, 'a hit is marked and a trap is not').to.equal(kind === 'reports');
          expect(places(document.text, findings(document.text, chosen))).to.deep.equal(
            document.expected.map(([start, end]) => document.text.slice(start, end)),
          );
          expect(findings(document.text, chosen).map(({ start, end }) => [start, end])).to.deep.equal(
            document.expected,
          );
        });
      }
    }
    describeInvariants(rule, all(hits), chosen, fixes);
  });
}

function places(text: string, found: readonly Finding[]): string[] {
  return found.map(({ start, end }) => text.slice(start, end));
}

function describeInvariants(rule: string, hits: readonly [Place, string][], options: Options, fixes: boolean): void {
  it('finds the same with CRLF', () => {
    for (const [place, snippet] of hits) {
      const { text } = build(place, snippet);
      const shape = (source: string): unknown[] =>
        new Checker().check(source, 'draft.md', options).findings.map(({ start, end }) => {
          const lines = source.slice(0, start).split(/\r?\n/);
          return [lines.length, lines.at(-1)!.length, source.slice(start, end).replaceAll('\r', '')];
        });
      expect(shape(text.replaceAll('\n', '\r\n')), snippet).to.deep.equal(shape(text));
    }
  });

  it(fixes ? 'fixes what it finds' : 'fixes what it offers to fix', () => {
    for (const [place, snippet] of hits) {
      const { text } = build(place, snippet);
      const found = findings(text, options);
      for (const finding of found) {
        if (fixes) expect(finding.fixes, `${snippet}: no fix`).to.not.have.length(0);
        for (const fix of finding.fixes) {
          const mended = applyFixes(text, [fix]);
          const left = findings(mended, options);
          expect(left.length, `“${fix.title}” leaves the finding in:\n${mended}`).to.equal(found.length - 1);
        }
      }
      const safe = found.flatMap((finding) => finding.fixes.filter((fix) => fix.safe).slice(0, 1));
      const once = applyFixes(text, safe);
      const again = findings(once, options).flatMap((finding) => finding.fixes.filter((fix) => fix.safe).slice(0, 1));
      expect(again, `safe fixes of ${rule} are not done after one run`).to.deep.equal([]);
    }
  });
}
