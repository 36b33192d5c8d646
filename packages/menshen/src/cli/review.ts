/** One review: settings, files, facts, rules. What `check` does once and `check --watch` again and again. */
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { collectorsWith } from '../check/collectors.ts'
import {
  type Baseline,
  type CheckRun,
  type Confidence,
  check,
  evidenceWanted,
  type FailOn,
  type Lang,
  maySetAside,
  type RunProblem,
  readBaseline,
  SET_ASIDE,
  type Timing,
} from '../check/index.ts'
import { type Listing, parseListing, readListing } from '../evidence/listing.ts'
import type { RememberingReader } from '../evidence/reading/index.ts'
import type { RunEvidence } from '../evidence/run.ts'
import { nearest, shown } from '../evidence/shape.ts'
import { now } from '../io/clock.ts'
import { digestOf } from '../io/digest.ts'
import { type LastingFacts, openFactsCache } from '../io/facts-cache.ts'
import { cacheFolder } from '../io/facts-place.ts'
import type { FolderMemory } from '../io/files.ts'
import { settleHeap, stretchHeap } from '../io/heap.ts'
import { IGNORE_FILE } from '../io/limits.ts'
import { startReading } from '../io/reading/index.ts'
import type { FactsCache } from '../program/interpret/index.ts'
import type { Interpretation } from '../program/interpret/types.ts'
import type { Reread } from '../program/reread.ts'
import { readyParser } from '../program/script/parser.ts'
import type { Files, Platform } from '../program/types.ts'
import { loadRulebook } from '../rulebook/index.ts'
import { rules } from '../rules/generated/index.ts'
import type { AideFlags } from './aide.ts'
import { Failure } from './failure.ts'
import { beginPictures, type PictureFlags } from './pictures.ts'
import { openProgram, readNamed, readSettings } from './program.ts'
import type { RunFlags } from './run.ts'
import type { Progress } from './terminal.ts'
import { VERSION } from './version.ts'

/** What the person wants reviewed, and how. */
export interface ReviewFlags extends RunFlags, AideFlags, PictureFlags {
  readonly failOn?: FailOn
  readonly minConfidence?: Confidence
  readonly platform?: Platform
  readonly root?: string
  readonly listing?: string
  readonly config?: string
  readonly baseline?: string
  readonly writeBaseline?: boolean
  readonly growBaseline?: boolean
  readonly seedOnly?: boolean
  readonly only?: readonly string[]
  readonly timings?: boolean
  /** False with --no-cache. */
  readonly cache?: boolean
  /** Only when it was given: the configuration may say otherwise. */
  readonly lang?: Lang
}

/** What a process keeps from one review to the next. */
export interface Kept {
  readonly files: FolderMemory
  readonly program: Reread
  readonly facts: FactsCache & { readonly empty?: boolean }
  /** What was found in its copy. */
  readonly copy: RememberingReader
  /** Where the pictures of a run go, when somebody shows them. */
  readonly pictures?: Map<string, Uint8Array>
}

export interface Reviewed {
  readonly run: CheckRun
  readonly files: Files
  readonly lang: Lang
  readonly failOn: FailOn
  readonly elapsed: number
  readonly timings: readonly Timing[]
  /** The baseline that held and its file, when there is one or one is to be written. */
  readonly baseline?: Baseline
  readonly baselineFile?: string
  /** What was seen when it was run, and the pictures of that, as base64. */
  readonly walked?: RunEvidence
  readonly picture?: (sha256: string) => string | undefined
  /** Files outside of the program that the outcome depends on. */
  readonly besides: readonly string[]
}

const DEFAULT_BASELINE = 'menshen-baseline.json'

const chosenRules = (only: readonly string[] | undefined): ReadonlySet<string> | undefined => {
  if (!only || only.length === 0) return undefined
  for (const id of only)
    if (!rules.has(id)) {
      const meant = nearest(id, rules.keys())
      throw new Failure({
        zh: `没有 ${shown(id)} 这条规则${meant ? `，是否想写 ${meant}？` : ''}（menshen rules 列出全部）`,
        en: `there is no rule ${shown(id)}${meant ? `; did you mean ${meant}?` : ''} (menshen rules lists them)`,
      })
    }
  return new Set(only)
}

