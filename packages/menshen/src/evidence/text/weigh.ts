/** Weighs the words that stand in a text by what the text does with them: terms, combinations of two, patterns near a guard. */
import { clausesFor, type FindOptions } from './choice.ts'
import { Surroundings } from './context.ts'
import { type Lexicon, MARK, ROLE, type Strength } from './lexicon.ts'
import type { TermMatch } from './matcher.ts'
import { Gap, type Normalised } from './normalise.ts'
import { type Hit, occurrence, parted } from './occurrence.ts'
import { matchesNear } from './patterns.ts'
import type { Heard } from './sound.ts'
import { A_FEW, firstFrom, longestOf, type Stretch } from './stretches.ts'
import { isCrossed } from './words.ts'

/** Texts up to this length are names and labels: in them weak words weigh as well. */
const NAME = 16
/** Most matches of one text. */
const MOST = 2000
const DENIED_WITHIN =
  /.(?:不收|不售|不卖|不提供|不需要?|不用(?![扎吃开打跑排等囤花本钱考去动节买出压])|不做|不买卖|不得|无需|免收|免费(?![领送拿看得下解进])|无合作|无任何|没有任何|不发(?!货)|不推送|(?<!是)不是(?![梦事问难])|并非|不影响|不妨碍|无关|请勿|禁止|不会(?:有|获得|得到))./
const LOWER: Readonly<Record<Strength, Strength | null>> = { strong: 'medium', medium: 'weak', weak: null }

/** True when a full stop stands between two folded offsets: 想看答案？发到群里 goes on, and so does what is called out. */
const stopBetween = (text: Normalised, from: number, to: number): boolean => {
  for (let i = from; i <= to && i < text.gaps.length; i++)
    if (text.gaps[i] === Gap.stop && /[。｡]/.test(text.original.slice(i > 0 ? text.ends[i - 1] : 0, text.starts[i]))) return true
  return false
}

/** How far from a hit another word may say what its sentence is about, in folded characters. */
const SUBJECT = 40
/** True when two stretches stand in one sentence, near each other. */
const together = ({ gaps }: Normalised, a: Stretch, b: Stretch): boolean => {
  const from = Math.min(a.end, b.end)
  const to = Math.max(a.start, b.start)
  if (to - from > SUBJECT) return false
  for (let i = from; i <= to && i < gaps.length; i++) if (gaps[i] === Gap.stop) return false
  return true
}

/** What two needles of one place share when they are the same to it. */
const SPELT = MARK.evasive | MARK.shape

const NOTHING: readonly TermMatch[] = []
/** Adds to a list that is made when there is something to put into it. */
const put = <T>(map: Map<number, T[]> | undefined, key: number, value: T): Map<number, T[]> => {
  if (!map) return new Map([[key, [value]]])
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (list.length < MOST) list.push(value)
  return map
}

