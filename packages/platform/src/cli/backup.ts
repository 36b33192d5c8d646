/** `menshen backup` and `menshen restore`. */
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip, type Gzip } from 'node:zlib'
import { brokenInvariants, verifyAudit } from '../store/audit.ts'
import { type Dump, dumpTables, loadTables } from '../store/backup.ts'
import { flagsOf, wholeOf } from './flags.ts'
import type { Place } from './place.ts'
import { withPlace } from './place.ts'
import { type Lang, Told } from './words.ts'

interface Manifest extends Dump {
  readonly format: 'menshen-backup/1'
  readonly at: string
}
const blobAt = (folder: string, sha256: string) => join(folder, sha256.slice(0, 2), sha256)

/** Backs a platform up into a new folder below `to`; blobs lie beside it and are shared by all backups there. */
export const backup = async (
  { store, blobs }: Pick<Place, 'store' | 'blobs'>,
  to: string,
): Promise<{ readonly folder: string; readonly manifest: Manifest; readonly copied: number }> => {
  const at = new Date(store.clock.now()).toISOString()
  const folder = join(resolve(to), at.replace(/[:.]/g, '-'))
  const part = `${folder}.part`
  mkdirSync(part, { recursive: true, mode: 0o700 })
  const files = new Map<string, Gzip>()
  const ended: Promise<void>[] = []
  const dump = await dumpTables(store, async (table, lines) => {
    let file = files.get(table)
    if (!file) {
      file = createGzip()
      files.set(table, file)
      ended.push(pipeline(file, createWriteStream(join(part, `${table}.jsonl.gz`), { mode: 0o600 })))
    }
    if (!file.write(`${lines.join('\n')}\n`)) await new Promise<void>((done) => file.once('drain', done))
  })
  for (const file of files.values()) file.end()
  await Promise.all(ended)
  // After the rows: what they name was there at that moment, and blobs never change.
  const shared = join(resolve(to), 'blobs')
  let copied = 0
  for (const sha256 of dump.blobs) {
    const place = blobAt(shared, sha256)
    if (existsSync(place)) continue
    if ((await blobs.size(sha256)) === null) continue
    mkdirSync(join(place, '..'), { recursive: true, mode: 0o700 })
    await pipeline(blobs.stream(sha256), createWriteStream(`${place}.part`, { mode: 0o600 }))
    await rename(`${place}.part`, place)
    copied++
  }
  const manifest: Manifest = { format: 'menshen-backup/1', at, ...dump }
  writeFileSync(join(part, 'backup.json'), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 })
  renameSync(part, folder)
  return { folder, manifest, copied }
}

/**
 * Takes away backups that are older than so many days, never the newest one, and every file that no backup names any more:
 * what was erased is then gone from them too.
 */
export const prune = async (to: string, days: number, now: number): Promise<{ readonly backups: number; readonly files: number }> => {
  const kept: Manifest[] = []
  const old: string[] = []
  const found = (await readdir(resolve(to))).filter((name) => existsSync(join(to, name, 'backup.json'))).sort()
  for (const [i, name] of found.entries()) {
    const folder = join(resolve(to), name)
    const manifest = JSON.parse(readFileSync(join(folder, 'backup.json'), 'utf8')) as Manifest
    if (manifest.format !== 'menshen-backup/1') continue
    if (i < found.length - 1 && Date.parse(manifest.at) < now - days * 86_400_000) old.push(folder)
    else kept.push(manifest)
  }
  // Rows first: a backup whose files are gone would look whole.
  for (const folder of old) await rm(folder, { recursive: true })
  const named = new Set(kept.flatMap(({ blobs }) => blobs))
  const shared = join(resolve(to), 'blobs')
  let files = 0
  if (existsSync(shared))
    for (const two of await readdir(shared))
      for (const name of await readdir(join(shared, two)))
        if (/^[0-9a-f]{64}$/.test(name) && !named.has(name)) {
          await rm(join(shared, two, name))
          files++
        }
  return { backups: old.length, files }
}

