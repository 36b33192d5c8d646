/** What a reader of pictures put out, made into lines of text as people see them. */
import { BOUNDS, type Box, type Line } from './types.ts'

interface Word {
  readonly text: string
  readonly confidence: number
  readonly box: Box
}
/** Words below this are mostly noise of textures and icons. */
const LEAST_WORD = 20
const LEAST_LINE = 45
const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

/** Lines from the reader's table of words (tab-separated values); boxes are multiplied by `scale`. */
export const linesOf = (table: string, scale: number): readonly Line[] => {
  const rows = new Map<string, Word[]>()
  for (const row of table.slice(0, 2_000_000).split('\n')) {
    const cells = row.split('\t')
    if (cells[0] !== '5') continue
    const text = (cells[11] ?? '').trim()
    const confidence = Number(cells[10])
    if (text === '' || !(confidence >= LEAST_WORD)) continue
    const box = [Number(cells[6]), Number(cells[7]), Number(cells[8]), Number(cells[9])].map((n) => Math.round(n * scale))
    const key = `${cells[1]}.${cells[2]}.${cells[3]}.${cells[4]}`
    const word = { text, confidence, box: box as unknown as Box }
    const line = rows.get(key)
    if (line) line.push(word)
    else rows.set(key, [word])
  }
  const lines: Line[] = []
  for (const words of rows.values()) {
    const line = joined(words)
    if (line && lines.length < BOUNDS.lines) lines.push(line)
  }
  return lines.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
}

/** The reader parts Chinese between characters; Latin words keep their spaces. */
const joined = (words: readonly Word[]): Line | undefined => {
  // The stroke of 一 is as high as a comma: the line is as high as its highest word.
  const high = Math.max(...words.map((word) => word.box[3]))
  let text = ''
  let last: Word | undefined
  for (const word of words) {
    if (last) {
      const gap = word.box[0] - (last.box[0] + last.box[2])
      const tight = HAN.test(text.at(-1) ?? '') || HAN.test(word.text[0] ?? '')
      // A wide gap parts two labels of one line.
      if (gap > high * 1.2) text += ' '
      else if (!tight) text += ' '
    }
    text += word.text
    last = word
  }
  text = text.replace(/\s+/g, ' ').trim().slice(0, BOUNDS.lineText)
  const letters = [...text].filter((c) => /[\p{L}\p{N}]/u.test(c)).length
  const confidence = Math.round(
    words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / words.reduce((sum, word) => sum + word.text.length, 0),
  )
  // One sure character may be a label; several unsure ones are a texture.
  if (letters === 0 || confidence < LEAST_LINE || (letters < 2 && confidence < 85) || letters * 2 < [...text.replace(/\s/g, '')].length)
    return undefined
  const left = Math.min(...words.map((word) => word.box[0]))
  const top = Math.min(...words.map((word) => word.box[1]))
  const right = Math.max(...words.map((word) => word.box[0] + word.box[2]))
  const bottom = Math.max(...words.map((word) => word.box[1] + word.box[3]))
  return { text, confidence, box: [left, top, right - left, bottom - top] }
}
