import type { WordLists } from '../language.js';
import { entries } from '../word-list.js';

const weasel = entries(
  // How likely? Say what it depends on, or that you don't know.
  'might | probably | possibly | perhaps | potentially | presumably | conceivably | it seems | seems to | seem to',
  'arguably | we feel | we hope | hopefully | ideally | in theory | it is possible that | there is a chance',
  // By how much? Before and after in one unit.
  'significantly | substantially | considerably | noticeably | markedly | appreciably',
  'somewhat | fairly | relatively | quite | reasonably | comparatively | more or less | to some extent',
  'to a large extent | to a certain degree | for the most part | by and large | practically all | largely',
  // How often? A rate, or a count over a period.
  'often | frequently | sometimes | occasionally | regularly | from time to time',
  'rarely | seldom | oftentimes | time and again | every so often | more often than not',
  'in some cases | in many cases | in most cases | in certain cases | tends to | tend to | once in a while',
  // When? A date.
  'as soon as possible | soon | in a timely manner | in a timely fashion | on a regular basis | in the near future | in the coming months | in due course | before long | sooner or later',
  'at some point | at a later date | coming soon | down the road | going forward | in the foreseeable future',
  // Who says so?
  'it is believed | it is widely known | studies show | research shows | experts agree | experts say',
  'everyone knows | it goes without saying | needless to say',
);

const amounts = entries(
  'typically | usually | generally | in general | maybe | many | most | several | various | numerous | nearly | almost | roughly | mostly | countless | myriad | plenty of',
  'a number of | a large number of | a small number of | a lot of | lots of | a few | a couple of | a handful of | a bunch of',
  'a variety of | a wide variety of | a wide range of | a broad range of | a host of | a great deal of | a great many | tons of',
  'dozens of | loads of | a majority of | the majority of | the vast majority of | a minority of | a fraction of',
  'a large part of | a significant number of | a significant portion of | a large portion of | an increasing number of',
  'a growing number of | more and more | fewer and fewer | a multitude of | a wealth of',
);

const hype = entries(
  // First of its kind, says the seller.
  'revolutionary | revolutionize | revolutionizes | revolutionizing | revolutionise | revolutionises | revolutionising',
  'groundbreaking | ground-breaking | game-changing | game changing | game-changer | game changer | trailblazing',
  'cutting-edge | cutting edge | bleeding-edge | state-of-the-art | state of the art | next-generation | next-gen',
  "world's first | change everything | changes everything | innovative | hyper-personalized | hyper-personalised",
  'first-of-its-kind | one-of-a-kind | paradigm shift | paradigm-shifting | disruptive',
  'reimagines | reimagined | reinvents | redefines | redefining | transformative | transformational',
  'a new era of | new paradigm | quantum leap | future-proof | futuristic | visionary',
  // Best, says the seller.
  'world-class | world class | best-in-class | best in class | best-of-breed | best of breed | industry-leading | market-leading',
  'industry leading | award-winning | unparalleled | unrivaled | unrivalled | unmatched | unprecedented | second to none | peerless',
  'powerful | ultimate solution | ultimate platform | ultimate tool | ultimate app | ultimate experience | ultimate way | ultimate companion',
  'top-notch | premier | perfect solution | must-have | iconic',
  // Delight, says the seller.
  'amazing | awesome | incredible | fantastic | phenomenal | magical | magic of | stunning | breathtaking | jaw-dropping',
  'delightful | delightfully | beautifully designed | mind-blowing | exceptional | outstanding | extraordinary | remarkable',
  'effortless | effortlessly | frictionless | seamless | seamlessly | painless | painlessly | hassle-free | turnkey',
  // Words of the trade that say nothing.
  'synergy | synergies | synergistic | holistic | holistically | robust | supercharge | supercharges | supercharged | turbocharge',
  'unleash | unleashes | unlock the power | unlocks the power | unlock the full potential | harness the power | harnesses the power',
  'empower | empowers | empowering | bespoke | enterprise-grade | military-grade | bank-grade',
  'to leverage | can leverage | will leverage | we leverage | leverages | leveraging | thought leader | thought leadership | win-win | move the needle',
  'low-hanging fruit | one-stop shop | one-stop-shop | silver bullet | magic bullet | secret sauce',
  'take it to the next level | to the next level | like never before | democratize',
  'democratizes | democratizing | democratise | next frontier',
);

