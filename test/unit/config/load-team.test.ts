import assert from 'node:assert/strict';
import { Checker } from '../../../src/core/check.js';
import { resolveOptions } from '../../../src/core/config/options.js';
import { BUILT_IN_KINDS } from '../../../src/core/kinds/index.js';
import { hostOf, load, loadFrom, problemsOf } from './files.js';

describe('A team’s config: what is wrong with it', () => {
  const cases: Readonly<Record<string, readonly [text: string, ...problems: string[]]>> = {
    nothing: [''],
    'only a comment': ['# To be written\n'],
    'keys without values': ['rules:\nkinds:\nvocabulary:\n  allow:\n'],
    'an alias for nothing': [
      'rules: {}\npage: *gone\n',
      '2:7 ‹*gone› There is no “&gone” above, which “*gone” stands for.',
    ],
    'an unknown key': [
      'rulez:\n  weasel-word: off\n',
      '1:1 ‹rulez› rulez: There is no key “rulez” here. Did you mean “rules”?',
    ],
    'an unknown rule': [
      'rules:\n  sentence-lenght: off\n',
      '2:3 ‹sentence-lenght› rules.sentence-lenght: There is no rule “sentence-lenght” here. Did you mean “sentence-length”?',
    ],
    'an unknown option': [
      'rules:\n  sentence-length:\n    maximum: 3\n',
      '3:5 ‹maximum› rules.sentence-length.maximum: There is no option “maximum” here.',
    ],
    'a wrong severity': [
      'rules: { weasel-word: warn }',
      '1:23 ‹warn› rules.weasel-word: Expected one of error, warning, information, hint, off. Did you mean “warning”?',
    ],
    'a severity that YAML reads as no text': [
      'rules:\n  weasel-word: false\n',
      '2:16 ‹false› rules.weasel-word: Expected error, warning, information, hint, off or keys with values.',
    ],
    'a number that is text': [
      'rules:\n  sentence-length:\n    max: "25"\n',
      '3:10 ‹"25"› rules.sentence-length.max: Expected a number.',
    ],
    'a number out of range': ['page: { margin: 9 }', '1:17 ‹9› page.margin: Expected 0.25 to 3.'],
    'a list that is none': ['vocabulary:\n  allow: robust\n', '2:10 ‹robust› vocabulary.allow: Expected a list.'],
    'a kind without a name': [
      'kinds:\n  - pages: { total: 1 }\n',
      '2:5 ‹pages: { total: 1 }› kinds[0]: The key “id” is missing.',
    ],
    'a kind without sections': ['kinds:\n  - id: memo\n', '2:9 ‹memo› kinds[0].id: The kind “memo” has no sections.'],
    'a name that is none': [
      'kinds:\n  - id: Decision Memo\n    sections: [{ id: a }]\n',
      '2:9 ‹Decision Memo› kinds[0].id: Expected small letters, digits and hyphens, such as decision-memo.',
    ],
    'a section that stands twice': [
      'kinds: [{ id: memo, sections: [{ id: a }, { id: a }] }]',
      '1:49 ‹a› kinds[0].sections[1].id: “a” stands twice.',
    ],
    'fewest over most': [
      'kinds:\n  - id: prfaq\n    sections:\n      - { id: summary, words: { min: 9, max: 3 } }\n',
      '4:38 ‹9› kinds[0].sections[0].words.min: The fewest words are more than the most.',
    ],
    'an unknown kind': [
      'files:\n  "memos/**": six-page\n',
      '2:15 ‹six-page› files.memos/**: There is no kind “six-page”. Did you mean “six-pager”? Kinds are listed under “kinds”; “none” leaves documents alone.',
    ],
    'an override with an unknown rule': [
      'files:\n  "memos/**":\n    rules:\n      weasel: off\n',
      '4:7 ‹weasel› files.memos/**.rules.weasel: There is no rule “weasel” here. Did you mean “weasel-word”?',
    ],
    'an avoided word that is neither phrase nor pattern': [
      'vocabulary:\n  avoid:\n    - instead: use\n',
      '3:7 ‹instead: use› vocabulary.avoid[0]: Give either a phrase or a pattern.',
    ],
    'a pattern that is none': [
      'vocabulary:\n  avoid:\n    - pattern: syn(ergy\n',
      '3:16 ‹syn(ergy› vocabulary.avoid[0].pattern: This pattern can’t be used: missing closing ): `syn(ergy`',
    ],
    'a pattern that could only be slow': [
      'vocabulary:\n  avoid:\n    - pattern: ((a?){30}){30}z\n',
      '3:16 ‹((a?){30}){30}z› vocabulary.avoid[0].pattern: Too large to be fast, together with the patterns before it.',
    ],
    'a key that stands twice': [
      'rules:\n  weasel-word: off\nrules:\n  hype-word: off\n',
      '3:1 ‹rules› This key stands twice.',
    ],
    'a tab': ['rules:\n\tweasel-word: off\n', '2:1 ‹\t› Indent with spaces: YAML takes no tabs.'],
    'broken brackets': [
      'rules: { weasel-word: off\n',
      '1:26 ‹› Something is missing here, such as a colon, comma, quotation mark or bracket.',
    ],
    'two documents': [
      'rules: {}\n---\nrules: {}\n',
      '2:1 ‹---› One document a file: nothing after a second “---” is read.',
    ],
    'a text for all': ['off\n', '1:1 ‹off› Expected keys with values.'],
    'a list for all': ['- rules\n', '1:1 ‹- rules› Expected keys with values.'],
    'names of JavaScript’s own': [
      '__proto__: { rules: 1 }\nconstructor: 1\nrules:\n  toString: off\n',
      '1:1 ‹__proto__› __proto__: There is no key “__proto__” here.',
      '2:1 ‹constructor› constructor: There is no key “constructor” here.',
      '4:3 ‹toString› rules.toString: There is no rule “toString” here.',
    ],
  };
  for (const [name, [text, ...problems]] of Object.entries(cases))
    it(`${name}: ${problems.length === 0 ? 'nothing' : 'the place, the key and what to do'}`, async () =>
      assert.deepEqual(await problemsOf(text), problems));

  it('is told at the same places with CRLF, and in JSON with tabs', async () => {
    assert.deepEqual(await problemsOf('page:\r\n  size: a3\r\n'), [
      '2:9 ‹a3› page.size: Expected one of letter, a4. Did you mean “a4”?',
    ]);
    assert.deepEqual(await problemsOf('{\n\t"page": {\n\t\t"size": "a3"\n\t}\n}\n'), [
      '3:11 ‹"a3"› page.size: Expected one of letter, a4. Did you mean “a4”?',
    ]);
  });

  it('is told in Korean', async () => {
    assert.deepEqual(await problemsOf('rulez: 1\npage: { size: a3, margin: "x" }\n', 'ko-KR'), [
      '1:1 ‹rulez› rulez: ‘rulez’이라는 키는 여기에 없습니다. 혹시 ‘rules’입니까?',
      '2:15 ‹a3› page.size: letter, a4 가운데 하나를 씁니다. 혹시 ‘a4’입니까?',
      '2:27 ‹"x"› page.margin: 여기에는 숫자을(를) 씁니다.',
    ]);
  });

  it('leaves the rest in use', async () => {
    const { team } = await load(
      'rulez: 1\nrules:\n  weasel-word: off\n  hype-word: [1]\nvocabulary: { allow: [robust, 7] }\n',
    );
    const input = team.inputFor('a.md');
    assert.deepEqual(input.rules, { 'weasel-word': 'off' });
    assert.equal(input.vocabulary?.allowed?.('robust 7').length, 1);
  });
});