const listingFor = (files: Files, root: string, named: string | undefined): Listing | undefined =>
  named === undefined ? readListing(files, root) : parseListing(relative('.', named).replaceAll('\\', '/') || named, readNamed(named))

const baselineAt = (file: string | undefined, mustExist: boolean): Baseline | undefined => {
  if (file === undefined || (!mustExist && !existsSync(file))) return undefined
  const { baseline, problem } = readBaseline(file, readNamed(file))
  if (!baseline)
    throw new Failure({ zh: `基线文件 ${shown(file)} 有误：${problem?.zh}`, en: `the baseline ${shown(file)} is wrong: ${problem?.en}` })
  return baseline
}

/** What .menshenignore kept out is said: a reviewer of the platform will look at it all the same. */
const leftOutIn = (files: Files): readonly RunProblem[] => {
  const { files: some, folders } = files.leftOut?.() ?? { files: 0, folders: 0 }
  if (some + folders === 0) return []
  const start = { line: 1, column: 1 }
  const zh = [some > 0 ? `${some} 个文件` : '', folders > 0 ? `${folders} 个文件夹` : ''].filter(Boolean).join('和')
  const en = [some > 0 ? `${some} file${some === 1 ? '' : 's'}` : '', folders > 0 ? `${folders} folder${folders === 1 ? '' : 's'}` : '']
  return [
    {
      kind: 'files-left-out',
      text: {
        zh: `.menshenignore 排除了${zh}，没有审查`,
        en: `${en.filter(Boolean).join(' and ')} left out by .menshenignore ${some + folders === 1 ? 'was' : 'were'} not reviewed`,
      },
      place: { file: IGNORE_FILE, start, end: start },
      hides: false,
    },
  ]
}

/** Opens the facts that lasted from earlier runs, unless that is not wanted or not possible. */
export const lastingFacts = async (path: string, flags: ReviewFlags): Promise<LastingFacts | undefined> => {
  if (flags.cache === false) return undefined
  const facts = openFactsCache(path, cacheFolder(process.env))
  if (!facts || facts.empty) readyParser()
  return facts
}

