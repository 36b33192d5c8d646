/** Names inside an archive. Whatever means two things to two systems, or shows otherwise than it is, is refused. */
import { SKIPPED_FOLDERS } from '../../../menshen/src/io/limits.ts'
import type { PackageLimits } from './limits.ts'
import { Refused } from './refusal.ts'

// Invisible letters, changes of direction, letters of nobody, tags, and lone halves: a name that shows otherwise than it is.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}\u115f\u1160\u3164\uffa0]|\u034f|\u17b4|\u17b5|\p{Variation_Selector}/u
const FORBIDDEN = /[<>:"|?*]/
const RESERVED = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?:\..*)?$/i
/** PROGRA~1 is another name of a longer one on some systems. */
const SHORT = /^[^~.]{1,6}~\d(?:\.[^.]{0,3})?$/

/** Why a name must not be used; null when it may. `path` has no slash at its end. */
export const unsafeName = (path: string, limits: PackageLimits): string | null => {
  if (path === '') return '""'
  if (path.includes('\0')) return 'NUL'
  if (path.includes('\\')) return '\\'
  if (path.startsWith('/')) return '/'
  if (/^[A-Za-z]:/.test(path)) return path.slice(0, 2)
  if (Buffer.byteLength(path) > limits.pathBytes) return `> ${limits.pathBytes} bytes`
  const parts = path.split('/')
  if (parts.length - 1 > limits.depth) return `> ${limits.depth}`
  for (const part of parts) {
    if (part === '..') return '..'
    if (part === '.' || part === '') return './'
    if (UNSEEN.test(part)) return `U+${part.match(UNSEEN)![0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    if (FORBIDDEN.test(part)) return part.match(FORBIDDEN)![0]
    if (/[. ]$/.test(part) || part.startsWith(' ')) return JSON.stringify(part.slice(-8))
    if (RESERVED.test(part) || SHORT.test(part)) return part
    if (/\p{Zs}/u.test(part.replaceAll(' ', '')))
      return (
        'U+' +
        part
          .replaceAll(' ', '')
          .match(/\p{Zs}/u)![0]
          .codePointAt(0)!
          .toString(16)
          .toUpperCase()
      )
  }
  return null
}

/** What may never be in a package, by its name alone. */
export const refuseByName = (path: string): void => {
  for (const part of path.split('/'))
    if (SKIPPED_FOLDERS.has(part) || part === '.DS_Store') throw new Refused('left-out-folder', { path, folder: part })
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  if (name === '.menshenignore') throw new Refused('review-settings', { path })
  if (
    /\.(?:exe|dll|bat|cmd|com|scr|msi|ps1|vbs|vbe|wsf|hta|lnk|jar|apk|ipa|app|dmg|deb|rpm|sh|bash|php|jsp|aspx?|so|dylib|node)$/.test(name)
  )
    throw new Refused('executable', { path })
  if (/^\.env(?:\..+)?$/.test(name) || /\.(?:p12|pfx|jks|keystore)$/.test(name) || /^id_(?:rsa|dsa|ecdsa|ed25519)$/.test(name))
    throw new Refused('secret', { path })
}

/** One name for all that some system takes for the same: case, composition, compatibility forms, short names. */
const keyOf = (path: string): string => path.normalize('NFKC').toLowerCase().toUpperCase().normalize('NFKC')

/** Notices names that are one on some system, and files that stand where a folder does. */
export class NameBook {
  private readonly files = new Map<string, string>()
  private readonly folders = new Map<string, string>()
  private readonly given = new Set<string>()

  add(path: string, folder: boolean): void {
    const key = keyOf(path)
    const same = this.files.get(key)
    if (same !== undefined) throw new Refused('name-clash', { path, other: same })
    if (folder) {
      if (this.given.has(key)) throw new Refused('name-clash', { path, other: this.folders.get(key) ?? path })
      this.given.add(key)
      this.enter(path, path.length)
    } else {
      const other = this.folders.get(key)
      if (other !== undefined) throw new Refused('name-clash', { path, other })
      this.files.set(key, path)
      this.enter(path, path.lastIndexOf('/'))
    }
  }
  /** Every folder above, each by one spelling only. */
  private enter(path: string, end: number): void {
    for (let slash = end; slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = path.slice(0, slash)
      const key = keyOf(folder)
      const file = this.files.get(key)
      if (file !== undefined) throw new Refused('name-clash', { path, other: file })
      const spelt = this.folders.get(key)
      if (spelt !== undefined && spelt !== folder) throw new Refused('name-clash', { path: folder, other: spelt })
      this.folders.set(key, folder)
    }
  }
}
