import { expect } from 'chai';
import { applyFixes, build, describeRule, findings, only } from './fixture.js';

describeRule('undefined-acronym', {
  fixes: true,
  hits: {
    answer: [
      'The ⟦SDK⟧ is free. The SDK is small.',
      'Each ⟦SKU⟧ has a code.',
      'Three ⟦SKU⟧s sell.',
      'We call the ⟦SDK⟧, and later the Software Development Kit (SDK).',
      'It is ⟦MQTT⟧-based.',
      'Our ⟦SDK⟧ is free.',
      'The ⟦TAM⟧ and the ⟦SAM⟧ are small.',
    ],
    release: ['The lamp speaks **⟦MQTT⟧**.'],
    'answer-ko': [
      '⟦SDK⟧를 엽니다. SDK는 작습니다.',
      '이 등은 ⟦MQTT⟧로 말합니다.',
      '⟦SDK⟧는 작고 값이 쌉니다. 등은 두 가지입니다(파란 등).',
    ],
  },
  traps: {
    answer: [
      'Our Software Development Kit (SDK) is free. The SDK is small.',
      'The SDK (Software Development Kit) is small. The SDK is free.',
      'The API, the CEO, the FAQ and a PDF at a URL in the USA.',
      'It weighs 4 KG, draws 9 KW and costs 4 USD at 8 PM PST.',
      'We opened in Portland, OR, and in BOISE, ID.',
      'THIS IS NOT A LAMP.',
      'It is NOT a lamp, and it is not a light.',
      'Run `SDK` and see https://example.com/SDK or sdk@SDK.com.',
      'NB-IoT needs a contract.',
      'RFC 2119 and PKCS#11 and AES-256 and EC2 apply.',
      '“The SDK is free,” said Ana Ruiz.',
      'Larkin trades as NASDAQ: LRKN.',
      'We use SKF Bearings.',
      'Amazon SES sends the mail.',
      'The National Lamp Council met. The NLC agreed.',
      'The LED is bright; see part II.',
      'ADT (admit, discharge and transfer) messages arrive. ADT is old.',
    ],
    appendix: ['The SDK is free.'],
    release: [
      'OSLO, March 3, 2027 — Brightpath opens a lamp.',
      '**WICK, Scotland, March 3, 2027** — Brightpath opens a lamp.',
    ],
    'answer-ko': [
      '소프트웨어 개발 도구(SDK)를 엽니다. SDK는 작습니다.',
      'SDK(소프트웨어 개발 도구)를 엽니다.',
      '개발 도구(SDK, 소프트웨어를 만드는 도구)를 엽니다.',
      'SDK는 소프트웨어 개발 도구의 약자입니다.',
      'API와 FAQ가 있습니다.',
    ],
    whole: [
      '---\ntype: prfaq\ntitle: GLIM\n---\n\n# GLIM lights the path\n\n## Internal FAQ\n\n### What is it?\n\nGLIM is a lamp.\n',
    ],
  },
});

describe('undefined-acronym', () => {
  it('spells out with the words that the document has further down', () => {
    const { text } = build('answer', 'We call the SDK. It is the Software Development Kit (SDK).');
    const [finding] = findings(text, only('undefined-acronym'));
    expect(applyFixes(text, finding!.fixes)).to.contain('We call the Software Development Kit (SDK). It');
  });

  it('leaves what the team allows', () => {
    const { text } = build('answer', 'The SDK is free.');
    expect(findings(text, only('undefined-acronym', { allow: ['SDK'] }))).to.deep.equal([]);
  });
});