/** Reviews a program once. Where somebody asks for pauses, there is one between any two of the longer steps. */
export const review = async (
  path: string,
  flags: ReviewFlags,
  spoken: Lang,
  kept: Partial<Kept> & { readonly progress: Progress; readonly pause?: () => Promise<void> },
): Promise<Reviewed> => {
  if (kept.files) stretchHeap()
  else settleHeap()
  const started = now()
  const { config, base, file: configFile } = readSettings(path, flags.config, [...rules.keys()])
  const lang = flags.lang ?? config.lang ?? spoken
  const only = chosenRules(flags.only)
  const { progress } = kept
  const fromConfig = (file: string | undefined) => (file === undefined ? undefined : join(base, file))

  progress.say(lang === 'zh' ? '正在读取……' : 'reading …')
  const platform = flags.platform ?? config.platform
  const choice = { root: flags.root ?? config.root, platform }
  const { program, files } = await openProgram(path, choice, kept.files, kept.program).finally(() => progress.end())
  const read = now()
  const writing = flags.writeBaseline || flags.growBaseline || false
  const baselineFile = flags.baseline ?? fromConfig(config.baseline) ?? (writing ? DEFAULT_BASELINE : undefined)
  const baseline = baselineAt(baselineFile, !writing)
  const listing = flags.listing ?? fromConfig(config.listing)

  // Words are looked for by a thread of its own while the program is interpreted: not where all scripts have to be parsed, which
  // takes memory enough, nor by a process that stays and has the tables at hand.
  const known = kept.facts !== undefined && kept.facts.empty !== true
  kept.copy?.turn()
  const thread = known && !kept.copy ? startReading(program) : undefined
  // A look at the bytes saves decoding what nobody else reads.
  const unmarked = new Set<string>()
  const digest = digestOf(files, program.root, (file, bytes) => {
    if (maySetAside(file) && !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(SET_ASIDE, 0, 'latin1')) unmarked.add(file)
  })
  files.forget?.()
  const at = new Date().toISOString()
  const chosen = {
    program,
    rules,
    rulebook: loadRulebook(),
    seedOnly: flags.seedOnly ?? config.seedOnly,
    only,
    modes: config.rules,
  }
  const collectors = collectorsWith(kept.facts)
  let interpretation: Interpretation | undefined
  let walked = 0
  const interpret = () => {
    if (interpretation === undefined) {
      const began = now()
      interpretation = collectors.interpretation(program)
      walked = now() - began
    }
    return interpretation
  }
  const pictures = kept.pictures
  const said = listingFor(files, program.root, listing)
  // Pictures are looked at by threads of their own while everything else goes on.
  const evidence = evidenceWanted(chosen)
  const looking = evidence.has('pictures') || evidence.has('copy') ? beginPictures(flags, { path, program, listing: said, at }) : undefined
  const wanted = evidenceWanted(chosen).has('run')
  // What it takes to run a program is loaded only when something may be run.
  const touchesRun =
    (wanted && !flags.static) || [flags.fromEvidence, flags.saveEvidence, flags.responses, flags.live].some((one) => one !== undefined)
  const domains = () => listingFor(files, program.root, listing)?.domains ?? []
  const about = { program, wanted, interpretation: interpret, digest, at, lang, progress, domains, ...(pictures ? { pictures } : {}) }
  const ran = touchesRun ? await (await import('./run.ts')).obtainRun(flags, about) : undefined
  const { loadPicture } = touchesRun ? await import('./run.ts') : {}
  const picture = (sha256: string): string | undefined => {
    const png = pictures?.get(sha256) ?? (flags.fromEvidence === undefined ? null : loadPicture?.(flags.fromEvidence, sha256))
    return png ? Buffer.from(png).toString('base64') : undefined
  }

  // Nothing leaves this machine unless it was asked for on the command line.
  const aided = flags.aide
    ? await (await import('./aide.ts')).obtainAide(flags, {
        program,
        files,
        copy: collectors.copy(program, interpret()),
        listing: said,
        rulebook: chosen.rulebook,
        at,
        lang,
        progress,
        env: process.env,
      })
    : undefined

  // What takes longest here runs while the threads are at work.
  if (looking && evidence.has('interpretation')) interpret()
  if (looking?.busy) progress.say(lang === 'zh' ? '正在看图片……' : 'looking at pictures …')
  if (kept.pause) {
    await kept.pause()
    if (evidence.has('interpretation')) interpret()
    await kept.pause()
  }
  const waiting = now()
  const seen = await looking?.finish(ran, (sha256) => {
    const base64 = picture(sha256)
    return base64 === undefined ? undefined : Buffer.from(base64, 'base64')
  })
  const waited = now() - waiting
  progress.say(lang === 'zh' ? `正在审查 ${program.pages.length} 个页面……` : `reviewing ${program.pages.length} pages …`)
  const { run, timings } = check({
    ...chosen,
    collectors: { ...collectors, interpretation: interpret },
    reader: kept.copy ?? thread,
    listing: said,
    run: ran,
    pictures: seen,
    aide: aided?.evidence,
    digest,
    version: VERSION,
    at,
    minConfidence: flags.minConfidence ?? config.minConfidence,
    setAside: config.setAside,
    unmarked,
    baseline,
    clock: flags.timings ? now : undefined,
    problems: [...leftOutIn(files), ...(aided ? [aided.said] : [])],
  })
  thread?.close()
  progress.end()
  return {
    run,
    files,
    lang,
    failOn: flags.failOn ?? config.failOn ?? 'violation',
    elapsed: now() - started,
    timings: [
      { kind: 'stage', name: 'read', ms: read - started },
      // Walked before the rules are chosen where something else runs meanwhile.
      { kind: 'evidence', name: 'interpretation', ms: walked },
      ...(looking ? [{ kind: 'stage' as const, name: 'pictures', ms: waited }] : []),
      ...timings.filter(({ name }) => name !== 'interpretation'),
    ],
    ...(ran?.status === 'collected' ? { walked: ran.value, picture } : {}),
    ...(baseline ? { baseline } : {}),
    ...(baselineFile === undefined ? {} : { baselineFile }),
    besides: [configFile, baselineFile, listing].filter((file) => file !== undefined),
  }
}