const wordy = entries(
  // Conjunctions in disguise.
  'due to the fact that > because | owing to the fact that > because | in view of the fact that > because',
  'in light of the fact that > because | on account of the fact that > because | for the reason that > because',
  'by virtue of the fact that > because | given the fact that > because | because of the fact that > because',
  'despite the fact that > although | in spite of the fact that > although | regardless of the fact that > although',
  'notwithstanding the fact that > although | in the event that > if | under circumstances in which > when',
  'on the condition that > if | until such time as > until | during the time that > while',
  'with the exception of > except | except for the fact that > except that | in order to > to | so as to > to',
  'in such a way that > so that',
  // Prepositions in disguise.
  'with regard to > about | with regards to > about | in regard to > about | in regards to > about | with respect to > about',
  'with reference to > about | in reference to > about | in relation to > about | pertaining to > about | in terms of',
  'for the purpose of > for | for the purposes of > for | in the course of > during | over the course of > over | prior to > before',
  'previous to > before | subsequent to > after | in close proximity to > near | in the vicinity of > near | in excess of > more than',
  'in the amount of > of | in the absence of > without | in lieu of > instead of | by means of > by',
  'in conjunction with > with',
  // Time.
  'at this point in time > now | at the present time > now | at this moment in time > now | at that point in time > then',
  'in this day and age > today | on a daily basis > daily | on a weekly basis > weekly',
  'on a monthly basis > monthly | on a yearly basis > yearly | on an annual basis > yearly',
  'on a quarterly basis > quarterly | at all times > always | in the process of > now',
  'in advance of > before | at an earlier date > earlier | for a period of > for',
  // Verbs that hide in nouns.
  'utilize > use | utilizes > uses | utilized > used | utilizing > using | utilise > use | utilises > uses | utilised > used',
  'utilising > using | utilization of > use of | make use of > use | makes use of > uses | made use of > used | making use of > using',
  'is able to > can | are able to > can | was able to > could | were able to > could | has the ability to > can',
  'have the ability to > can | has the capability to > can | have the capability to > can',
  'has the potential to > could | have the potential to > could | make a decision > decide | makes a decision > decides',
  'made a decision > decided | making a decision > deciding | come to a conclusion > conclude | came to the conclusion > concluded',
  'reach an agreement > agree | reached an agreement > agreed | take into consideration > consider | takes into consideration > considers',
  'took into consideration > considered | taking into consideration > considering | give consideration to > consider',
  'conduct an analysis of > analyze | perform an analysis of > analyze | perform a review of > review | carry out a review of > review',
  'provide assistance to > help | provides assistance to > helps | provide support for > support | provides support for > supports',
  'is in possession of > has | are in possession of > have | is indicative of > shows | are indicative of > show',
  'is aimed at > aims at | endeavor to > try to | endeavour to > try to',
  'commence > start | commences > starts | commenced > started | ascertain > find out',
  // Words that can go, or say it twice.
  'the fact that | it is important to note that | it should be noted that | it is worth noting that | please note that',
  'as a matter of fact > in fact | first and foremost > first | each and every > every | any and all > all | null and void > void',
  'end result > result | final outcome > outcome | future plans > plans | past history > history | advance planning > planning',
  'basic fundamentals > fundamentals | completely eliminate > eliminate | completely eliminates > eliminates',
  'close proximity > proximity | free gift > gift | new innovation > innovation | new innovations > innovations',
  'in actual fact > in fact | the reason why is because > because',
  'the question as to whether > whether | there is no doubt that > no doubt | when all is said and done',
);

const adjectives = entries(
  // Intensifiers: delete them, or say how much.
  'very | extremely | incredibly | highly | hugely | vastly | immensely | massively | tremendously | enormously | exceptionally',
  'remarkably | extraordinarily | insanely | super easy | super fast | super simple | really easy | really fast | really good | truly',
  'dramatically | drastically | exponentially | radically | profoundly | greatly | blazingly | ridiculously | amazingly',
  // Much more than what?
  'much faster | far faster | much better | far better | much easier | far easier | much cheaper | far cheaper | much simpler',
  'far simpler | much slower | much larger | much smaller | far fewer | far less | much lower | much higher | way faster | way better',
  // Size and speed without a scale.
  'huge | massive | enormous | immense | gigantic | tremendous | blazing fast | blazing-fast | lightning fast | lightning-fast',
  'lightning quick | rock-solid | rock solid | ultra-fast | ultra-low | super-fast | extremely low | highly scalable',
  'infinitely scalable | massively scalable | dramatic | drastic | vast | staggering | astonishing | whopping | skyrocketing',
  'intuitive | user-friendly | easy-to-use | easy to use | simple to use | affordable | competitive pricing',
);

const excited = entries(
  'excited | thrilled | proud | proudly | delighted | honored | honoured | humbled | ecstatic | overjoyed | elated | stoked | pumped',
  'over the moon | pleased to announce | pleased to introduce | pleased to launch | happy to announce | glad to announce',
  'could not be happier | couldn’t be happier | could not be prouder | couldn’t be prouder | can’t wait to | cannot wait to | can not wait to',
  'super excited | beyond excited | a dream come true | a proud moment | an exciting time | exciting milestone | exciting journey',
);

const future = entries(
  'will | will be | will be able to > can | won’t | is going to | are going to | plans to | plan to | aims to | intends to | hopes to',
  'we’ll | it’ll | they’ll | you’ll | is expected to | are expected to | is set to | is slated to | is planned to',
);

const IRREGULAR =
  'built|bought|brought|caught|chosen|cut|done|drawn|driven|eaten|fallen|felt|found|forgotten|given|gone|grown|held|hidden|kept|known|laid|led|left|lent|lost|made|met|paid|put|read|run|said|seen|sent|set|shown|shut|sold|spent|split|spoken|stolen|taken|taught|thrown|told|understood|won|written';

/** English words, chosen for this genre: each of them nearly always marks a sentence that a number or a plain verb improves. */
export const words: WordLists = {
  weasel,
  amounts,
  hype,
  wordy,
  adjectives,
  excited,
  future,
  numbers:
    /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|million|billion|half|third|thirds|quarter|twice|double|triple|percent|zero)\b/i,
  passive: new RegExp(
    `\\b(?:is|are|was|were|be|been|being)\\s+(?:not\\s+|\\w+ly\\s+)?(?:\\w{2,}(?:[^e]ed)|${IRREGULAR})\\b(?:\\s+by\\b)?`,
    'gi',
  ),
};
