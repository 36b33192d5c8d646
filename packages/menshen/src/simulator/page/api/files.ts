/** The file system of a program: what it wrote, kept in memory and bounded. */
import { isDouyin, type Loose } from '../state.ts'
import { atOnce, callLater, later, recordCall } from './engine.ts'

const say = (give: (o: Loose) => Record<string, unknown>) => (o: Loose, r: Loose) => r.ok(give(o))

const kept = new Map<string, string | ArrayBuffer>()
const missing = (path: string) => `no such file or directory "${path}"`
const sizeOf = (v: string | ArrayBuffer) => (typeof v === 'string' ? v.length : v.byteLength)
const exists = (path: string) => kept.has(path) || /^http:\/\/tmp\//.test(path)
const contentOf = (path: string, encoding?: string): Loose => {
  const v = kept.get(path)
  if (v === undefined) {
    if (!exists(path)) throw new Error('readFile:fail ' + missing(path))
    return encoding === 'base64' ? 'iVBORw0KGgo=' : encoding ? '' : new ArrayBuffer(16)
  }
  if (typeof v === 'string')
    return encoding ? (encoding === 'base64' ? btoa(unescape(encodeURIComponent(v))) : v) : new TextEncoder().encode(v).buffer
  return encoding === 'base64'
    ? btoa(String.fromCharCode(...new Uint8Array(v).slice(0, 60_000)))
    : encoding
      ? new TextDecoder().decode(v)
      : v
}
const stats = (path: string) => {
  const file = exists(path)
  return {
    mode: 33188,
    size: kept.has(path) ? sizeOf(kept.get(path) as string) : 1024,
    lastAccessedTime: 0,
    lastModifiedTime: 0,
    isDirectory: () => !file,
    isFile: () => file,
  }
}
let written = 0
const write = (path: string, data: Loose) => {
  const value = typeof data === 'string' || data instanceof ArrayBuffer ? data : ''
  written += sizeOf(value)
  if (written > 60_000_000) throw new Error('writeFile:fail the maximum size of the file storage limit is exceeded')
  kept.set(path, value)
}
const base = () => (isDouyin() ? 'ttfile://user' : 'wxfile://usr')
const fileSync: Record<string, (...args: Loose[]) => unknown> = {
  accessSync: (path) => {
    if (!exists(path) && path !== base()) throw new Error('accessSync:fail ' + missing(path))
  },
  readFileSync: (path, encoding) => contentOf(String(path), encoding),
  writeFileSync: (path, data) => write(String(path), data),
  appendFileSync: (path, data) => write(String(path), (kept.get(String(path)) ?? '') + data),
  unlinkSync: (path) => void kept.delete(String(path)),
  mkdirSync: () => undefined,
  rmdirSync: () => undefined,
  readdirSync: (path) =>
    [...kept.keys()].filter((k) => k.startsWith(String(path))).map((k) => k.slice(String(path).length).replace(/^\//, '')),
  statSync: (path) => stats(String(path)),
  copyFileSync: (from, to) => write(String(to), kept.get(String(from)) ?? ''),
  renameSync: (from, to) => {
    write(String(to), kept.get(String(from)) ?? '')
    kept.delete(String(from))
  },
  saveFileSync: (from, to) => {
    const path = to ?? base() + '/saved-' + kept.size
    write(String(path), kept.get(String(from)) ?? '')
    return path
  },
  truncateSync: () => undefined,
}
const fileSystem: Loose = {
  getSavedFileList: (o: Loose) => callLater('FileSystemManager.getSavedFileList', o, (_, r) => r.ok({ fileList: [] })),
}
for (const [name, run] of Object.entries(fileSync)) {
  fileSystem[name] = (...args: Loose[]) => {
    recordCall('FileSystemManager.' + name, args.slice(0, 1))
    return run(...args)
  }
  const plain = name.replace(/Sync$/, '')
  fileSystem[plain] = (o: Loose = {}) =>
    callLater('FileSystemManager.' + plain, o, (x, r) => {
      try {
        const path = x.filePath ?? x.path ?? x.dirPath ?? x.srcPath ?? x.oldPath ?? x.tempFilePath
        const value = run(
          path,
          plain === 'readFile'
            ? x.encoding
            : plain === 'writeFile' || plain === 'appendFile'
              ? x.data
              : (x.destPath ?? x.newPath ?? x.filePath),
        )
        r.ok(
          plain === 'readFile'
            ? { data: value }
            : plain === 'readdir'
              ? { files: value }
              : plain === 'stat'
                ? { stats: value }
                : plain === 'saveFile'
                  ? { savedFilePath: value }
                  : {},
        )
      } catch (e) {
        r.fail(String((e as Error).message).replace(/^\w+:fail /, ''))
      }
    })
}
fileSystem.getFileInfo = (o: Loose) =>
  callLater('FileSystemManager.getFileInfo', o, (x, r) =>
    exists(String(x.filePath)) ? r.ok({ size: 1024, digest: '0' }) : r.fail(missing(String(x.filePath))),
  )
fileSystem.removeSavedFile = (o: Loose) => callLater('FileSystemManager.removeSavedFile', o, (_, r) => r.ok())
fileSystem.unzip = (o: Loose) => callLater('FileSystemManager.unzip', o, (_, r) => r.ok())
atOnce.getFileSystemManager = () => fileSystem
Object.assign(later, {
  saveFile: say((o) => ({ savedFilePath: fileSync.saveFileSync?.(o.tempFilePath, o.filePath) })),
  getFileInfo: say(() => ({ size: 1024, digest: '0' })),
  getSavedFileList: say(() => ({ fileList: [] })),
  removeSavedFile: say(() => ({})),
  openDocument: say(() => ({})),
})
