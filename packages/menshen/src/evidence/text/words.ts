/** Where the words of a text lie, as a dictionary cuts them. Slow: asked only about places that matter. */
import { Gap, type Normalised } from './normalise.ts'

const AROUND = 8

/** Little words, which stand anywhere: nobody hides a term by writing them. */
const LITTLE = new Set(
  '的地得了着过在是和与及或也都就还又再很太更最不没无有要会能可以为被把给待对向从到由于但而且因所如若则即只才已将我你他她它们这那哪其个上下里外中前后时年月日来去用说看想让叫等一二两三几多少大小',
)
/** By character code. */
export const isLittle = new Uint8Array(0x10000)
for (const one of LITTLE) isLittle[one.charCodeAt(0)] = 1

let segmenter: Intl.Segmenter | undefined
/** The words around a stretch of a text, as far as one could reach, and where the text that was cut begins. */
const wordsAround = ({ text }: Normalised, start: number, end: number) => {
  const from = Math.max(0, start - AROUND)
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  return { from, segments: segmenter.segment(text.slice(from, end + AROUND)) }
}

/** For each character of a stretch where its word begins, and in the other half where it ends: offsets of the text. */
export const cutOf = (source: Normalised, start: number, end: number): Int32Array => {
  const { from, segments } = wordsAround(source, start, end)
  const size = end - start
  const words = new Int32Array(size * 2)
  for (let at = start; at < end; ) {
    // Asked word by word: going through all of them takes three times as long.
    const { index, segment } = segments.containing(at - from)!
    const first = from + index
    const last = first + segment.length
    const until = Math.min(last, end) - start
    words.fill(first, at - start, until)
    words.fill(last, size + at - start, size + until)
    at = last
  }
  return words
}

/** Longer words hardly straddle anything. */
const SHORT = 3
/** Whether something stands at a place that a neighbour could be written with: neither a border nor a little word. */
const holds = ({ text, gaps }: Normalised, at: number, border: number): boolean =>
  at >= 0 && at < text.length && gaps[border]! < Gap.comma && isLittle[text.charCodeAt(at)] === 0
/**
 * True when a word of the text reaches over an end of a short stretch and leaves part of it to a neighbour: 时时彩 in 时时|彩虹.
 * Where a little word stands outside, the dictionary may have cut wrongly: 你找|情人.
 */
export const isCrossed = (source: Normalised, start: number, end: number): boolean => {
  if (end - start > SHORT) return false
  const before = holds(source, start - 1, start)
  const after = holds(source, end, end)
  if (!before && !after) return false
  const { from, segments } = wordsAround(source, start, end)
  for (let at = start - from; at < end - from; ) {
    const { index, segment } = segments.containing(at)!
    const last = index + segment.length
    if (before && index < start - from && last < end - from) return true
    if (after && index > start - from && last > end - from) return true
    at = last
  }
  return false
}
