/** A language model as an aide: questions, the words of a request, and what of an answer holds. No host here: io/ sends. */
export { type Held, holdAnswer } from './answer.ts'
export { type AskInput, questionsOf, type Words, wordsOf } from './ask.ts'
export type * from './types.ts'
