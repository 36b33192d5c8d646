import {
  type CallRecord,
  callsIn,
  type HostRecord,
  lacksAnswers,
  type Move,
  moveOf,
  natural,
  type Pass,
  pageFile,
  pageSpot,
  pretended,
  recordSpot,
  recordsIn,
  rule,
  type Spot,
  screenAfter,
  screenBefore,
  stepsWitness,
  trusted,
  unprompted,
} from '../kit.ts'

/** Turns of one chain without a pause between them; a chain that comes to rest takes a handful. */
const TURNS = 20
/** Requests of one kind while nobody touches anything: many in a second. */
const STORM = 100
/** Updates in a second while nobody touches anything: more than is smooth, and more than any screen can show. */
const OFTEN = 20
const RUNAWAY = 66

interface Seen {
  readonly pass: Pass
  readonly move: Move
  readonly at: Spot
  readonly page?: string | null
  readonly times?: number
}
const keyOf = ({ at }: Seen): string => ('file' in at ? `${at.file} ${Math.floor(at.start / 400)}` : 'page' in at ? at.page : '')

/** Calls of one API from one line, each set off by the one before, close together. */
const chained = (calls: readonly CallRecord[]): CallRecord | undefined => {
  let turns = 0
  let before: CallRecord | undefined
  for (const call of calls) {
    const frame = call.stack[0]
    const last = before?.stack[0]
    const goesOn =
      before !== undefined &&
      frame !== undefined &&
      frame.file === last?.file &&
      frame.line === last.line &&
      // several of one moment are no chain: each turn of one takes a moment of its own
      call.at > before.at &&
      call.at - before.at <= 5 &&
      call.cause.name === call.api
    turns = goesOn ? turns + 1 : 0
    if (turns >= TURNS) return call
    before = call
  }
  return undefined
}