describe('A team’s config: what it extends', () => {
  const base =
    'rules:\n  weasel-word: off\n  sentence-length: { severity: error, max: 20 }\nvocabulary:\n  allow: [robust]\n';

  it('lies below it: rule by rule, option by option, words together', async () => {
    const { team, files, problems } = await load({
      '/team/.prfaq.yaml':
        'extends: [../shared/base.yaml, ./more.json]\nrules:\n  sentence-length: { max: 25 }\n  hype-word: hint\nvocabulary:\n  allow: [seamless]\n',
      '/shared/base.yaml': base,
      '/team/more.json': '{"rules": {"weasel-word": "error", "hype-word": "error"}, "page": {"size": "a4"}}',
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(files, ['/team/.prfaq.yaml', '/shared/base.yaml', '/team/more.json']);
    const input = team.inputFor('a.md');
    assert.deepEqual(input.rules, {
      'weasel-word': { severity: 'error' },
      'sentence-length': { severity: 'error', max: 25 },
      'hype-word': { severity: 'hint' },
    });
    assert.deepEqual(input.page, { size: 'a4' });
    assert.equal(input.vocabulary?.allowed?.('robust, seamless').length, 2);
  });

  it('may be there by two ways, but not lead back', async () => {
    assert.deepEqual(
      await problemsOf({
        '/team/.prfaq.yaml': 'extends: [./a.yaml, ./b.yaml]\n',
        '/team/a.yaml': 'extends: ./base.yaml\n',
        '/team/b.yaml': 'extends: ./base.yaml\n',
        '/team/base.yaml': base,
      }),
      [],
    );
    assert.deepEqual(
      await problemsOf({
        '/team/.prfaq.yaml': 'extends: ./a.yaml\n',
        '/team/a.yaml': 'rules: {}\nextends: [./.prfaq.yaml]\n',
      }),
      ['/team/a.yaml 2:11 ‹./.prfaq.yaml› extends[0]: ./.prfaq.yaml extends this file: a circle.'],
    );
    assert.deepEqual(await problemsOf('extends: .prfaq.yaml\n'), [
      '1:10 ‹.prfaq.yaml› extends: .prfaq.yaml extends this file: a circle.',
    ]);
  });

  it('is named where it is missing, can’t be read, is far away, or is wrong itself', async () => {
    assert.deepEqual(
      await problemsOf({
        '/team/.prfaq.yaml':
          'extends:\n  - ./none.yaml\n  - ./secret.yaml\n  - https://example.com/a.yaml\n  - ./wrong.yaml\n',
        '/team/secret.yaml': 'UNREADABLE',
        '/team/wrong.yaml': 'page: 1\n',
      }),
      [
        '2:5 ‹./none.yaml› extends[0]: There is no file ./none.yaml.',
        '3:5 ‹./secret.yaml› extends[1]: ./secret.yaml can’t be read: permission denied',
        '4:5 ‹https://example.com/a.yaml› extends[2]: Only files on this machine can be extended: a path from here, such as ../shared/.prfaq.yaml.',
        '/team/wrong.yaml 1:7 ‹1› page: Expected keys with values.',
      ],
    );
  });

  it('ends somewhere', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 80 }, (_, n) => [`/team/${n}.yaml`, `extends: ./${n + 1}.yaml\n`]),
    );
    const { files, problems } = await load({ '/team/.prfaq.yaml': 'extends: ./0.yaml\n', ...chain });
    assert.equal(files.length, 50);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['More than 50 files extend each other.'],
    );
  });
});

