/**
 * The child that opens a stranger's package, by itself in an empty folder: reads `package.zip`, keeps each file under its
 * hash in `files/`, and says on its output what there is or why it is refused. It knows no database, no key and no name
 * of anybody.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { InputError } from '../../../menshen/src/io/input-error.ts'
import { openZip } from '../../../menshen/src/io/zip.ts'
import { findProgram } from '../../../menshen/src/program/find.ts'
import { readJson } from '../../../menshen/src/program/json.ts'
import { type Entry, readArchive } from './archive.ts'
import { contentOf, refuseByContent } from './contents.ts'
import { PACKAGE_LIMITS, type PackageLimits } from './limits.ts'
import { Refused } from './refusal.ts'

export interface PackedFile {
  readonly path: string
  readonly sha256: string
  readonly size: number
}
export interface Manifest {
  readonly platform: 'wechat' | 'douyin'
  /** The folder of the program in the archive; '' or with a slash at its end. */
  readonly root: string
  readonly pages: readonly string[]
  readonly subpackages: number
  /** What it asks of the telephone, of people and of others, by its own configuration: permissions, private interfaces, plugins. */
  readonly access: readonly string[]
  readonly files: number
  readonly unpacked: number
}
export interface Looked {
  readonly manifest: Manifest
  readonly files: readonly PackedFile[]
}

const hashed = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** Everything that a package holds, or a Refused. `keep` gets each content once, under its hash. */
export const look = async (
  bytes: Buffer,
  keep: (sha256: string, content: Buffer) => void,
  limits: PackageLimits = PACKAGE_LIMITS,
): Promise<Looked> => {
  const entries = readArchive(bytes, limits)
  const files: PackedFile[] = []
  const kept = new Set<string>()
  for (const entry of entries) {
    const content = contentOf(bytes, entry)
    refuseByContent(entry.path, content, limits)
    const sha256 = hashed(content)
    if (!kept.has(sha256)) keep(sha256, content)
    kept.add(sha256)
    files.push({ path: entry.path, sha256, size: content.length })
  }
  const manifest = await secondReading(bytes, entries, files, limits)
  return { manifest, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

/** The checker's own reader comes to the same files, or nobody knows what would be reviewed. */
const secondReading = async (
  bytes: Buffer,
  entries: readonly Entry[],
  files: readonly PackedFile[],
  limits: PackageLimits,
): Promise<Manifest> => {
  const first = entries[0]!.path
  const top = first.slice(0, first.indexOf('/') + 1)
  const around = top !== '' && entries.every(({ path }) => path.startsWith(top)) ? top : ''
  const opened = await openZip(bytes, 'package', {
    files: limits.files,
    bytes: limits.bytes,
    fileBytes: limits.fileBytes,
    depth: limits.depth + 1,
    ratio: limits.ratio,
    ratioFrom: limits.ratioFrom,
    honourIgnore: false,
  })
  if (opened.list().length !== files.length) throw new Refused('two-readers', { path: `${opened.list().length} / ${files.length}` })
  for (const { path, sha256 } of files) {
    const content = opened.bytes(path.slice(around.length))
    if (content === undefined || hashed(content) !== sha256) throw new Refused('two-readers', { path })
  }
  const [problem] = opened.problems?.() ?? []
  if (problem?.kind === 'symlink-outside') throw new Refused('not-a-file', { path: problem.at.file })
  for (const path of opened.list()) if (/(?:^|\/)(?:app|ext|project[.\w]*|sitemap)\.json$/.test(path)) checkConfig(path, opened.text(path))
  const found = findProgram(opened)
  if (found.kind === 'none') throw new Refused(found.reason === 'mini-game' ? 'mini-game' : 'no-program')
  if (found.kind === 'several')
    throw new Refused('several', {
      roots: found.roots
        .slice(0, 10)
        .map(({ root }) => root || '.')
        .join(', '),
    })
  if (found.kind === 'mixed') throw new Refused('other-platform', { platform: 'wechat + douyin' })
  const app = objectOf(readJson(`${found.root}app.json`, opened.text(`${found.root}app.json`) ?? '', () => {}).value)
  const pages = listOf(app['pages']).filter((page): page is string => typeof page === 'string')
  const parts = listOf(app['subpackages'] ?? app['subPackages'])
  const others = parts.flatMap((part) => {
    const { root, pages: own } = objectOf(part)
    return typeof root === 'string'
      ? listOf(own)
          .filter((page): page is string => typeof page === 'string')
          .map((page) => `${root.replace(/\/$/, '')}/${page}`)
      : []
  })
  return {
    platform: found.platform,
    root: around + found.root,
    pages: [...pages, ...others].slice(0, 2000).map(plain),
    subpackages: parts.length,
    access: accessOf(app),
    files: files.length,
    unpacked: files.reduce((sum, { size }) => sum + size, 0),
  }
}
/** A stranger's word as it may be kept and shown: bounded, without what would break a row or a line. */
const plain = (text: string): string =>
  text
    .slice(0, 240)
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd')

const accessOf = (app: Readonly<Record<string, unknown>>): readonly string[] => {
  const words = (kind: string, values: readonly unknown[]) =>
    values.filter((one): one is string => typeof one === 'string').map((one) => `${kind}:${plain(one)}`)
  return [
    ...words('permission', Object.keys(objectOf(app['permission']))),
    ...words('private', listOf(app['requiredPrivateInfos'])),
    ...words('background', listOf(app['requiredBackgroundModes'])),
    ...words(
      'plugin',
      Object.values(objectOf(app['plugins'])).map((plugin) => objectOf(plugin)['provider']),
    ),
    ...words('program', listOf(app['navigateToMiniProgramAppIdList'])),
  ]
    .slice(0, 300)
    .sort()
}
const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const CONFIG_FAULTS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'json-duplicate-key': { zh: '同一个键出现了两次', en: 'a key stands there twice' },
  'json-dangerous-key': { zh: '用了 __proto__ 这类键', en: 'it uses a key such as __proto__' },
  'nested-too-deep': { zh: '嵌套太深', en: 'it is nested too deep' },
  'json-syntax': { zh: 'JSON 写错了', en: 'it is broken JSON' },
}
/** The configuration that everybody reads says one thing to all of them. */
const checkConfig = (path: string, text: string | undefined): void => {
  if (text === undefined) throw new Refused('config', { path, reason: { zh: '无法读取', en: 'it cannot be read' } })
  const numbers = text.replace(/"(?:[^"\\]|\\.)*"/g, '""').match(/-?\d[\d.]*(?:e[+-]?\d+)?/gi) ?? []
  if (numbers.some((one) => !Number.isFinite(Number(one)) && /e/i.test(one)))
    throw new Refused('config', { path, reason: { zh: '数字太大', en: 'a number is too large' } })
  readJson(path, text, ({ kind }) => {
    const reason = CONFIG_FAULTS[kind]
    if (reason) throw new Refused('config', { path, reason })
  })
}

/** What an archive reader of ours says, in the words of the platform. */
const refusalOf = (error: unknown): Refused | null =>
  error instanceof Refused ? error : error instanceof InputError ? new Refused('broken', { reason: error.text }) : null

if (process.argv[2] === 'open') {
  mkdirSync('files', { mode: 0o700 })
  const answer = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`)
  try {
    const { manifest, files } = await look(readFileSync('package.zip'), (sha256, content) =>
      writeFileSync(`files/${sha256}`, content, { mode: 0o600, flag: 'wx' }),
    )
    answer({ manifest, files })
  } catch (error) {
    const refused = refusalOf(error)
    if (!refused) throw error
    answer({ refused: refused.code, text: refused.text })
  }
}
