/** What the measurements share: a platform of processes that may be killed, people in it, and a stand-in for the engine. */
import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { zipOf } from '../../packages/platform/src/cli/pack.ts'
import { openPlace, type Place } from '../../packages/platform/src/cli/place.ts'
import type { Actor } from '../../packages/platform/src/domain/words.ts'
import { makeApiToken } from '../../packages/platform/src/store/accounts.ts'
import { saveListing } from '../../packages/platform/src/store/programs.ts'
import { engineOf } from '../../packages/platform/test/engines.ts'
import { approved, developer, LISTING, type Program, program, staff } from '../../packages/platform/test/scene.ts'

const menshen = fileURLToPath(new URL('../../packages/menshen/bin/menshen.js', import.meta.url))

export type Kind = 'server' | 'worker' | 'database'
interface Running {
  readonly kind: 'server' | 'worker'
  readonly args: readonly string[]
  child: ChildProcess
  /** We want it to live: when it is gone without our doing, that is told. */
  wanted: boolean
}
export interface Harness {
  readonly data: string
  readonly origin: string
  readonly place: Place
  readonly log: string
  server(): Promise<void>
  worker(jobs: number): void
  /** Kills one of what we started, by its id, and starts it again; the database is started again by the server. */
  kill(kind: Kind): Promise<boolean>
  /** Lines that workers wrote, by the worker's number. */
  lines(): readonly (readonly string[])[]
  close(): Promise<void>
}