describe('A team’s config: what it means', () => {
  it('gives documents their kind and rules by glob, the last one that matches first', async () => {
    const { team, problems } = await load(
      'rules: { weasel-word: error }\nfiles:\n  "memos/**": six-pager\n  "memos/old/**": { kind: none, rules: { weasel-word: off } }\n  "*.md": { rules: { hype-word: off } }\n',
    );
    assert.deepEqual(problems, []);
    const say = (path: string): unknown => {
      const { kind, rules } = team.inputFor(path);
      return [kind, rules];
    };
    assert.deepEqual(say('a.txt'), [undefined, { 'weasel-word': 'error' }]);
    assert.deepEqual(say('memos/a.md'), ['six-pager', { 'weasel-word': 'error', 'hype-word': 'off' }]);
    assert.deepEqual(say('memos/old/a.md'), ['none', { 'weasel-word': { severity: 'off' }, 'hype-word': 'off' }]);
    assert.equal(team.inputFor('memos/a.md'), team.inputFor('memos/b.md'));
  });

  it('takes the built-in kinds as a team would write them, and gives the very same', async () => {
    const renamed = BUILT_IN_KINDS.map((kind) => ({ ...kind, id: `our-${kind.id}` }));
    for (const written of [BUILT_IN_KINDS, renamed]) {
      const { team, problems } = await load(JSON.stringify({ kinds: written }));
      assert.deepEqual(problems, []);
      assert.deepEqual(
        team.inputFor('a.md').kinds,
        written === renamed ? [...BUILT_IN_KINDS, ...renamed] : BUILT_IN_KINDS,
      );
    }
  });

  it('changes a built-in kind where it says so, and leaves the rest', async () => {
    const { team, problems } = await load(`
kinds:
  - id: prfaq
    pages: { total: 5 }
    sections:
      - { id: press-contact, titles: { en: [Press contact, Contact], ko: 언론 문의 }, part: press-release, required: false }
      - { id: headline, words: { max: 12 } }
      - { id: call-to-action, required: true }
      - { id: pricing, part: press-release }
  - id: six-pager
    sections: [{ id: tenets, required: true }]
`);
    assert.deepEqual(problems, []);
    const [prfaq, sixPager] = team.inputFor('a.md').kinds!;
    assert.deepEqual(prfaq!.pages, { pressRelease: 1, faq: 5, total: 5 });
    const ids = prfaq!.variants[0]!.sections.map(({ id }) => id);
    assert.deepEqual(ids.slice(0, 3), ['press-contact', 'headline', 'subheading']);
    assert.deepEqual(ids.slice(-5), ['call-to-action', 'pricing', 'external-faq', 'internal-faq', 'appendix']);
    const section = (id: string) => prfaq!.variants[0]!.sections.find((one) => one.id === id);
    assert.deepEqual(section('headline'), {
      id: 'headline',
      part: 'press-release',
      required: true,
      words: { max: 12 },
      bullets: 'forbid',
    });
    assert.equal(section('call-to-action')!.required, true);
    assert.deepEqual(section('press-contact')!.titles, { en: ['Press contact', 'Contact'], ko: ['언론 문의'] });
    assert.deepEqual(section('pricing')!.titles, { en: ['Pricing'] });
    assert.deepEqual(
      sixPager!.variants.map(({ sections }) => sections.find(({ id }) => id === 'tenets')!.required),
      [true, true],
    );
  });

  it('is what a document is checked with', async () => {
    const host = hostOf({
      '/team/.prfaq.yaml': `
kinds:
  - id: memo
    sections: [{ id: decision }, { id: reasons, words: { max: 3 } }]
files: { "*.memo.md": memo }
vocabulary:
  avoid: [{ phrase: utilize, instead: use }, { pattern: 'synerg(y|ies)', message: No. }]
`,
    });
    const { team } = await loadFrom('/team/.prfaq.yaml', host);
    assert.equal(host.patternsLoaded(), 1);
    const options = resolveOptions(team.inputFor('a.memo.md'));
    const { findings } = new Checker().check(
      '# A\n\n## Decision\n\nWe utilize it for Synergies.\n\n## Reasons\n\nIt rains here today.\n',
      'a.memo.md',
      options,
    );
    assert.deepEqual(
      findings.map(({ rule, message }) => `${rule}: ${message}`),
      [
        'avoided-word: The team writes “use” rather than “utilize”.',
        'avoided-word: No.',
        'section-length: “Reasons” runs to 4 words; the limit is 3.',
      ],
    );
    await loadFrom('/none/.prfaq.yaml', host);
    assert.equal(host.patternsLoaded(), 1);
  });
});
