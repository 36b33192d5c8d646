/** Which pictures are worth a look, and in what order: what nothing could be read or scanned in is left alone. */

import type { ProgramModel } from '../../program/types.ts'
import type { Listing } from '../listing.ts'
import { headerOf } from './header.ts'
import { BOUNDS, type Picture, type PictureHeader } from './types.ts'

/** Shorter sides hold no code that a telephone could scan and no line that a person would read. */
const LEAST_SIDE = 88
/** A strip of words: low, but long. */
const LEAST_HEIGHT = 26
const LEAST_WIDTH = 180
const SUFFIX = /\.(?:png|jpe?g|gif|webp|svg)$/i
/** Names under which people keep what matters here. */
const TELLING =
  /qr|ewm|er_?wei_?ma|二维码|收款|付款|zhifu|shoukuan|pay|code|wechat|weixin|wx|group|qun|kefu|service|contact|follow|gzh|gongzhong|share|poster|haibao|banner|ad[s_-]|guide|notice|vip|coupon/i

export interface Candidate {
  readonly path: string
  readonly role: Picture['role']
  readonly header: PictureHeader
  readonly size: number
  /** Higher first. */
  readonly rank: number
}
export interface Choice {
  readonly candidates: readonly Candidate[]
  /** Too small to hold anything. */
  readonly small: number
  /** Named like pictures, but of no form that we know; or on the net. */
  readonly elsewhere: number
  /** The listing's icon is among the candidates. */
}

/** Where a file that the listing names lies among the files; undefined when it is not there. */
export const listedFile = (program: ProgramModel, listing: Pick<Listing, 'file'>, named: string): string | undefined => {
  const folder = listing.file.includes('/') ? listing.file.slice(0, listing.file.lastIndexOf('/') + 1) : ''
  const plain = named.replace(/^(?:\.?\/)+/, '')
  return [folder + plain, program.root + plain, plain].find((one) => program.files.has(one))
}

/** Looks at names, sizes and first bytes only. */
export const choosePictures = (program: ProgramModel, listing: Listing | undefined): Choice => {
  const listed = new Map<string, Picture['role']>()
  const note = (named: unknown, role: Picture['role']): void => {
    if (typeof named !== 'string' || /^https?:/i.test(named)) return
    const path = listing && listedFile(program, listing, named)
    if (path !== undefined && !listed.has(path)) listed.set(path, role)
  }
  if (listing) {
    note(listing.icon, 'icon')
    for (const one of (listing.screenshots ?? []).slice(0, 20)) note(one, 'screenshot')
  }
  const paths = new Set([...listed.keys(), ...program.assets.filter(({ path }) => SUFFIX.test(path)).map(({ path }) => path)])
  const candidates: Candidate[] = []
  let [small, elsewhere] = [0, 0]
  for (const path of paths) {
    const role = listed.get(path) ?? 'packaged'
    const size = program.files.size(path)
    // A picture of some hundred bytes is a line, a dot, an arrow.
    if (role === 'packaged' && size < 400) {
      small++
      continue
    }
    const bytes = size <= BOUNDS.bytes ? program.files.bytes(path) : undefined
    const header = bytes && headerOf(bytes)
    if (!header) {
      elsewhere++
      continue
    }
    const { width, height, format } = header
    const [low, high] = [Math.min(width, height), Math.max(width, height)]
    if (role === 'packaged' && format !== 'svg' && low < LEAST_SIDE && !(height >= LEAST_HEIGHT && width >= LEAST_WIDTH)) {
      small++
      continue
    }
    const name = path.slice(path.lastIndexOf('/') + 1)
    const rank =
      (role === 'icon' ? 1000 : role === 'screenshot' ? 500 : 0) +
      (TELLING.test(name) ? 100 : 0) +
      (/[\u4e00-\u9fff]/.test(name) ? 20 : 0) +
      Math.min(60, Math.sqrt(low * high) / 12)
    candidates.push({ path, role, header, size, rank })
  }
  candidates.sort((a, b) => b.rank - a.rank || (a.path < b.path ? -1 : 1))
  return { candidates, small, elsewhere }
}
