/**
 * The checker as a child process: the bytes of one version in an empty private folder, as a user of no rights, with an end
 * to its memory and its time. What it says is held against its published schema; anything else is a check that failed.
 */
import { createHash } from 'node:crypto'
import { chownSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import type { CheckRun } from '../../../menshen/src/check/types.ts'
import type { Text } from '../domain/words.ts'
import { type Confined, confine, dropRoom, leftBehind, makeRoom, namesLeft, reachable, stranger } from '../intake/confine.ts'

export type EngineStage = 'static' | 'pictures' | 'run'
export interface EngineRequest {
  readonly stage: EngineStage
  readonly bytes: Uint8Array
  readonly platform: 'wechat' | 'douyin'
  readonly listing: Readonly<Record<string, unknown>> | null
  /** Seconds that the program is run, for the stage `run`. */
  readonly seconds?: number
  readonly stop?: AbortSignal
  readonly progress?: (done: number, of: number, note: Text) => void
}
export interface EngineEvidence {
  readonly kind: 'screenshot' | 'run'
  readonly mime: string
  readonly content: Buffer
}
export interface EngineResult {
  readonly run: CheckRun
  /** The very text that it wrote. */
  readonly json: Buffer
  readonly evidence: readonly EngineEvidence[]
  readonly ms: number
  readonly peakMb: number
}
/** It came to no result that counts. `lasting`: trying again would come to the same. */
export class EngineFailed extends Error {
  override readonly name = 'EngineFailed'
  readonly lasting: boolean
  constructor(message: string, lasting: boolean) {
    super(message)
    this.lasting = lasting
  }
}

export interface Engine {
  readonly version: string
  /** The engine and the rules that it judges by: the same on a developer's desk. */
  readonly rulebook: string
  review(request: EngineRequest): Promise<EngineResult>
  /** How alike two packages are, in thousandths. */
  compare(one: Uint8Array, other: Uint8Array, stop?: AbortSignal): Promise<number>
}

interface Caps {
  readonly heapMb: number
  readonly memoryMb: number
  readonly wallMs: number
}
const CAPS: Readonly<Record<EngineStage | 'compare', Caps>> = {
  static: { heapMb: 1024, memoryMb: 1500, wallMs: 90_000 },
  pictures: { heapMb: 1024, memoryMb: 2000, wallMs: 180_000 },
  // Beside what the program is run: starting, building, judging; and a browser's memory.
  run: { heapMb: 1024, memoryMb: 3500, wallMs: 120_000 },
  compare: { heapMb: 1024, memoryMb: 1500, wallMs: 60_000 },
}
const RESULT_BYTES = 64_000_000
const RUN_BYTES = 100_000_000
const PICTURE_BYTES = 8_000_000
const PICTURES = 600
const ATTACHMENT = /^([0-9a-f]{64})\.png$/

/** Words as a row takes them: no zero bytes, no half letters. */
const mended = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '\ufffd').replace(/\p{Cs}/gu, '\ufffd') : value

export interface EngineOptions {
  /** The package of the checker, when another than the installed one is to judge. */
  readonly folder?: string
  /** For tests and for stages: caps that are tighter or wider. */
  readonly caps?: Partial<Record<EngineStage | 'compare', Partial<Caps>>>
  readonly node?: string
}

