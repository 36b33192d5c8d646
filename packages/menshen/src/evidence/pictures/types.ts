/** What was seen in the pictures of a program: plain data, judged again without the pictures. */

export type PictureFormat = 'png' | 'jpeg' | 'gif' | 'webp' | 'svg'
/** Left, top, width, height in the picture's own pixels. */
export type Box = readonly [number, number, number, number]

/** Width and height from a picture's first bytes, before anything is decoded. */
export interface PictureHeader {
  readonly format: PictureFormat
  readonly width: number
  readonly height: number
}

/** A decoded picture: red, green, blue, alpha of each pixel, row by row. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}
/** Brightness alone, one byte a pixel. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/**
 * Where a code leads.
 * payment: somebody's purse · contact: a person, a group, an account to follow · program: another mini program ·
 * download: an app · link: a web page · other: words, a number, a network.
 */
export type Meaning = 'payment' | 'contact' | 'program' | 'download' | 'link' | 'other'
export interface Code {
  /** mini-program: the round code with rays, which cannot be read without its platform. */
  readonly kind: 'qr' | 'mini-program'
  /** What it says; null when it can only be seen to be one. */
  readonly text: string | null
  readonly meaning: Meaning
  /** Whose purse, whose group: a name of data/picture-codes.json, or the host of a link. */
  readonly of: { readonly zh: string; readonly en: string }
  readonly box: Box
}

/** A line of text as it was read; readers err. */
export interface Line {
  readonly text: string
  /** 0 to 100. */
  readonly confidence: number
  readonly box: Box
}

/** Measures of the whole picture; shares are from 0 to 1. */
export interface Measures {
  /** Different colours on a scale of 16 steps a channel. */
  readonly colours: number
  /** Share of pixels that let the ground through. */
  readonly clear: number
  /** Share of pixels that are clear or nearly white. */
  readonly blank: number
  /** Share of the outermost pixels that are clear or nearly white. */
  readonly blankRim: number
  /** How steep the edges are, 0 to 1; small for what was blown up or out of focus. Of square pictures; 1 for others. */
  readonly sharpness: number
  /** Share of pixels in the colours of bare skin, and of the largest patch of them. */
  readonly skin: number
  readonly skinPatch: number
  /** 64 bits in hexadecimal: like pictures have like ones. */
  readonly likeness: string
  /** Of square pictures: the shape of what stands on the ground, 16 by 16, as hexadecimal rows; and its commonest colour as [hue 0–359, saturation, brightness]. */
  readonly shape: string
  readonly ink: readonly [number, number, number]
  /** Where lines of text seem to stand, the longest first. */
  readonly rows: readonly Box[]
}

/** Why nothing is known of a picture, or only its size. */
export type Unseen = 'broken' | 'too-large' | 'too-slow' | 'format' | 'budget'

export interface Picture {
  /** Of a packaged picture its path; of a screenshot of the run its sha256. */
  readonly path: string
  readonly sha256: string
  /** packaged: in the program · icon, screenshot: of the listing · run: what stood on the screen. */
  readonly role: 'packaged' | 'icon' | 'screenshot' | 'run'
  /** Route, for what was seen in a run. */
  readonly page?: string
  readonly format: PictureFormat | null
  readonly width: number
  readonly height: number
  readonly size: number
  readonly unseen?: Unseen
  readonly measures?: Measures
  readonly codes: readonly Code[]
  /** Lines of text, top to bottom; null when nobody read it. */
  readonly lines: readonly Line[] | null
  /** A reader went over it, whether it found words or not. */
  readonly read?: true
  /** Why lines is null though there seems to be text. */
  readonly unread?: 'budget' | 'too-slow' | 'no-reader'
}

export interface PictureEvidence {
  readonly format: 'menshen-pictures/1'
  readonly pictures: readonly Picture[]
  /** Pictures so small that nothing could be read or scanned in them: not looked at, and nothing missed. */
  readonly small: number
  /** Pictures of the program by path that are on the net, or of a kind that we cannot decode. */
  readonly elsewhere: number
}

/** What one look at one picture brings: everything but its place in the program. */
export type Look = Pick<Picture, 'unseen' | 'measures' | 'codes' | 'lines' | 'read' | 'unread'>

/** Bounds on hostile pictures. */
export const BOUNDS = {
  /** Bytes of one picture; a package holds 2 MB. */
  bytes: 8_000_000,
  /** Pixels that are decoded. */
  pixels: 16_000_000,
  /** Either side. */
  side: 20_000,
  /** Milliseconds for one picture without reading, and for reading it. */
  lookTime: 4000,
  readTime: 8000,
  /** Longest code text that is kept, and codes and lines of a picture. */
  codeText: 2000,
  codes: 12,
  lines: 200,
  lineText: 400,
} as const
