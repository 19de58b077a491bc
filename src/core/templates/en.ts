import type { TemplateTexts } from './template.js';

export const en: TemplateTexts = {
  coaching: 'Coaching',
  sections: {
    headline: {
      coaching: 'Name the news in one line that the customer understands, in 15 words or fewer.',
      text: '[Company] launches [product], so that [customer] can [do what was hard before]',
    },
    subheading: {
      coaching: 'Say in one sentence who the customer is and what they gain.',
      text: '*[Who the customer is, and the one benefit that matters most to them]*',
    },
    dateline: {
      coaching: 'Give the city and a date in the future: the day of the launch.',
      text: '[CITY], [Month day, year] —',
    },
    summary: {
      coaching: 'Say what it is and what it is good for, in three or four sentences that stand on their own.',
      text: '[CITY], [Month day, year] — [Company] today launched [product], [what it is, in words that the customer uses]. With it, [customer] can [what they could not do before], [how much better than until now, in numbers].',
    },
    problem: {
      coaching: 'Tell the problem as the customer would, with a number that shows what it costs them.',
      text: '[Who does what the hard way, and how often.] [What that costs them in time, money or worry, in numbers.] [Why what they can buy or do today does not help.]',
    },
    solution: {
      coaching: 'Tell how the product solves exactly that problem, simply enough to retell.',
      text: '[What the product does for the customer.] [How that works, in two sentences without jargon.] [What the customer no longer has to do.]',
    },
    'leader-quote': {
      coaching: 'Let a leader say why we built it, in words one would say aloud; 80 at most.',
      text: '“[Why we built this, and what we believe about the customer],” said [name], [role] at [Company].',
    },
    'getting-started': {
      coaching: 'Walk through the first steps, so that the reader sees how little it takes.',
      text: 'To start, [the first step, in one sentence]. [What happens next.] [How long it takes until the first benefit.]',
    },
    'customer-quote': {
      coaching: 'Let one customer with a name and a situation tell the benefit in their own words.',
      text: '“[What changed for me, with a number],” said [name of a customer], [what they do, and where].',
    },
    'call-to-action': {
      coaching: 'Tell where to go next, what it costs and when it can be had.',
      text: '[Where and from when the product can be had.] [What it costs.] [Where to learn more.]',
    },
    'external-faq': { coaching: 'Answer what customers and the press will ask; at least five questions.', text: '' },
    'internal-faq': {
      coaching: 'Answer what leaders and partner teams will ask, the hard questions first; at least five.',
      text: '',
    },
    introduction: {
      coaching: 'Say in one paragraph what this document is for and which decision it asks for.',
      text: 'We propose [what we want to do, and for whom]. [Why now.] We ask [who decides] for [the decision] by [date].',
    },
    tenets: {
      coaching: 'Write down the principles that settle the choices ahead; each gives up something reasonable.',
      text: '[The tenet in one sentence: what we choose over what.] [Why we choose so when the two conflict.]',
    },
    alternatives: {
      coaching: 'Give the best case for what else we could do, and then say why not.',
      text: '[The strongest alternative, as its friends would put it.] [Why we chose against it, with a number.] [What would make us choose it after all.]',
    },
    goals: {
      coaching: 'Say what will be true, by when, in numbers.',
      text: '[What will be true for the customer, by when, as a number.] [The same number today.] [What we leave for later.]',
    },
    metrics: {
      coaching: 'Name the inputs that we control first, then the outputs that they move.',
      text: 'The input we control, [what our own work changes], is [number today] and will be [number and date]. It moves [the output that matters to the business] from [number today] to [number and date].',
    },
    risks: {
      coaching: 'Say what could go wrong, how we would notice, and which doors open one way only.',
      text: '[What is most likely to go wrong.] [How we would notice, and what we would do.] [Which decision we could not undo, and how we make it with care.]',
    },
    'state-of-the-business': {
      coaching: 'Show where the business stands, in numbers that hurt as well as numbers that please.',
      text: 'In [period], [the metric that matters most] was [number], against a plan of [number]. [What went well, in numbers.] [What did not, in numbers.] [Why.]',
    },
    'lessons-learned': {
      coaching: 'Say what worked, what did not, and what we do differently now.',
      text: 'We expected [what we believed a year ago]; we saw [what happened, in numbers]. [What we learned from it.] [What we do differently now.]',
    },
    'strategic-priorities': {
      coaching: 'Say what we do next, in order, each with one owner and a date.',
      text: 'First, [the priority, and what it changes for the customer]. [What we do, by when.] [Who owns it and nothing else.]',
    },
    faq: { coaching: 'Answer what readers will ask, before they ask it.', text: '' },
    appendix: {
      coaching: 'Put data, mock-ups and references here; they are outside the page limit.',
      text: '[Table, figure or reference that the text points to]',
    },
  },
  question: { title: 'Question', text: '[Question]?', answer: '[Answer]', prefix: 'question', marks: ['Q', 'A'] },
  questions: {
    external: [
      'What is it, and what can I do with it?',
      'Who is it for?',
      'How is it different from what I use today?',
      'What does it cost?',
      'How do I start?',
      'What happens to my data?',
    ],
    internal: [
      { asks: 'business', text: 'What does this have to do with our business?' },
      { asks: 'wrong', text: 'What would show that we are wrong, and have we looked for it?' },
      {
        asks: 'problem-size',
        text: 'How big is the customer problem, how many have it, and what is it worth to them?',
      },
      { asks: 'cost', text: 'What does it cost to build and to run, and when does it pay back?' },
      { asks: 'risks', text: 'What could go wrong, and how would we notice?' },
      { text: 'Which decisions are one-way doors?' },
      { asks: 'owner', text: 'Who owns this and nothing else?' },
      { asks: 'input-metrics', text: 'Which input metrics do we control, and where are they today?' },
    ],
  },
  templates: {
    prfaq: {
      title: 'PR/FAQ',
      description: 'The press release of a product that does not exist yet, and the questions it raises',
    },
    'six-pager-proposal': {
      title: 'Six-pager: proposal',
      description: 'A narrative that proposes something and asks for a decision',
      heading: '[What we propose, in one line]',
      questions: [
        'What does this have to do with our business?',
        'What would show that we are wrong, and have we looked for it?',
        'How big is the customer problem, how many have it, and what is it worth to them?',
        'What does it cost to build and to run, and when does it pay back?',
        'Who owns this and nothing else?',
      ],
    },
    'six-pager-operating-plan': {
      title: 'Six-pager: operating plan',
      description: 'A narrative of where a business stands and what it does next',
      heading: '[Team and period]: operating plan',
      instead: {
        introduction: {
          coaching: 'Say in one paragraph who we are, what the year showed and what this plan asks for.',
          text: '[What the team does, and for whom.] [The one result of the past year to remember.] We ask [who decides] for [people, money or a decision] by [date].',
        },
      },
      questions: [
        'What would show that this plan is wrong, and have we looked for it?',
        'What does the plan cost, and what would we do with half of it?',
        'Which input metrics do we control, and where are they today?',
        'Which decisions are one-way doors?',
        'What do we stop doing?',
      ],
    },
    'customer-questions': {
      title: 'The five customer questions',
      description: 'One page to think with, before a PR/FAQ',
      heading: '[Idea]: the five customer questions',
      own: [
        {
          title: 'Who is the customer?',
          coaching: 'Name one group of people by what they do and when; a product for everybody is for nobody.',
          text: '[The customer, by what they do and the situation they are in]',
        },
        {
          title: 'What is the customer’s problem or opportunity?',
          coaching: 'Tell it as the customer would, without the product in it.',
          text: '[What they want to get done.] [What stands in the way, how often, and what it costs them.]',
        },
        {
          title: 'What is the most important customer benefit?',
          coaching: 'Choose one; the others follow from it or can wait.',
          text: '[What the customer can do afterwards that they cannot do today, with a number]',
        },
        {
          title: 'How do you know what customers need or want?',
          coaching: 'Separate what you saw from what you assume, and say what would prove you wrong.',
          text: '[Whom we asked or watched, how many, and what we saw.] [What we only assume.] [What would prove us wrong.]',
        },
        {
          title: 'What does the customer experience look like?',
          coaching: 'Tell it step by step, from the moment the customer hears of it to the moment it helps.',
          text: '[How they first hear of it.] [What they do first.] [What happens then.] [When they notice that it helped.]',
        },
      ],
    },
    'one-pager': {
      title: 'One-pager',
      description: 'One page that asks whether an idea deserves more',
      heading: '[Idea in one line]',
      own: [
        {
          title: 'Customer and problem',
          coaching: 'Say who has the problem, how many they are, and what it costs them.',
          text: '[Who has the problem, and when.] [How many they are.] [What it costs them, in numbers.]',
        },
        {
          title: 'What we propose',
          coaching: 'Say it in words that the customer would use.',
          text: '[What we would build, in two sentences.] [What the customer can do then.]',
        },
        {
          title: 'Why we believe it',
          coaching: 'Give what you saw rather than what you think, and what would prove you wrong.',
          text: '[What we saw, with a number.] [What would prove us wrong, and whether we looked.]',
        },
        {
          title: 'What it has to do with our business',
          coaching: 'Say how this helps what we do already; “nothing yet” is an honest answer.',
          text: '[How it fits what we do.] [What it would be worth in three years.]',
        },
        {
          title: 'Cost and risk',
          coaching: 'Say what it takes, what could go wrong, and which decision could not be undone.',
          text: '[People, time and money until we know more.] [What is most likely to go wrong.] [What we could not undo.]',
        },
        {
          title: 'What we ask for',
          coaching: 'Ask for one decision, of one person, by one date.',
          text: '[Who decides what, by when.] [Who owns it from then on.]',
        },
      ],
    },
  },
};
