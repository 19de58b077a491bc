import type { HardQuestion, Meaning, MetricWords, QuestionWords } from '../language.js';

const AUX =
  "is|are|am|was|were|do|does|did|can|could|will|would|should|shall|has|have|had|isn't|aren't|don't|doesn't|can't|won't";
const SUBJECT = 'it|this|that|there|the|an?|you|we|i|my|our|your|they|he|she|these|those|anyone|someone';

/** How an answer opens that says yes, no, who or how much. */
const DIRECT =
  /^(?:yes|yep|no|nope|not|never|none|nothing|nobody|neither|both|only|all|any|each|every|absolutely|correct|right|indeed|definitely|certainly|of course|sure|partly|partially|mostly|sometimes|rarely|always|already|today|currently|almost|eventually|initially|it depends|that depends|depends|maybe|possibly|probably|unlikely|unknown|there (?:is|are|will)|if [^.?!:;]{1,60}[:,] (?:yes|no)|(?:i|we) (?:do not|don't|cannot|can't) (?:yet )?(?:know|say|tell)|(?:you|it|we|they|he|she|i|this|that|these|those)(?:'s|'re|'ll|'ve|\s+(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|had|cannot|can't|don't|doesn't|won't|may|must|might|may))|[$€£¥₩~≈<>]?[\d$€£¥₩~≈<>]\S*|(?:about|under|over|fewer|less|more) (?:than )?[\d$€£]|zero|one|two|three|four|five|six|seven|eight|nine|ten|half)(?![\p{L}\p{N}])/iu;