/** A place for one measurement; `engine` is a package that stands in for the checker, or null for the checker itself. */
export const harness = async ({
  port,
  engine,
  log = 'warn',
}: {
  readonly port: number
  readonly engine: string | null
  readonly log?: string
}): Promise<Harness> => {
  mkdirSync('/var/tmp', { recursive: true })
  const data = mkdtempSync('/var/tmp/menshen-bench-')
  chmodSync(data, 0o711)
  const file = join(data, 'log.txt')
  const { DATABASE_URL: _, ...rest } = process.env
  const env = { ...rest, MENSHEN_LOG: log, ...(engine === null ? {} : { MENSHEN_ENGINE: engine }) }
  const all: Running[] = []
  const outputs: string[][] = []
  const start = (kind: Running['kind'], args: readonly string[]): ChildProcess => {
    const child = spawn(process.execPath, [menshen, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const lines: string[] = []
    if (kind === 'worker') outputs.push(lines)
    let rest = ''
    child.stderr!.on('data', (chunk: Buffer) => {
      appendFileSync(file, chunk)
      const parts = (rest + chunk.toString()).split('\n')
      rest = parts.pop() ?? ''
      lines.push(...parts)
    })
    child.stdout!.on('data', (chunk: Buffer) => appendFileSync(file, chunk))
    return child
  }
  const run = (kind: Running['kind'], args: readonly string[]): Running => {
    const one: Running = { kind, args, child: start(kind, args), wanted: true }
    const again = () => {
      // Whatever supervises processes starts them again: one that could not reach its database, too.
      if (one.wanted)
        setTimeout(() => {
          if (!one.wanted) return
          one.child = start(kind, args)
          one.child.once('exit', again)
        }, 300)
    }
    one.child.once('exit', again)
    all.push(one)
    return one
  }
  const origin = `http://localhost:${port}`
  const ready = async (): Promise<void> => {
    for (const end = Date.now() + 120_000; Date.now() < end; await pause(200))
      if (
        await fetch(`${origin}/ready`, { signal: AbortSignal.timeout(2000) }).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return
    throw new Error(`the server did not start: ${readFileSync(file, 'utf8').slice(-2000)}`)
  }
  // Nothing that we started outlives us, however we end.
  const gone = () => {
    for (const one of all) {
      one.wanted = false
      one.child.kill('SIGTERM')
    }
  }
  process.once('exit', gone)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const taken = await fetch(`${origin}/ready`, { signal: AbortSignal.timeout(2000) }).then(
    () => true,
    () => false,
  )
  if (taken) throw new Error(`somebody else answers at ${origin}: name another --port`)
  run('server', ['serve', '--data', data, '--no-worker', '--port', String(port), '--development', '--lang', 'en'])
  await ready()
  const place = await openPlace({ data }, { max: 8 })
  return {
    data,
    origin,
    place,
    log: file,
    server: ready,
    worker: (jobs) => void run('worker', ['worker', '--data', data, '--jobs', String(jobs), '--lang', 'en']),
    kill: async (kind) => {
      if (kind === 'database') {
        try {
          const pid = Number(readFileSync(join(data, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
          // The id may be old: only what still is this server's database is killed.
          if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(join(data, 'postgres', 'data'))) return false
          process.kill(pid, 'SIGKILL')
          return true
        } catch {
          return false
        }
      }
      const alive = all.filter(
        (one) => one.kind === kind && one.child.exitCode === null && one.child.signalCode === null && one.child.pid !== undefined,
      )
      const chosen = alive[Math.floor(Math.random() * alive.length)]
      return chosen?.child.kill('SIGKILL') ?? false
    },
    lines: () => outputs,
    close: async () => {
      for (const one of all) one.wanted = false
      const ended = [...all].reverse().map(async ({ kind, child }) => {
        if (child.exitCode !== null || child.signalCode !== null) return
        if (kind === 'server') return
        child.kill('SIGTERM')
        await Promise.race([new Promise((done) => child.once('exit', done)), pause(60_000)])
      })
      await Promise.all(ended)
      await place.close().catch(() => {})
      for (const { kind, child } of all)
        if (kind === 'server' && child.exitCode === null && child.signalCode === null) {
          child.kill('SIGTERM')
          await Promise.race([new Promise((done) => child.once('exit', done)), pause(60_000)])
        }
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** A stand-in for the engine that takes so long and finds nothing. */
export const standIn = (ms: number): string => engineOf(`await new Promise((go) => setTimeout(go, ${ms})); clear(); process.exit(0)`)

export interface Author {
  readonly actor: Actor
  readonly token: string
}
/** Developers with tokens. */
export const authors = async ({ store }: Place, count: number): Promise<readonly Author[]> => {
  const made: Author[] = []
  for (let n = 0; n < count; n++) {
    const actor = await developer(store)
    const { token } = await store.run((tx) =>
      makeApiToken(tx, { actor, name: 'bench', scopes: ['read', 'upload', 'submit'], forMs: 86_400_000 }),
    )
    made.push({ actor, token })
  }
  return made
}
/** Programs of which a person has approved a version before: the machine may decide on the next one. */
/** The revision of the listing that a submission of these programs names. */
export const REVISION = 2
export const programs = async (
  { store }: Place,
  owners: readonly Author[],
  count: number,
  known = true,
): Promise<readonly (Program & { readonly token: string })[]> => {
  await store.db
    .insertInto('category')
    .values({ id: 'food', platform: 'wechat', name_zh: '餐饮', name_en: 'Food', source: 'bench' })
    .onConflict((same) => same.doNothing())
    .execute()
  const reviewer = await staff(store, 'reviewer')
  const made = []
  for (let n = 0; n < count; n++) {
    const owner = owners[n % owners.length]!
    const one = await program(store, owner.actor)
    if (known) await approved(store, reviewer, one)
    // The routes want the name of the listing to be the program's.
    const { name } = await store.db.selectFrom('program').select('name').where('id', '=', one.id).executeTakeFirstOrThrow()
    await store.run((tx) => saveListing(tx, { program: one.id, content: { ...LISTING, name }, actor: one.owner }))
    made.push({ ...one, token: owner.token })
  }
  return made
}

/** A package of about so many bytes; each is another one. */
export const packageOf = (n: number, bytes = 4000): Buffer => {
  const filling = Buffer.alloc(Math.max(0, bytes - 2000))
  // Of little order, as pictures are, and cheap to make.
  let seed = (n * 2_654_435_761) >>> 0
  for (let at = 0; at + 4 <= filling.length; at += 4) {
    seed = (Math.imul(seed ^ (seed >>> 15), 2_246_822_519) + 0x9e37_79b9) >>> 0
    filling.writeUInt32LE(seed, at)
  }
  const files: Record<string, string | Buffer> = {
    'app.json': JSON.stringify({ pages: ['pages/home/home'], window: { navigationBarTitleText: '茶馆' } }),
    'app.js': `App({ n: ${n} })\n`,
    'pages/home/home.js': `Page({ data: { n: ${n} } })\n`,
    'pages/home/home.wxml': `<view><text>今日好茶 ${n}</text></view>\n`,
    ...(filling.length > 0 ? { 'images/tea.dat': filling } : {}),
  }
  return zipOf(
    Object.entries(files)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, content]) => [path, Buffer.from(content)] as const),
  )
}
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
