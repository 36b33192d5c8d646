/** The door of the room: which pictures a program has, and what is seen in them. */
import { createHash } from 'node:crypto'
import type { Listing } from '../../evidence/listing.ts'
import { choosePictures } from '../../evidence/pictures/choose.ts'
import type { Look, Picture, PictureEvidence } from '../../evidence/pictures/types.ts'
import type { ProgramModel } from '../../program/types.ts'
import { openPictureCache, type PictureCache } from './cache.ts'
import { lookAtAll } from './pool.ts'

export interface PictureBounds {
  /** Pictures that are looked at, and their pixels together: a hundred icons cost less than ten photographs. */
  readonly looks: number
  readonly pixels: number
  /** Of these, how many are read. */
  readonly reads: number
  /** Milliseconds for all of it. */
  readonly time: number
}
/** Bounded in number first, so that the same program gives the same result; time only stops what has gone wrong. */
export const FEW: PictureBounds = { looks: 400, pixels: 30_000_000, reads: 12, time: 40_000 }
export const ALL: PictureBounds = { looks: 5000, pixels: 5_000_000_000, reads: 5000, time: 1_800_000 }

/** A screen of a run that is worth reading. */
export interface Shot {
  readonly sha256: string
  readonly page: string
  readonly bytes: Uint8Array
}
export interface PicturesAsked {
  /** Its packaged pictures are looked at, with those that the listing names. */
  readonly program?: ProgramModel
  readonly listing?: Listing | undefined
  readonly bounds: PictureBounds
  /** Folder of the cache and what the program is called there; nothing is kept without. */
  readonly cache?: { readonly folder: string; readonly program: string } | undefined
  readonly shots?: readonly Shot[]
}
export interface PicturesUnderWay {
  readonly evidence: Promise<PictureEvidence>
  /** True when there was anything to look at that was not known already. */
  readonly busy: boolean
  stop(): void
}

/**
 * Begins to look at the pictures of a program that could hold a code or words, beside whatever the caller does.
 * Where there are none, or all are known from before, no thread is started and nothing is loaded.
 */
export function lookAtPictures({ program, listing, bounds, cache, shots = [] }: PicturesAsked): PicturesUnderWay {
  const { candidates, small, elsewhere } = program ? choosePictures(program, listing) : { candidates: [], small: 0, elsewhere: 0 }
  const kept: PictureCache | undefined =
    cache && candidates.length + shots.length > 0 ? openPictureCache(cache.program, cache.folder) : undefined
  const known = new Map<string, Look>()
  const bytesOf = new Map<string, Uint8Array>()
  const rows = candidates.map(({ path, role, header, size, rank }) => {
    const bytes = program?.files.bytes(path) ?? new Uint8Array()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { bytes, rank, path, sha256, role, size, ...header }
  })
  const order: string[] = []
  const bonusOf = new Map<string, number>()
  const pixelsOf = new Map<string, number>()
  const meet = (sha256: string, bytes: Uint8Array, bonus: number, size: number): void => {
    if (bytesOf.has(sha256)) return
    const look = kept?.get(sha256)
    if (look) known.set(sha256, look)
    bytesOf.set(sha256, bytes)
    bonusOf.set(sha256, bonus)
    pixelsOf.set(sha256, size)
    order.push(sha256)
  }
  for (const shot of shots) meet(shot.sha256, shot.bytes, 300, 250_000)
  for (const { sha256, bytes, rank, width, height } of rows) meet(sha256, bytes, Math.round(rank), width * height)
  let reads = bounds.reads
  let pixels = bounds.pixels
  const wanted = order.slice(0, bounds.looks).flatMap((sha256) => {
    // What is known costs nothing now, but did: a second run stops where the first one did.
    pixels -= pixelsOf.get(sha256) ?? 0
    if (pixels < 0) {
      known.delete(sha256)
      return []
    }
    const look = known.get(sha256)
    if (look && look.unread !== 'budget') {
      if (look.read) reads--
      return []
    }
    return [{ key: sha256, bytes: bytesOf.get(sha256)!, known: look, bonus: bonusOf.get(sha256) ?? 0 }]
  })
  // What was read before counts against the same bound: a second run sees what the first one saw.
  const room = Math.max(0, reads)
  const busy = wanted.some(({ known: look }) => !look || room > 0)
  const looking = busy ? lookAtAll(wanted, { reads: room, time: bounds.time }) : undefined
  const settle = (found: ReadonlyMap<string, Look>): PictureEvidence => {
    for (const [sha256, look] of found) kept?.set(sha256, look)
    kept?.save()
    const lookOf = (sha256: string): Look => found.get(sha256) ?? known.get(sha256) ?? { unseen: 'budget', codes: [], lines: null }
    const pictures = rows.map(({ bytes: _bytes, rank: _rank, ...row }): Picture => ({ ...row, ...lookOf(row.sha256) }))
    for (const { sha256, page, bytes } of shots)
      pictures.push({
        path: sha256,
        sha256,
        role: 'run',
        page,
        format: 'png',
        width: 375,
        height: 667,
        size: bytes.length,
        ...lookOf(sha256),
      })
    return { format: 'menshen-pictures/1', pictures, small, elsewhere }
  }
  return {
    evidence: looking ? looking.found.then(settle) : Promise.resolve(settle(new Map())),
    busy,
    stop: () => looking?.stop(),
  }
}
