import type { QuestionWords } from '../language.js';

export const asking: QuestionWords = {
  mark: '?',
  // The verb comes second in a question and last in a heading: “Wie funktioniert das”, but “Wie es funktioniert”.
  unmarked:
    /^(?:(?:was|wie|warum|wieso|weshalb|wann|wo|woher|wohin|wer|welche[rsnm]?)\s+(?:ist|sind|hat|haben|kann|können|wird|werden|muss|müssen|darf|soll|sollen|kostet|kosten|passiert|funktioniert|funktionieren|bedeutet|gibt|viel|viele|lange|oft|hoch|groß|sicher)|(?:ist|sind|hat|haben|kann|können|wird|werden|muss|müssen|darf|gibt|brauche|braucht)\s+(?:es|das|die|der|ein|eine|ich|wir|man|mein|meine|sie|ihr))(?![\p{L}])(?:(?![.!?]\s).)*$/isu,
  yesNo: null,
  open: null,
  direct: null,
};