/** Work that never ends: loops, chains of updates, pages that send each other on, requests without pause. */
export default rule(
  {
    clauses: ['wx-op/11.2', 'wx-op/11.3'],
    needs: ['program', 'interpretation', 'run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      hangs: {
        what: { zh: '{page} 卡死，不再响应任何操作', en: '{page} hangs and answers nothing any more' },
        why: {
          zh: '代码里的循环没有结束，界面完全冻住，用户只能关掉小程序。',
          en: 'A loop in the code does not end; the screen is frozen and people have to close the program.',
        },
        fix: {
          zh: '检查循环的步长和结束条件，对服务器给的数值先做校验。',
          en: 'Check the step and the end of the loop, and test numbers that come from a server before counting with them.',
        },
      },
      crashes: {
        what: { zh: '{page} 占用内存过多，页面崩溃', en: '{page} takes more and more memory until it crashes' },
        why: { zh: '页面崩溃后用户看到白屏或闪退。', en: 'After the crash people see a white page, or the program is gone.' },
        fix: { zh: '找出不断增长的数据，加上上限。', en: 'Find the data that keeps growing, and bound it.' },
      },
      'calls-itself': {
        what: { zh: '代码一直调用自己，直到栈溢出（{page}）', en: 'Code calls itself until the stack is full ({page})' },
        why: {
          zh: '属性监听里又改了自己监听的值，或函数互相调用没有出口；后面的代码都不会执行。',
          en: 'An observer changes what it observes, or functions call each other without a way out; nothing after that runs.',
        },
        fix: { zh: '只在值真的变化时再写，给递归一个出口。', en: 'Write only when the value differs, and give the recursion an end.' },
      },
      'updates-without-end': {
        what: { zh: '{page} 不停地更新自己，停不下来', en: '{page} goes on updating itself without end' },
        why: {
          zh: '一次更新又引起下一次更新，页面一直在重新渲染，手机发烫、操作卡顿。',
          en: 'Each update sets off the next; the page is drawn over and over, the phone gets hot and everything lags.',
        },
        fix: {
          zh: '监听里先比较新旧值，相同就不再 setData；不要在监听里无条件地改被监听的数据。',
          en: 'Compare before writing in an observer, and do not write what it observes without a condition.',
        },
      },
      'updates-often': {
        what: {
          zh: '{page} 放着不动，每秒也要更新 {times} 次',
          en: '{page} updates itself {times} times a second although nobody touches it',
        },
        why: {
          zh: '每秒超过二十次的更新会让手机发烫、滚动卡顿。',
          en: 'More than twenty updates a second make a telephone hot and scrolling jerky.',
        },
        fix: { zh: '合并更新，动画改用样式或 wxs 完成。', en: 'Put updates together, and let styles or wxs do animations.' },
      },
      'moves-without-end': {
        what: { zh: '{page} 与其他页面之间不停跳转', en: '{page} and other pages keep sending each other on' },
        why: { zh: '页面互相跳来跳去，用户什么也做不了。', en: 'The pages send each other on for ever, and people can do nothing.' },
        fix: { zh: '理清跳转条件，让其中一页停下来。', en: 'Sort out the conditions so that one of the pages stays.' },
      },
      'asks-without-pause': {
        what: { zh: '{page} 不停地请求服务器，没有间隔', en: '{page} asks the server again and again without a pause' },
        why: {
          zh: '失败后立刻重试又立刻失败，短短几秒就有上百次请求，耗电耗流量，页面也会卡。',
          en: 'It fails, asks again at once and fails again: hundreds of requests in seconds that cost power, data and smoothness.',
        },
        fix: {
          zh: '限制重试次数并逐次加长间隔，然后让用户点按重试。',
          en: 'Bound the tries, wait longer each time, then let people try again with a tap.',
        },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    type Name = 'updates-often' | 'hangs' | 'crashes' | 'calls-itself' | 'updates-without-end' | 'moves-without-end' | 'asks-without-pause'
    const seen = new Map<Name, Seen[]>()
    const see = (name: Name, one: Seen) => void seen.set(name, [...(seen.get(name) ?? []), one])
    const fair = (pass: Pass, move: Move | null): move is Move =>
      move !== null && !lacksAnswers(pass, move) && !pretended(pass, move) && natural(program, interpretation, pass, move)

    for (const pass of trusted(run)) {
      for (const host of recordsIn(pass, 'host')) {
        if (host.what !== 'hang' && host.what !== 'crash') continue
        const move = moveOf(pass, host as HostRecord)
        if (!fair(pass, move)) continue
        if (host.what === 'hang' && !host.stack.some((frame) => program.files.has(frame.file))) continue
        const at = recordSpot(program, pass, host)
        see(host.what === 'hang' ? 'hangs' : 'crashes', {
          pass,
          move,
          at: 'file' in at ? at : pageFile(program, host.page, pageSpot(pass, move)),
        })
      }
      for (const error of recordsIn(pass, 'error')) {
        if (!/^(?:RangeError: )?Maximum call stack|too much recursion/.test(error.message) || error.blame === 'simulator') continue
        const move = moveOf(pass, error)
        // without a line of the program's own on the stack it may be ours
        const at = recordSpot(program, pass, error)
        if ('file' in at && fair(pass, move)) see('calls-itself', { pass, move, at })
      }
      const updates = chained(callsIn(pass, 'nextTick'))
      const during = updates ? moveOf(pass, updates) : null
      if (updates && fair(pass, during))
        see('updates-without-end', { pass, move: during, at: recordSpot(program, pass, updates), page: updates.page })
    }
    const restless = new Set<Pass>()
    for (const pass of trusted(run))
      for (const move of pass.moves) {
        if (move.step.do !== 'wait' || move.step.milliseconds < 3000 || !fair(pass, move)) continue
        const times = (screenAfter(pass, move)?.state.work?.setData ?? 0) / (move.step.milliseconds / 1000)
        const page = screenAfter(pass, move)?.state.route ?? null
        if (times < OFTEN || screenBefore(pass, move)?.state.view !== screenAfter(pass, move)?.state.view) continue
        // what a page has set going goes on after it was left: the first page of a pass is where it comes from
        if (restless.has(pass)) continue
        restless.add(pass)
        const name = times > RUNAWAY ? 'updates-without-end' : 'updates-often'
        if (![...(seen.get(name) ?? []), ...(seen.get('updates-without-end') ?? [])].some((one) => one.page === page))
          see(name, { pass, move, page, times, at: pageFile(program, page, pageSpot(pass, move)) })
      }
    for (const pass of run.passes) {
      const own = pass.server === 'responses' || pass.server === 'none'
      for (const move of pass.moves) {
        const records = pass.records.slice(move.from, move.to)
        const moved = records.filter((record) => record.kind === 'navigation' && record.action !== 'launch' && unprompted(record))
        if (own && moved.length >= 8 && fair(pass, move))
          see('moves-without-end', { pass, move, at: recordSpot(program, pass, moved.at(-1)!), page: moved.at(-1)!.page })
        const asked = new Map<string, CallRecord[]>()
        for (const record of records)
          if (record.kind === 'call' && record.api === 'request' && unprompted(record) && record.stack[0]) {
            const key = `${record.stack[0].file}:${record.stack[0].line} ${JSON.stringify(record.args).slice(0, 200)}`
            asked.set(key, [...(asked.get(key) ?? []), record])
          }
        for (const calls of asked.values())
          if (
            calls.length >= STORM &&
            run.answersGiven &&
            !pretended(pass, move) &&
            natural(program, interpretation, pass, move) &&
            !lacksAnswers(pass, move)
          )
            see('asks-without-pause', { pass, move, at: recordSpot(program, pass, calls[0]!) })
      }
    }

    for (const [name, all] of seen)
      for (const key of new Set(all.map(keyOf))) {
        const here = all.filter((one) => keyOf(one) === key)
        const first = here.reduce((a, b) => (b.pass.moves.indexOf(b.move) < a.pass.moves.indexOf(a.move) ? b : a))
        const page = pageSpot(first.pass, first.move, screenBefore(first.pass, first.move)?.state.route)
        // a machine under load can be slow once; the same place every time is the program's own
        const sure = here.length > 1 || name === 'calls-itself' || name === 'updates-without-end'
        report(name, {
          at: first.at,
          related: [{ at: page }],
          clauses: name === 'moves-without-end' || name === 'asks-without-pause' ? ['wx-op/11.3'] : ['wx-op/11.2', 'wx-op/11.3'],
          data: { times: `${Math.round(first.times ?? 0)}`, page: first.page ?? ('page' in page ? page.page : '') },
          ...(sure && name !== 'updates-often' ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
          ...(name === 'updates-often' ? { severity: 'warning' as const } : {}),
          witness: stepsWitness(first.pass, first.move),
        })
      }
  },
)