/** Opens the installed checker, or the one in a folder. */
export const openEngine = ({
  folder = process.env['MENSHEN_ENGINE'] || dirname(createRequire(import.meta.url).resolve('menshen/package.json')),
  caps = {},
  node = process.execPath,
}: EngineOptions = {}): Engine => {
  const bin = join(folder, 'bin', 'menshen.js')
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const schema = JSON.parse(readFileSync(join(folder, 'data', 'schema', 'menshen-check-1.schema.json'), 'utf8')) as object
  let validate: ValidateFunction | undefined
  const valid = (value: unknown): value is CheckRun => {
    validate ??= new Ajv({ strict: false, allErrors: false, logger: false, formats: { 'date-time': true } }).compile(schema)
    return validate(value) === true
  }
  const rules = join(folder, 'data', 'rulebook')
  const rulebook = `menshen ${version} · ${namesLeft(folder, 'data/rulebook', 1000)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reduce((hash, name) => hash.update(name).update(readFileSync(join(rules, name))), createHash('sha256'))
    .digest('hex')
    .slice(0, 16)}`
  // As ourselves only where nobody else may read the program.
  const apart = reachable(bin) && reachable(node)

  const inRoom = async <T>(
    files: Readonly<Record<string, Uint8Array | string>>,
    stage: EngineStage | 'compare',
    args: readonly string[],
    {
      wallMs = 0,
      stop,
      said,
    }: { readonly wallMs?: number; readonly stop?: AbortSignal | undefined; readonly said?: (line: string) => void },
    use: (room: string, result: Confined) => T,
  ): Promise<T> => {
    const user = apart ? stranger() : null
    const room = makeRoom(user)
    const cap = { ...CAPS[stage], ...caps[stage] }
    try {
      for (const [name, content] of Object.entries(files)) {
        writeFileSync(join(room, name), content, { mode: 0o600 })
        if (user !== null) chownSync(join(room, name), user, user)
      }
      const result = await confine({
        command: node,
        args: [`--max-old-space-size=${cap.heapMb}`, bin, ...args],
        cwd: room,
        env: {
          MENSHEN_PROGRESS_MS: '1000',
          NO_COLOR: '1',
          UV_THREADPOOL_SIZE: String(Math.min(4, cpus().length)),
          // The one word of ours that the child needs: where the browser is.
          ...(process.env['MENSHEN_CHROMIUM'] ? { MENSHEN_CHROMIUM: process.env['MENSHEN_CHROMIUM'] } : {}),
        },
        wallMs: cap.wallMs + wallMs,
        memoryMb: cap.memoryMb,
        outputBytes: 8_000_000,
        user,
        stop,
        ...(said ? { said } : {}),
      })
      if (result.ended === 'stopped') throw new EngineFailed('stopped', false)
      if (result.ended !== null)
        throw new EngineFailed(`${stage}: ended for its ${result.ended} after ${Math.round(result.ms / 1000)} s, ${result.peakMb} MB`, true)
      return use(room, result)
    } finally {
      dropRoom(room)
    }
  }
  /** The line that names the error, else the last ones. */
  const lastWords = ({ stderr }: Confined) => {
    const lines = stderr
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('at ') && !line.startsWith('Node.js v'))
    return (lines.find((line) => /^\w*Error\b/.test(line)) ?? lines.slice(-3).join(' · ')).slice(0, 600)
  }

  return {
    version,
    rulebook,
    review: ({ stage, bytes, platform, listing, seconds = 120, stop, progress }) => {
      const args = [
        'check',
        'package.zip',
        '--platform',
        platform,
        '--format',
        'json',
        '--output',
        'result.json',
        '--exit-zero',
        '--no-cache',
        '--lang',
        'en',
        ...(listing ? ['--listing', 'listing.json'] : []),
        ...(stage === 'static'
          ? ['--static', '--pictures', 'none']
          : stage === 'pictures'
            ? ['--static']
            : ['--save-evidence', 'kept', '--run-time', String(seconds)]),
      ]
      const said = (line: string): void => {
        const [, done, of] = line.match(/(\d+)\/(\d+) passes/) ?? []
        if (done !== undefined)
          progress?.(Number(done), Number(of), {
            zh: `正在运行程序，第 ${done}/${of} 遍`,
            en: `running the program, pass ${done} of ${of}`,
          })
      }
      return inRoom(
        { 'package.zip': bytes, ...(listing ? { 'listing.json': JSON.stringify(listing) } : {}) },
        stage,
        args,
        { wallMs: stage === 'run' ? seconds * 1000 : 0, stop, said },
        (room, result) => {
          const json = leftBehind(room, ['result.json'], RESULT_BYTES)
          // 3: nothing that could be reviewed; 2 with a result: rules that failed, which the result names.
          if (json === null) throw new EngineFailed(`${stage}: no result, exit ${result.code}: ${lastWords(result)}`, result.code === 3)
          let run: unknown
          try {
            run = JSON.parse(json.toString('utf8'), mended)
          } catch {
            throw new EngineFailed(`${stage}: the result is no JSON, exit ${result.code}`, false)
          }
          if (!valid(run)) {
            const [error] = validate?.errors ?? []
            throw new EngineFailed(
              `${stage}: the result is not what its schema says: ${error?.instancePath ?? ''} ${error?.message ?? ''}`,
              true,
            )
          }
          if (result.code !== 0 && result.code !== 2) throw new EngineFailed(`${stage}: exit ${result.code}: ${lastWords(result)}`, false)
          if (run.program.platform !== platform) throw new EngineFailed(`${stage}: reviewed for ${run.program.platform}`, true)
          return { run, json, evidence: stage === 'run' ? evidenceOf(room, run) : [], ms: result.ms, peakMb: result.peakMb }
        },
      )
    },
    compare: (one, other, stop) =>
      inRoom(
        { 'one.zip': one, 'other.zip': other },
        'compare',
        ['compare', 'one.zip', 'other.zip', '--format', 'json'],
        { stop },
        (_room, result) => {
          try {
            const { score } = JSON.parse(result.stdout) as { score?: unknown }
            if (typeof score === 'number' && score >= 0 && score <= 1) return Math.round(score * 1000)
          } catch {
            // Told below.
          }
          throw new EngineFailed(`compare: exit ${result.code}: ${lastWords(result)}`, false)
        },
      ),
  }
}

/** What a run left: its record, and its pictures when they are what their names say. */
const evidenceOf = (room: string, run: CheckRun): readonly EngineEvidence[] => {
  const row = run.evidence.find(({ kind }) => kind === 'run')
  if (row?.status !== 'collected') throw new EngineFailed(`run: ${row?.reason ?? 'not collected'}`, row?.status !== 'failed')
  const kept: EngineEvidence[] = []
  const record = leftBehind(room, ['kept', 'run.json'], RUN_BYTES)
  if (record) kept.push({ kind: 'run', mime: 'application/json', content: record })
  for (const name of namesLeft(room, join('kept', 'attachments'), PICTURES)) {
    const [, sha256] = name.match(ATTACHMENT) ?? []
    if (sha256 === undefined) continue
    const content = leftBehind(room, ['kept', 'attachments', name], PICTURE_BYTES)
    if (content && createHash('sha256').update(content).digest('hex') === sha256)
      kept.push({ kind: 'screenshot', mime: 'image/png', content })
  }
  return kept
}