/** "Drivers do, since …": the verb of the question, and nothing behind it. */
const ELLIPSIS =
  /^(?:[^\s.?!]+ ){1,4}(?:do|does|did|can|could|will|would|should|is|are|was|were|has|have|may|might|must|don't|doesn't|didn't|can't|won't|isn't|aren't)(?=[,.;:]| (?:[—–-]|since|because|but|if|once|when|until|only|so|not)[\s,])/iu;

/** "Less well", "Later, in May": how much or when, compared with what was asked. */
const DEGREE =
  /^(?:much |far |slightly |somewhat |a (?:bit|little) )?(?:less|more|better|worse|slower|faster|cheaper|later|sooner|hardly|barely|usually|often|mainly)(?: \w+)?(?=[.,;:—–])/iu;
/** "It adds less than one millisecond": a number among the first words. */
const NUMBER =
  /^(?:[^\s.?!]+ ){1,6}(?:[$€£¥₩~≈<>]?\d|(?:than|about|under|over|only|just|exactly|most|least) (?:an?|one) |(?:zero|two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|thousand|half)(?![\p{L}\p{N}]))/iu;

/** "At any time.", "In towns, mostly.", "Somewhat.": no sentence, so nothing but the answer. */
const FRAGMENT =
  /^(?:(?:at|in|for|on|with|within|by|from|through|via|after|before|during|since|except|if|once|when|until|unless)(?: [^\s.?!]+){1,4}|\p{L}+)[.!](?=\s|$)/iu;

export const asking: QuestionWords = {
  mark: '?',
  // A question word needs its verb beside it: “How it works” and “Why now” are headings.
  unmarked: new RegExp(
    `^(?:(?:what|why|when|where|how|who|which)(?:'s|\\s+(?:${AUX}))|how\\s+(?:many|much|long|often|big|large|far|fast)|who\\s+(?:owns|pays|leads|decides|needs|uses|buys|else)|why\\s+(?:not|should)|what\\s+(?:if|happens|else|makes|about)|(?:${AUX})\\s+(?:${SUBJECT}))\\b(?:(?![.!?]\\s).)*$`,
    'is',
  ),
  yesNo: new RegExp(`^(?:so,?\\s+)?(?:${AUX}|may|must)\\b`, 'i'),
  open: /\bor\b|[,;—–]\s*(?:and|if so|so)\b|\band\s+(?:what|how|why|when|where|who|which|if)\b|\?.*\?/i,
  direct: new RegExp([DIRECT, ELLIPSIS, DEGREE, NUMBER, FRAGMENT].map(({ source }) => source).join('|'), 'iu'),
};

export const hardQuestions: Readonly<Record<HardQuestion, Meaning>> = {
  business: {
    question:
      /\bbusiness(?!\s+(?:hours|days?|users?|customers?|card))|\bstrateg|\b(?:our|the) (?:company|mission|core|portfolio|roadmap|flywheel)\b|flywheel|why (?:should|would|are|do|is|must) (?:we|us|our)\b|what (?:happens|if|is lost|do we lose) (?:if )?we (?:do not|don['’]t|never) (?:do|build|ship|launch) (?:this|it)|why us\b|(?:how (?:big|large) is|size of) the opportunity|why now|\bmoneti[sz]|make money|(?:earn|generate|drive|bring) (?:\w+ )?(?:revenue|money)|revenue (?:model|opportunity|stream)|competitive advantage|\bmoat\b|differentiat|why (?:does|is) this (?:matter|important)|worth (?:doing|our)|what (?:do|would) we (?:get|gain)|(?:is|what['’]s) (?:it|this|that) worth|in it for us/i,
    answer: [
      ['business', String.raw`\bour (?:core )?{}|to do with (?:our|the) {}|{} model`],
      ['strategy mission business', '(?:fits?|aligns?|aligned) (?:with|into) (?:our|the) {}'],
      ['flywheel flywheels', '{}'],
      ['revenue', '(?:annual|yearly|recurring) {}'],
    ],
  },
  wrong: {
    question:
      /\bwrong\b|disconfirm|falsif|invalidat|disprov|kill (?:criteri|switch|this|it|the project)|(?:would|should|will|do|don['’]t|could) (?:make |cause |lead )?(?:we|you|us|it)\b.*\b(?:stop|abandon|shut|cancel|pull the plug|walk away|know|change our mind|not (?:do|build) this)\b|how (?:do|will|would|can|did) (?:we|you) (?:know|tell|validat|test|verif)|what if (?:nobody|no one|customers (?:do not|don't)|users (?:do not|don't)|it (?:does not|doesn't|fails)|this (?:does not|doesn't|fails)|we|adoption)|pre-?mortem|assumption|hypothes|skeptic|counter-?argument|argument against|why (?:will|would|might|could|should) (?:this|it|we) (?:fail|not)|fail(?:s|ed|ure)?\b|did(?:n't| not) work|exit criteri|tripwire|evidence|not (?:to )?(?:build|do) this/i,
    answer: [
      ['wrong', "(?:we are|we're|we were|prove[sd]? us|be) {}"],
      ['disconfirm disconfirms disconfirmed disconfirming falsify falsifies falsified falsifiable', '{}'],
      ['kill', '{} criteri'],
      ['stop abandon cancel shut', String.raw`(?:we|would|will) {} (?:it|this|the \w+)? ?(?:if|when|unless)`],
    ],
  },
  'problem-size': {
    question:
      /how (?:big|large|common|widespread|serious|painful|bad|often|real|severe)\b|how many (?:customers?|users?|people|teams?|companies|developers?|households|businesses|members|\w+ (?:have|face|need|suffer|will|would|are|(?:do|can|could) we (?:expect|reach|win)))|\bTAM\b|market|addressable|\bsize (?:of|is)\b|big enough|large enough|worth solving|real problem|who (?:has|have|needs?|is this for|will use|would use|is the (?:target|customer|user)|are (?:the|our) (?:customers?|users?|target))|target (?:customer|audience|user|segment)|demand|opportunit|customer (?:problem|need|pain)|\b(?:needs?|wants?) (?:this|it)\b|\bpain\b/i,
    answer: [
      ['addressable', '{} market'],
      ['market', '{} size'],
      ['tam', '{}'],
      [
        'customers households people developers users companies teams businesses students patients members drivers families organizations organisations',
        String.raw`\d[\d,.]*\s*(?:k|m|thousand|million|billion)?\+? {}`,
      ],
    ],
  },
  cost: {
    question:
      /\bcosts?\b|\bbudget|\binvest|\bresourc|\bheadcount|\bfund|\bstaff|\bpay(?:s|ing)? ?(?:back|for|off)|break[- ]?even|\bROI\b|unit economics|\bmargins?\b|\bspend|\bburn\b|\beconomics?\b|financ|\bexpens|\bafford|how much (?:will|would|does|do|is|time|effort|work|money)|how long (?:will|would|does) (?:it|this).*(?:take|build)|\bteam size\b|how (?:big|large) (?:a|is the|is our) team|\beffort\b|P&L|timeline|how many (?:engineers|people|developers).*(?:build|need|take)/i,
    answer: [
      ['', String.raw`[$€£₩]\s?\d`],
      ['dollars euros usd eur gbp', String.raw`\d {}`],
      ['usd eur gbp', String.raw`{} \d`],
      ['engineer engineering', '{}[- ](?:weeks?|months?|years?)'],
      ['person man developer dev', '{}[- ](?:days?|weeks?|months?|years?)'],
      ['break', '{}[- ]even'],
      ['breakeven', '{}'],
      ['engineers', String.raw`\b(?:two|three|four|five|six|eight|\d+) (?:full-time )?{}`],
    ],
  },
  risks: {
    question:
      /\brisk(?:s|y|iest|ier)?\b|one-way|two-way|irrevers|\bundo\b|revers(?:e|ible)|(?:could|can|might|may|would|will|likely to) go wrong|(?:could|can|might|may) (?:stop|kill|sink|derail|break|block|hurt) (?:us|this|it)\b|\bworst\b|\bthreat|\bdanger|\bfail|\bliab|\blegal|\bconcern|\bworr(?:y|ies|ied)|\bchallenge|\bdownside|\bobstacle|\bblocker|\bweakness|\bvulnerab|\bcomplian|\bwhat (?:if|happens (?:if|when|to))\b|\bcop(?:y|ies|ied)\b|\bhard(?:est)? (?:part|problem)|scare|afraid/i,
    answer: [
      [
        'risk risks',
        String.raw`(?:largest|biggest|main|key|first|primary|top|greatest|principal|major) (?:\w+ )?{}|{} (?:is|are|include)`,
      ],
      ['door doors', '(?:one|two)-way {}'],
      ['irreversible', '{}'],
    ],
  },
  owner: {
    question:
      /\bown(?:s|er|ers|ership)\b|\bwill own\b|single[- ]threaded|\bwho\b.*\b(?:is|are|will|would|leads?|runs?|builds?|decides|does|maintains?|works?|staffs?|accountable|responsible|operates?|supports?)\b.*\b(?:this|it|project|product|team|build|work|lead|charge|responsible|accountable|maintain|behind|service|run)|responsible|accountab|in charge|\bDRI\b|\bleader\b|\bmaintain(?:s|er|ers|ed)?\b|\bgovern|\bour team\b|\bteam\b.*\b(?:need|look|structure|build|require|behind)/i,
    answer: [
      ['threaded', 'single[- ]{}'],
      ['owns', '{} [a-zà-ž]'],
      ['owner dri', '{}'],
      ['responsible', 'directly {}|(?:is|are) {} for'],
      ['accountable', '(?:is|are) {} for'],
      ['led run owned maintained built', String.raw`{} by\b`],
    ],
  },
  'input-metrics': {
    question:
      /\binputs?\b|\bmetrics?\b|\bmeasur|\bKPIs?\b|\bOKRs?\b|\bindicators?\b|\btrack(?:ed|ing)?\b|define(?:s)? success|\bsuccess look|\bsuccess(?:ful)?\b|\binstrument/i,
    answer: [
      ['input', '{} metrics?'],
      ['input inputs', String.raw`{} (?:that |which )?(?:we|she|he|they|the team|[a-zà-ž]\w+) controls?`],
      ['input inputs', '(?:the|one|two|three|four|five) {}'],
      ['leading', '{} indicator'],
      ['metric metrics', '{} (?:that |which )?we control'],
      ['controllable', '{}'],
    ],
  },
};

export const metrics: MetricWords = {
  outputs:
    /\b(?:revenue|sales|profit(?:s|ability)?|margin|arr|mrr|gmv|gross merchandise|nps|net promoter|csat|satisfaction|users|customers|subscribers|members|downloads|installs|sign-?ups|registrations|daus?|maus?|active users|retention|churn|conversion|market share|growth|adoption|renewals?|stars|lifetime value|ltv|traffic|page ?views|visits|bookings|orders|valuation|share price|stock price)\b/gi,
  inputs:
    /\binputs?\b|\bcontrol(?:s|led|lable)?\b|\bleading (?:indicator|metric)|\bwithin \d|\blatency|\bresponse time|\bin[- ]stock|\bon[- ]time\b|\bdefects?\b|\berror rate|\bbugs?\b|\buptime|\bavailability|\bcoverage|\bcycle time|\blead time|\bturnaround|\bdeploy|\bcompleteness|\bquality check|\bshare of\b.*\bthat\b|\bnumber of (?:new )?(?:features|experiments|tests|interviews|calls|listings|items|articles|pages|integrations|reviews|releases|visits we|partners)|\bper (?:engineer|agent|seller|driver|helper|week|sprint)\b|\b(?:interviews|experiments|listings|onboarding calls|integrations)\b|\bms\b|\bmilliseconds|\bseconds\b|\baccuracy|\bprecision\b|\brecall\b|\bcost per\b|\bfalse positive|\btime to\b|\bprice\b|\bselection\b/i,
};
