import type { TemplateTexts } from './template.js';

export const en: TemplateTexts = {
  sections: {
    headline: {
      coaching: 'Name the news in one line that the customer understands, in 15 words or fewer.',
      text: '[Company] launches [product] so that [customer] can [benefit]',
    },
    subheading: {
      coaching: 'One sentence: who the customer is and what they gain.',
      text: '*[Who the customer is and the one benefit that matters to them]*',
    },
    dateline: {
      coaching: 'City and a date in the future: the day of the launch.',
      text: '[CITY], [Month day, year] —',
    },
    summary: {
      coaching: 'What it is and what it is good for, in three or four sentences that stand on their own.',
      text: '[CITY], [Month day, year] — [Company] today announced [product], [what it is]. [Customer] can now [what they can do], [how much better than before].',
    },
    problem: {
      coaching: 'The problem as the customer tells it, with a number that shows how much it costs them.',
      text: '[Customer] [does something the hard way]. [What it costs them, in numbers.] [Why what exists today does not help.]',
    },
    solution: {
      coaching: 'How the product solves exactly that problem, simply enough to retell.',
      text: '[Product] [what it does for the customer]. [How it works, in two sentences.] [What the customer no longer has to do.]',
    },
    'leader-quote': {
      coaching: 'Why we built it, in words a leader would say aloud; at most 80 words.',
      text: '“[Why we built this and what we believe about the customer],” said [name], [role] of [company].',
    },
    'getting-started': {
      coaching: 'The first steps, so that the reader sees how little it takes.',
      text: 'To start, [first step]. [Second step.] [How long it takes until the first benefit.]',
    },
    'customer-quote': {
      coaching: 'The benefit in the words of one customer with a name and a situation.',
      text: '“[What changed for me, with a number],” said [name], [role and place].',
    },
    'call-to-action': {
      coaching: 'Where to go next, what it costs and when it can be had.',
      text: '[Product] is available in [where] from [date] at [price]. To learn more, visit [address].',
    },
    'external-faq': { coaching: 'What customers and the press will ask; at least five questions.', text: '' },
    'internal-faq': {
      coaching: 'What leaders and partner teams will ask, the hard questions first; at least five.',
      text: '',
    },
    introduction: {
      coaching: 'Why this document exists and what decision it asks for.',
      text: 'This document proposes [what]. We ask for [decision] by [date].',
    },
    tenets: {
      coaching: 'Principles that settle the choices ahead; each one excludes something reasonable.',
      text: '[We choose this over that, because …]',
    },
    alternatives: {
      coaching: 'What else we considered, and why not.',
      text: 'We considered [alternative]. We rejected it because [reason, with a number].',
    },
    goals: { coaching: 'What will be true, by when, in numbers.', text: 'By [date], [what will be true, in numbers].' },
    metrics: {
      coaching: 'The inputs we control first, then the outputs they move.',
      text: 'We control [input metric], today [number]. It moves [output metric], today [number], to [number] by [date].',
    },
    risks: {
      coaching: 'What could go wrong, how we would notice, and which doors open one way only.',
      text: '[What could go wrong.] We would see it in [sign] and would [response].',
    },
    'state-of-the-business': {
      coaching: 'Where the business stands, in numbers that hurt as well as numbers that please.',
      text: 'In [period], [metric] was [number], against a plan of [number]. [Why.]',
    },
    'lessons-learned': {
      coaching: 'What worked, what did not, and what we do differently now.',
      text: 'We expected [expectation]; we saw [result]. We learned [lesson] and now [change].',
    },
    'strategic-priorities': {
      coaching: 'What we do next, in order, with an owner each.',
      text: 'First, [priority]: [what we do], owned by [name], done by [date].',
    },
    faq: { coaching: 'Questions that readers of the draft asked.', text: '' },
    appendix: {
      coaching: 'Data, mock-ups and references; outside the page limit.',
      text: '[Table, figure or reference]',
    },
  },
  question: { coaching: 'Answer first, in one sentence; the reasons after it.', text: '### [Question]?\n\n[Answer]' },
  questions: {
    'external-faq': [
      'What is [product]?',
      'Who is it for?',
      'What does it cost?',
      'How do I start?',
      'What happens to my data?',
    ],
    'internal-faq': [
      'What does this have to do with our business?',
      'What would show that we are wrong, and have we looked?',
      'How big is the customer problem?',
      'What does it cost to build and to run?',
      'What are the largest risks, and which decisions can we not undo?',
      'Who owns this and does nothing else?',
      'Which input metrics do we control?',
    ],
  },
  answer: '[Answer]',
  templates: {
    prfaq: {
      title: 'PR/FAQ',
      description: 'Press release and frequently asked questions for a product that does not exist yet',
    },
    'six-pager-proposal': {
      title: 'Six-pager: proposal',
      description: 'A narrative that proposes something and asks for a decision',
    },
    'six-pager-operating-plan': {
      title: 'Six-pager: operating plan',
      description: 'A narrative of where a business stands and what it does next',
    },
  },
};
