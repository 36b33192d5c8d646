/** Looking at the pictures of a program for `check`: beside everything else, in threads of their own. */
import type { Envelope } from '../evidence/envelope.ts'
import type { Listing } from '../evidence/listing.ts'
import { headerOf } from '../evidence/pictures/header.ts'
import type { PictureEvidence } from '../evidence/pictures/types.ts'
import type { RunEvidence } from '../evidence/run.ts'
import { shown } from '../evidence/shape.ts'
import { cacheFolder } from '../io/facts-place.ts'
import { ALL, FEW, lookAtPictures, type Shot } from '../io/pictures/index.ts'
import type { Files, ProgramModel } from '../program/types.ts'
import { Failure } from './failure.ts'
import { VERSION } from './version.ts'

/** A check that only reads is over in a second: it looks at pictures of its own accord where there are no more than these. */
const MOST_AT_A_GLANCE = 12
const pictured = (program: ProgramModel): number =>
  program.assets.filter(({ path }) => /\.(?:png|jpe?g|gif|webp|svg)$/i.test(path) && program.files.size(path) >= 1500).length

export interface PictureFlags {
  readonly static?: boolean
  /** few: what a person would look at first · all · none. */
  readonly pictures?: string
  readonly cache?: boolean
}
export interface Pictures {
  /** True when there is something to wait for. */
  readonly busy: boolean
  /** What was seen, when all of it has been. The screens of a run are looked at as well when there are pictures of them. */
  finish(run: Envelope<RunEvidence> | undefined, screen: (sha256: string) => Uint8Array | undefined): Promise<Envelope<PictureEvidence>>
  stop(): void
}

/** Begins to look, unless nobody wants it; what computes in the meantime is not held up. */
export const beginPictures = (
  flags: PictureFlags,
  about: { readonly path: string; readonly program: ProgramModel; readonly listing: Listing | undefined; readonly at: string },
): Pictures | undefined => {
  const chosen = flags.pictures ?? 'few'
  if (!['few', 'all', 'none'].includes(chosen))
    throw new Failure({
      zh: `--pictures 只能是 few、all 或 none，不能是 ${shown(chosen)}`,
      en: `--pictures takes few, all or none, not ${shown(chosen)}`,
    })
  if (chosen === 'none' || (flags.static && flags.pictures === undefined && pictured(about.program) > MOST_AT_A_GLANCE)) return undefined
  const by = { collector: `pictures@${VERSION}`, at: about.at }
  const bounds = chosen === 'all' ? ALL : flags.static && flags.pictures === undefined ? { ...FEW, reads: 3 } : FEW
  const cache = flags.cache === false ? undefined : { folder: cacheFolder(process.env), program: about.path }
  const failed = (error: unknown): Envelope<PictureEvidence> => ({
    status: 'failed',
    by,
    reason: error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}`.slice(0, 300) : String(error).slice(0, 300),
  })
  try {
    const packaged = lookAtPictures({ program: about.program, listing: about.listing, bounds, cache })
    return {
      busy: packaged.busy,
      async finish(run, screen) {
        try {
          const value = await packaged.evidence
          const shots = run?.status === 'collected' ? tellingScreens(run.value, screen) : []
          if (shots.length === 0) return { status: 'collected', by, value }
          const seen = await lookAtPictures({ shots, bounds, cache: cache && { ...cache, program: `${about.path}` } }).evidence
          return { status: 'collected', by, value: { ...value, pictures: [...value.pictures, ...seen.pictures] } }
        } catch (error) {
          return failed(error)
        }
      },
      stop: () => packaged.stop(),
    }
  } catch (error) {
    return { busy: false, finish: async () => failed(error), stop: () => undefined }
  }
}

const MOST_SCREENS = 8
/** One screen of each page on which something is drawn that the page's own texts do not tell: a canvas, or pictures with few words. */
const tellingScreens = (run: RunEvidence, screen: (sha256: string) => Uint8Array | undefined): readonly Shot[] => {
  const best = new Map<string, { readonly image: string; readonly page: string; readonly weight: number }>()
  for (const pass of run.passes)
    for (const { image, state } of pass.screens) {
      if (!image || !state.route || state.blank) continue
      const drawn = state.embeds.some(({ tag }) => tag === 'canvas')
      const words = state.text.filter(({ layer }) => layer === 'page').reduce((sum, { text }) => sum + text.length, 0)
      if (!drawn && !(state.images > state.brokenImages && words < 60)) continue
      const weight = (drawn ? 100 : 0) + Math.min(50, state.images) - words / 100
      if (weight > (best.get(state.route)?.weight ?? Number.NEGATIVE_INFINITY)) best.set(state.route, { image, page: state.route, weight })
    }
  return [...best.values()]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_SCREENS)
    .flatMap(({ image, page }) => {
      const bytes = screen(image)
      return bytes ? [{ sha256: image, page, bytes }] : []
    })
}

const MOST_BYTES = 1_500_000
/** A packaged picture as a report shows it; drawings are left out, for they are programs of their own. */
export const pictureOf =
  (files: Files) =>
  (file: string): { readonly media: string; readonly data: string; readonly width: number; readonly height: number } | undefined => {
    const size = files.size(file)
    if (size === 0 || size > MOST_BYTES) return undefined
    const bytes = files.bytes(file)
    const header = bytes && headerOf(bytes)
    if (!header || header.format === 'svg' || header.width === 0 || header.height === 0) return undefined
    return { media: `image/${header.format}`, data: Buffer.from(bytes).toString('base64'), width: header.width, height: header.height }
  }
