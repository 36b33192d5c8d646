/** How the commands of the platform are told, in both languages. */
export type Lang = 'zh' | 'en'
export interface Words {
  readonly zh: string
  readonly en: string
}
/** Something that a person did or has to do; the exit code goes with it. */
export class Told extends Error {
  override readonly name = 'Told'
  readonly text: Words
  readonly code: number
  constructor(text: Words, code = 2) {
    super(text.en)
    this.text = text
    this.code = code
  }
}

/** What is said at the start where mail would wait for ever; null where it goes out, or is kept on purpose. */
export const mailWaits = (server: string | undefined, development = false): Words | null =>
  (server ?? '') !== '' || development
    ? null
    : {
        zh: '没有设置 MENSHEN_SMTP：本进程不发信，邮件留在队列里，等有发信服务器的进程来发。开发时可设 MENSHEN_SMTP=keep，只留在数据库里查看。',
        en: 'MENSHEN_SMTP is not set: this process sends no mail; it stays queued for one that does. While developing, MENSHEN_SMTP=keep keeps it in the database to be looked at.',
      }
