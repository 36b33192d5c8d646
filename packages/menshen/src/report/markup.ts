/** HTML that is escaped by construction: what is put into a template is text unless it is markup itself. */
import type { Lang, Text } from '../check/types.ts'

export class Markup {
  readonly html: string
  constructor(html: string) {
    this.html = html
  }
}
type Part = Markup | string | number | false | undefined | readonly Part[]

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** Text from a program: nothing in it opens a tag, ends an attribute, or turns the direction of what follows. */
const escaped = (text: string): string =>
  text
    .replace(/[&<>"']/g, (character) => ESCAPES[character]!)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '·')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '·')

const render = (part: Part): string => {
  if (part === undefined || part === false) return ''
  if (part instanceof Markup) return part.html
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return part.map(render).join('')
}

/** html`<p>${text}</p>`: every value is escaped; lists are joined; false and undefined are nothing. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.reduce((all, piece, i) => all + piece + (i < parts.length ? render(parts[i]) : ''), ''))

/** Both languages stand in the page; the style sheet shows one. */
export const both = (text: Text): Markup =>
  text.zh === text.en ? html`${text.zh}` : html`<span lang="zh-CN">${text.zh}</span><span lang="en">${text.en}</span>`
export const bothOf = (make: (lang: Lang) => string): Markup => both({ zh: make('zh'), en: make('en') })