/** Lines end with a line feed and with nothing else: what else some readers take for an end stands inside of texts. */
async function* linesOf(file: string): AsyncGenerator<string> {
  if (!existsSync(file)) return
  let rest = ''
  for await (const chunk of createReadStream(file).pipe(createGunzip()).setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

/** Restores a backup into an empty platform; what does not fit its hashes is refused, and nothing is left half done in the database. */
export const restore = async (
  { store, blobs }: Pick<Place, 'store' | 'blobs'>,
  from: string,
): Promise<{ readonly manifest: Manifest; readonly missing: readonly string[]; readonly broken: readonly string[] }> => {
  const folder = resolve(from)
  const file = join(folder, 'backup.json')
  if (!existsSync(file))
    throw new Told({
      zh: `${from} 里没有 backup.json，不是一次完整的备份`,
      en: `there is no backup.json in ${from}: it is no whole backup`,
    })
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  if (manifest.format !== 'menshen-backup/1') throw new Told({ zh: '不认识这种备份', en: 'this form of backup is not known' })
  // Bytes first: rows never name what is not there.
  const missing: string[] = []
  for (const sha256 of manifest.blobs) {
    const place = blobAt(join(folder, '..', 'blobs'), sha256)
    const found = await stat(place).catch(() => null)
    if (!found) missing.push(sha256)
    else if ((await blobs.size(sha256)) !== found.size) await blobs.put(createReadStream(place), { max: found.size, expected: sha256 })
  }
  await loadTables(store, manifest, (table) => linesOf(join(folder, `${table}.jsonl.gz`)))
  const verdict = await verifyAudit(store, manifest.head ? [manifest.head] : [])
  if (!verdict.ok)
    throw new Told(
      { zh: `恢复后日志校验失败：${JSON.stringify(verdict)}`, en: `the restored log is not sound: ${JSON.stringify(verdict)}` },
      1,
    )
  return { manifest, missing, broken: await brokenInvariants(store) }
}

export const backupCommand = async (argv: readonly string[], lang: Lang): Promise<number> => {
  const { values } = flagsOf(argv, { to: { type: 'string' }, 'keep-days': { type: 'string' } })
  const to = values.to
  if (typeof to !== 'string') throw new Told({ zh: '请用 --to 指定备份放在哪里', en: 'say by --to where the backup goes' })
  const keep = values['keep-days'] as string | undefined
  const days = keep === undefined ? null : wholeOf(keep, 30, '--keep-days', 1, 3650)
  return withPlace(values, async (place) => {
    const { folder, manifest, copied } = await backup(place, to)
    const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0)
    process.stdout.write(
      lang === 'zh'
        ? `${folder}\n${rows} 行，${manifest.blobs.length} 个文件（新复制 ${copied} 个），日志到第 ${manifest.head?.seq ?? 0} 条\n`
        : `${folder}\n${rows} rows, ${manifest.blobs.length} files (${copied} of them new), the log up to ${manifest.head?.seq ?? 0}\n`,
    )
    if (days !== null) {
      const gone = await prune(to, days, place.store.clock.now())
      process.stdout.write(
        lang === 'zh'
          ? `删除了 ${gone.backups} 次 ${days} 天前的备份，和不再有备份用到的 ${gone.files} 个文件\n`
          : `${gone.backups} backups older than ${days} days were taken away, and ${gone.files} files that no backup names any more\n`,
      )
    }
    return 0
  })
}
export const restoreCommand = async (argv: readonly string[], lang: Lang): Promise<number> => {
  const { values } = flagsOf(argv, { from: { type: 'string' } })
  const from = values.from
  if (typeof from !== 'string') throw new Told({ zh: '请用 --from 指定一次备份', en: 'name a backup by --from' })
  return withPlace(
    values,
    async (place) => {
      const { manifest, missing, broken } = await restore(place, from)
      const zh = lang === 'zh'
      const lines = [
        zh
          ? `已恢复 ${manifest.at} 的备份，日志完好，到第 ${manifest.head?.seq ?? 0} 条`
          : `restored as of ${manifest.at}; the log is sound up to ${manifest.head?.seq ?? 0}`,
      ]
      if (missing.length > 0) lines.push(zh ? `备份里缺少 ${missing.length} 个文件` : `${missing.length} files are not in the backup`)
      for (const one of broken) lines.push(zh ? `不应出现：${one}` : `this must not be: ${one}`)
      process.stdout.write(`${lines.join('\n')}\n`)
      return missing.length + broken.length === 0 ? 0 : 1
    },
    { migrate: false },
  )
}
