/** Text for terminals in which a Chinese character takes two columns. */

const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
]
const NOTHING = /[\p{Mn}\p{Me}\p{Cf}]/u

const isWide = (code: number) => code >= 0x1100 && WIDE.some(([from, to]) => code >= from && code <= to)
const widthOfCharacter = (character: string): number => {
  const code = character.codePointAt(0)!
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return 0
  if (code < 0x300) return 1
  if (NOTHING.test(character)) return 0
  return isWide(code) ? 2 : 1
}

/** Columns that a text takes on a terminal. */
export const displayWidth = (text: string): number => {
  let width = 0
  for (const character of text) width += widthOfCharacter(character)
  return width
}

/** Fills a text up with spaces to a number of columns. */
export const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)))

/** Marks that may not stand at the head of a line: they stay with what they close. */
const CLOSING = new Set([...'，。、；：？！）》」』】〉”’…—·%,.;:?!)]}'])
/** Marks that may not stand at the end of a line. */
const OPENING = new Set([...'（《「『【〈“‘([{'])

/** The smallest parts between which a line may break: words of Latin letters whole, Chinese characters one by one. */
const parts = (text: string): readonly string[] => {
  const found: string[] = []
  let open = ''
  let word = ''
  const close = () => {
    if (word !== '') found.push(word)
    word = ''
  }
  for (const character of text) {
    if (/\s/.test(character)) {
      close()
      if (found.at(-1)?.trim() === '') found[found.length - 1] += ' '
      else found.push(' ')
    } else if (OPENING.has(character) && (word === '' || isWide(character.codePointAt(0)!))) {
      close()
      open += character
    } else if (CLOSING.has(character)) {
      if (word !== '') {
        word += character
        if (isWide(character.codePointAt(0)!)) close()
      } else if (open === '' && found.length > 0 && found.at(-1)!.trim() !== '') found[found.length - 1] += character
      else word = open + character
      if (word !== '') open = ''
    } else if (isWide(character.codePointAt(0)!)) {
      close()
      found.push(open + character)
      open = ''
    } else {
      word += open + character
      open = ''
    }
  }
  close()
  if (open !== '') found.push(open)
  return found
}

/** Breaks a text into lines of at most `width` columns; only a single part that is longer than a line sticks out. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const part of parts(text.trim())) {
    const wide = displayWidth(part)
    if (used > 0 && used + wide > width) {
      lines.push(line.trimEnd())
      line = ''
      used = 0
    }
    if (part.trim() === '' && used === 0) continue
    line += part
    used += wide
  }
  if (line !== '' || lines.length === 0) lines.push(line.trimEnd())
  return lines
}
