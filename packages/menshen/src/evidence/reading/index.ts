/** Reading elsewhere: who asks, who answers, and what goes between them. */
export { type Desk, openDesk } from './answer.ts'
export { type DistantReader, distantReader, type Line, writtenTexts } from './distant.ts'
export { type CopyReader, elsewhere, readBy } from './elsewhere.ts'
export { type RememberingReader, rememberingReader } from './remembered.ts'
export type { Answer, Asked, Early, Request } from './wire.ts'
