/** `menshen replay`: does again what once showed a fault, and says whether it still does. */
import { collectors } from '../check/collectors.ts'
import { check, type Finding, type Lang } from '../check/index.ts'
import type { Text } from '../check/types.ts'
import type { Pass, RunEvidence } from '../evidence/run.ts'
import { shown } from '../evidence/shape.ts'
import { Walker } from '../explore/walker.ts'
import { digestOf } from '../io/digest.ts'
import type { ProgramModel } from '../program/types.ts'
import { loadRulebook } from '../rulebook/index.ts'
import { rules } from '../rules/generated/index.ts'
import { journey, stepText } from '../rules/run-reading.ts'
import type { ProfileName } from '../simulator/profiles.ts'
import { EXIT, Failure } from './failure.ts'
import { openProgram, readSettings } from './program.ts'
import { loadEvidence, prepare, type SavedRun } from './run.ts'
import { VERSION } from './version.ts'

export interface ReplayFlags {
  readonly from: string
  readonly root?: string
  readonly lang?: Lang
}

const judged = (program: ProgramModel, run: RunEvidence, only?: string): readonly Finding[] =>
  check({
    program,
    rules,
    rulebook: loadRulebook(),
    collectors,
    run: { status: 'collected', by: { collector: `run@${VERSION}`, at: '' }, value: run },
    digest: '',
    version: VERSION,
    at: new Date().toISOString(),
    ...(only === undefined ? {} : { only: new Set([only]) }),
  }).run.findings
const same = (a: Finding, b: Finding): boolean =>
  a.fingerprint === b.fingerprint ||
  (a.rule === b.rule && a.message.id === b.message.id && JSON.stringify(a.places[0]) === JSON.stringify(b.places[0]))

/** The moves of a pass once more, on a fresh telephone of the same kind. */
async function again(
  program: ProgramModel,
  saved: SavedRun,
  pass: Pass,
  end: number,
  start: number,
  say: (text: string) => void,
  lang: Lang,
): Promise<Pass> {
  const ready = await prepare(program, saved.responses)
  if (typeof ready === 'string')
    throw new Failure({
      zh: '无法运行：没有浏览器或缺少软件包（见 menshen doctor）',
      en: 'it cannot be run: no browser, or packages are missing (see menshen doctor)',
    })
  try {
    const driver = await ready.open({ kind: pass.kind, profile: pass.profile as ProfileName, server: pass.server }, pass.seed, undefined)
    try {
      const walker = new Walker(driver, {
        moves: (end - start + 2) * 2,
        late: () => false,
        patience: pass.profile === 'slow-4g' ? 7000 : 1500,
      })
      if (pass.moves[start]?.step.do !== 'launch') await walker.make({ do: 'launch' }, 'launch')
      for (const move of pass.moves.slice(start, end + 1)) {
        say(stepText(move.step)[lang])
        await walker.make(move.step, move.purpose)
      }
      return await walker.pass(pass.id, pass.kind)
    } finally {
      await driver.close()
    }
  } finally {
    await ready.close()
  }
}

/** Exit code 1 when the fault is still there, 0 when it is not. */
export const replayCommand = async (name: string, path: string, flags: ReplayFlags, spoken: Lang): Promise<number> => {
  const lang = flags.lang ?? spoken
  const { config } = readSettings(path, undefined, [...rules.keys()])
  const { program, files } = await openProgram(path, { root: flags.root ?? config.root, platform: config.platform })
  const saved = loadEvidence(flags.from)
  if (saved.run.status !== 'collected')
    throw new Failure({ zh: `${shown(flags.from)} 里没有运行记录`, en: `${shown(flags.from)} holds no run` })
  const evidence = saved.run.value
  const changed = saved.digest !== digestOf(files, program.root)
  // what was found then is found again in what was saved, so that a fingerprint is enough
  const found = judged(program, evidence).filter((one) => one.witness?.pass !== undefined)
  const matching = found.filter((one) => one.fingerprint.startsWith(name) || one.rule === name)
  const [finding] = matching
  if (!finding) {
    const list = (l: Lang) => found.slice(0, 12).map((one) => `  ${one.fingerprint.slice(0, 8)}  ${one.rule}  ${shown(one.what[l])}`)
    throw new Failure({
      zh: `没有 ${shown(name)} 这一处可以重放的问题${found.length > 0 ? `，可用的有：\n${list('zh').join('\n')}` : ''}`,
      en: `there is no finding ${shown(name)} that can be replayed${found.length > 0 ? `; there are:\n${list('en').join('\n')}` : ''}`,
    })
  }
  const pass = evidence.passes.find((one) => one.id === finding.witness?.pass)
  const move = pass?.moves[finding.witness?.move ?? -1]
  if (!pass || !move) throw new Failure({ zh: '运行记录不完整', en: 'the saved run is not whole' })
  const say = (text: string) => process.stdout.write(`  ${text}\n`)
  process.stdout.write(`${shown(finding.what[lang])}\n${finding.rule} · ${pass.profile} · ${pass.server}\n`)

  const end = pass.moves.indexOf(move)
  const others = evidence.passes.filter((one) => one !== pass)
  // a fault that shows in other passes too would seem to hold for their sake
  const apart = others.length > 0 && !judged(program, { ...evidence, passes: others }, finding.rule).some((one) => same(one, finding))
  /** 'run': the moves show it again; 'code': they do not, but what is written still says so. */
  const holds = (made: Pass): 'run' | 'code' | null => {
    const alone = judged(program, { ...evidence, passes: [made] }, finding.rule).filter((one) => same(one, finding))
    const among = apart ? judged(program, { ...evidence, passes: [made, ...others] }, finding.rule).filter((one) => same(one, finding)) : []
    const again = [...alone, ...among]
    if (again.some((one) => one.witness?.pass !== undefined)) return 'run'
    return again.length > 0 ? 'code' : null
  }
  const short = end - journey(pass, move).length + 1
  // first the few steps that lead there, then all that came before them, then all that followed as well
  const tries: readonly (readonly [number, number, Text | null])[] = [
    [Math.max(0, short), end, null],
    [0, end, { zh: '仅凭这几步没有重现，从头再走一遍：', en: 'these steps alone do not show it; once more from the beginning:' }],
    [0, pass.moves.length - 1, { zh: '还是没有重现，把当时的每一步都走完：', en: 'still not; now every step of that pass:' }],
  ]
  let code = false
  let before = ''
  for (const [start, until, words] of tries) {
    if (`${start} ${until}` === before) continue
    before = `${start} ${until}`
    if (words) process.stdout.write(`${words[lang]}\n`)
    const held = holds(await again(program, saved, pass, until, start, say, lang))
    if (held === 'run') {
      process.stdout.write(lang === 'zh' ? '✖ 问题仍在\n' : '✖ it still holds\n')
      return EXIT.findings
    }
    code ||= held === 'code'
  }
  if (code) {
    process.stdout.write(
      lang === 'zh' ? '✖ 这些步骤没有再现，但代码里仍看得出这一问题\n' : '✖ these steps no longer show it, but the code still says so\n',
    )
    return EXIT.findings
  }
  process.stdout.write(
    lang === 'zh'
      ? `✔ 没有再出现${changed ? '（程序已改动）' : ''}\n`
      : `✔ it no longer shows${changed ? ' (the program has changed since)' : ''}\n`,
  )
  return EXIT.clear
}