/** What is said by those of the hits whose entries were chosen. */
export const weigh = (
  text: Normalised,
  lex: Lexicon,
  hits: Int32Array,
  heard: readonly Heard[],
  chosen: Uint8Array,
  options: FindOptions,
): readonly TermMatch[] => {
  const { entryOf, roleOf, lengthOf, marksOf } = lex
  const terms: Hit[] = []
  let firsts: Map<number, Hit[]> | undefined
  let seconds: Map<number, Hit[]> | undefined
  let shields: Map<number, Stretch[]> | undefined
  let pardons: Map<number, Stretch[]> | undefined
  let widest = 0
  let guards: Map<number, number[]> | undefined
  let last = -1
  let lastEnd = -1
  let lastHit: Hit | null = null
  for (let i = 0; i < hits.length; i += 2) {
    const needle = hits[i]!
    const entry = entryOf[needle]!
    if (chosen[entry] === 0) continue
    const end = hits[i + 1]!
    const role = roleOf[needle]!
    if (role === ROLE.shield) {
      const length = lengthOf[needle]!
      // 代打，包三十星 is no 代打包.
      if (parted(text, end - length, end)) continue
      shields = put(shields, entry, { start: end - length, end })
      if (length > widest) widest = length
      continue
    }
    if (role === ROLE.pardon) {
      pardons = put(pardons, entry, { start: end - lengthOf[needle]!, end })
      continue
    }
    if (role === ROLE.guard) {
      guards = put(guards, entry, end)
      continue
    }
    if (lengthOf[needle] !== text.text.length && lex.entries[entry]!.exact) continue
    // A word of several rows is hit once for each.
    const again =
      last !== -1 && lastEnd === end && lengthOf[last] === lengthOf[needle] && ((marksOf[last]! ^ marksOf[needle]!) & SPELT) === 0
    if (!again) lastHit = occurrence(text, lex, needle, end)
    last = needle
    lastEnd = end
    if (!lastHit) continue
    const hit: Hit = lastHit.needle === needle ? lastHit : { ...lastHit, needle, entry }
    if (role === ROLE.term) {
      if (terms.length < MOST) terms.push(hit)
    } else if (!hit.doubtful) {
      if (role === ROLE.first) firsts = put(firsts, entry, hit)
      else seconds = put(seconds, entry, hit)
    }
  }
  for (const { needle, start, end, exchanged, thin, initial } of heard) {
    const entry = entryOf[needle]!
    if (chosen[entry] === 0) continue
    const role = roleOf[needle]!
    const { strength } = lex.entries[entry]!
    const weak = strength === 'weak'
    // 增g膏 is clear; of two characters the one that is right has to be part of a strong word, or of a combination.
    if (weak ? exchanged : initial && thin && role === ROLE.term && strength !== 'strong') continue
    const hit: Hit = { needle, entry, start, end, evasive: true, doubtful: false, heard: exchanged, thin: thin && !initial, spelt: weak }
    if (role === ROLE.term) {
      if (terms.length < MOST) terms.push(hit)
    } else if (role === ROLE.first) firsts = put(firsts, entry, hit)
    else seconds = put(seconds, entry, hit)
  }
  if (terms.length === 0 && !guards && !(firsts && seconds)) return NOTHING

  const out: TermMatch[] = []
  // Most texts have guard words only, and no pattern near them matches.
  let surroundings: Surroundings | undefined
  const shielded = (entry: number, start: number, end: number): boolean => {
    const list = shields?.get(entry)
    if (!list) return false
    for (let i = list.length > A_FEW ? firstFrom(list, end) : 0; i < list.length; i++) {
      const shield = list[i]!
      if (shield.end - widest > start) return false
      if (shield.start <= start && shield.end >= end) return true
    }
    return false
  }
  const pardoned = (entry: number, hit: Stretch): boolean => {
    const list = pardons?.get(entry)
    if (!list) return false
    for (let i = list.length > A_FEW ? firstFrom(list, hit.start - SUBJECT) : 0; i < list.length; i++) {
      if (together(text, hit, list[i]!)) return true
      if (list[i]!.start > hit.end + SUBJECT) return false
    }
    return false
  }
  const emit = (
    number: number,
    start: number,
    end: number,
    term: string,
    evasive: boolean,
    heard = false,
    later = start,
    earlier = end,
    by?: Hit,
  ): void => {
    if (out.length >= MOST) return
    surroundings ??= new Surroundings(text, options)
    const entry = lex.entries[number]!
    const found = [...surroundings.around(start, end)]
    // 小学生请勿去网吧: what is denied may be the second part of a combination.
    if (later > start && !found.some((f) => f.kind === 'negation'))
      found.push(...surroundings.around(later, end).filter((f) => f.kind === 'negation'))
    // 领养，不收押金: a stretch that holds its own denial; 不分享就不会有奖励 denies twice.
    if (entry.kind !== 'term' && end - start > 4 && text.text[start - 1] !== '不' && DENIED_WITHIN.test(text.text.slice(start, end)))
      found.push({ kind: 'negation', effect: 'clear' })
    // 小产权房不受法律保护，购房请…: so may the first.
    if (earlier < end && !found.some((f) => f.kind === 'negation'))
      found.push(...surroundings.around(start, earlier).filter((f) => f.kind === 'negation'))
    // 集 38 个赞领抱枕: a pattern ends where it likes, and what follows is no ware that bears its name.
    if (entry.kind === 'pattern') for (let i = found.length - 1; i >= 0; i--) if (found[i]!.kind === 'ware') found.splice(i, 1)
    if (pardons && pardoned(number, { start, end })) found.push({ kind: 'subject', effect: 'clear' })
    // A combination in an option is what can be chosen: 猫咪空运到机场.
    if (entry.kind === 'combo')
      for (let i = found.length - 1; i >= 0; i--) if (found[i]!.kind === 'form-option' && found[i]!.effect === 'lower') found.splice(i, 1)
    if (by && !by.evasive && entry.kind === 'term' && surroundings.mentioned(start, end))
      found.push({ kind: 'mention', effect: entry.strength === 'weak' ? 'clear' : 'faint' })
    // What a dictionary cuts otherwise is no word here: 滚刷|量大. Of names little else is known; longer texts may have been cut wrongly.
    const plain = by && entry.kind === 'term' && !by.heard && !by.spelt && !by.thin
    const name = text.text.length <= NAME
    const done = found.some((f) => f.effect === 'clear' || (f.effect === 'faint' && !name))
    if (plain && !done && (name || entry.strength === 'strong') && isCrossed(text, start, end))
      found.push({ kind: 'border', effect: name ? 'clear' : 'faint' })
    let strength: Strength | null = by?.thin ? 'weak' : heard || by?.spelt ? 'medium' : entry.strength
    if (found.some((f) => f.effect === 'clear')) strength = null
    else for (const f of found) if (strength) strength = f.effect === 'lower' ? LOWER[strength] : f.effect === 'faint' ? 'weak' : strength
    const from = text.starts[start]!
    const to = text.ends[end - 1]!
    out.push({
      entry,
      start: from,
      end: to,
      matched: text.original.slice(from, to),
      term,
      strength,
      context: found.map((f) => f.kind),
      evasive,
      clauses: clausesFor(entry, options.platform),
    })
  }

  // Of hits of one entry that cover the same stretch, the longest speaks.
  let byEntry: Map<number, Hit[]> | undefined
  // Two doubtful words of one list that touch vouch for each other: 风水面相.
  const vouched = (hit: Hit): boolean => terms.some((t) => t.entry === hit.entry && (t.end === hit.start || t.start === hit.end))
  for (const hit of terms)
    if ((!hit.doubtful || (terms.length <= 200 && vouched(hit))) && !shielded(hit.entry, hit.start, hit.end))
      byEntry = put(byEntry, hit.entry, hit)
  for (const [number, hits] of byEntry ?? []) {
    if (hits.length > 1) hits.sort((a, b) => a.start - b.start || b.end - a.end)
    let last = -1
    for (const hit of hits) {
      if (hit.end <= last) continue
      last = hit.end
      emit(number, hit.start, hit.end, lex.wordOf(hit.needle), hit.evasive, hit.heard, hit.start, hit.end, hit)
    }
  }
  for (const [number, ones] of firsts ?? []) {
    const others = seconds?.get(number)
    if (!others) continue
    const entry = lex.entries[number]!
    const window = entry.window ?? 12
    const longest = longestOf(others)
    let last = -1
    for (const a of ones.sort((x, y) => x.start - y.start || y.end - x.end)) {
      if (shielded(number, a.start, a.end) || a.start < last) continue
      let best: Hit | null = null
      let distance = Infinity
      const beyond = a.end + window + longest
      for (let i = longest === Infinity ? 0 : firstFrom(others, a.start - window); i < others.length; i++) {
        const b = others[i]!
        if (b.end > beyond) break
        const between = b.start >= a.end ? b.start - a.end : b.end <= a.start && entry.order !== 'then' ? a.start - b.end : Infinity
        if (between > window || between >= distance || shielded(number, b.start, b.end)) continue
        if (stopBetween(text, Math.min(a.end, b.end), Math.max(a.start, b.start))) continue
        // 代排版：论文、简历: a single character belongs to what stands at its side of the mark.
        if (a.end - a.start === 1 && entry.order === 'then' && parted(text, a.start, b.start + 1)) continue
        best = b
        distance = between
      }
      if (!best) continue
      const start = Math.min(a.start, best.start)
      const end = Math.max(a.end, best.end)
      last = end
      const term = `${lex.wordOf(a.needle)} … ${lex.wordOf(best.needle)}`
      emit(
        number,
        start,
        end,
        term,
        a.evasive || best.evasive,
        a.heard || best.heard,
        Math.max(a.start, best.start),
        Math.min(a.end, best.end),
      )
    }
  }
  if (guards)
    matchesNear(text, lex, guards, (number, start, end, written) => {
      if (!shielded(number, start, end) && !stopBetween(text, start + 1, end - 1))
        emit(number, start, Math.min(end, text.text.length), written, false)
    })
  return out
}
