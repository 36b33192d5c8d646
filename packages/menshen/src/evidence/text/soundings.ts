/**
 * 赌bo, du博, 代lian: a character spelt in pinyin among Han characters. Each such spelling is read aloud: the text is
 * looked at again with the characters of the lexicons that sound so in its place.
 */
import pinyin from '../../../data/pinyin.json' with { type: 'json' }
import { Gap, type Normalised } from './normalise.ts'

export interface Sounding {
  readonly text: Normalised
  /** The spelt stretch, in offsets of the original. */
  readonly from: number
  readonly to: number
}

/** Most spelt characters of one text that are read aloud. */
const MOST = 64
/** How much text around a spelling is looked at again. */
const REACH = 40
const SPELT = /(?<![a-z0-9])[a-z]{2,6}(?![a-z0-9])/g
const HAN = /[\u3400-\u9fff]/

const readings = new Map<string, string>(Object.entries(pinyin.readings))

/** The text with one spelt character replaced by each character that sounds so; only its surroundings are kept. */
export const soundings = (source: Normalised): readonly Sounding[] => {
  const out: Sounding[] = []
  const text = source.text
  let count = 0
  SPELT.lastIndex = 0
  for (let m = SPELT.exec(text); m && count < MOST; m = SPELT.exec(text)) {
    const start = m.index
    const end = start + m[0].length
    const characters = readings.get(m[0])
    if (!characters) continue
    // A word of a Latin sentence is no spelling: a Han character must touch it on one side at least.
    const touches = (i: number, gap: number): boolean => i >= 0 && i < text.length && HAN.test(text[i]!) && source.gaps[gap]! <= Gap.hidden
    if (!touches(start - 1, start) && !touches(end, end)) continue
    count++
    const from = Math.max(0, start - REACH)
    const to = Math.min(text.length, end + REACH)
    const join = <T extends Int32Array | Uint8Array>(make: (size: number) => T, list: T, own: number): T => {
      const whole = make(to - from - (end - start) + 1)
      whole.set(list.subarray(from, start) as never)
      whole[start - from] = own
      whole.set(list.subarray(end, to) as never, start - from + 1)
      return whole
    }
    const starts = join((n) => new Int32Array(n), source.starts, source.starts[start]!)
    const ends = join((n) => new Int32Array(n), source.ends, source.ends[end - 1]!)
    const gaps = join((n) => new Uint8Array(n), source.gaps, source.gaps[start]!)
    for (const character of characters) {
      const heard = text.slice(from, start) + character + text.slice(end, to)
      out.push({
        text: { original: source.original, text: heard, starts, ends, gaps, plain: false },
        from: source.starts[start]!,
        to: source.ends[end - 1]!,
      })
    }
  }
  return out
}
