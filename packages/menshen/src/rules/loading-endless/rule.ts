import {
  type CallRecord,
  journey,
  lacksAnswers,
  type Move,
  natural,
  type Pass,
  pageFile,
  pageSpot,
  passText,
  pretended,
  recordSpot,
  recordsIn,
  recordsOf,
  refuses,
  rule,
  type Screen,
  type ShownText,
  screenAfter,
  screenBefore,
  stepsWitness,
  tappedSpots,
  targetOf,
  textsOn,
  writtenAt,
} from '../kit.ts'

/** Milliseconds after which loading is no longer loading. */
const LONG = 5000
/** What pages do while they load; 处理中, 准备中 and the like are states of orders. */
const DOING = '加载|载入|读取|获取|查询|搜索|刷新|请求|同步|连接|定位|初始化|缓冲|拉取|检索'
const WAITING = new RegExp(
  `^(?:(?:数据|内容|页面|信息|图片|列表|资源|系统|服务|正在|努力|拼命|玩命|马上|飞速|疯狂|全力|火速|还在|请稍[候等后]|请等待|稍等|[,，、。…\\.\\s~～])*)(?:(?:正在|努力|拼命|玩命|还在).{0,6}(?:${DOING})[^失败错误，。]{0,8}|(?:${DOING}).{0,6}中|请稍[候等后](?:片刻)?|请等待|稍等|loading(?: \\w+){0,2}|please wait)(?:.{0,6}(?:数据|内容|页面|信息|列表|请稍[候等后]|片刻))?[.。…·~～!！\\s]*$`,
  'iu',
)
/** A line that says: wait. Short, and nothing but that. */
const waits = (text: ShownText): boolean => {
  const line = text.text.trim()
  return line.length >= 2 && line.length <= 24 && WAITING.test(line)
}
/** A foot of a list that tells of more to come as one scrolls on. */
const isFoot = (screen: Screen, line: ShownText): boolean => {
  const own = (one: ShownText) => one !== line && !screen.state.cover?.text.includes(one.text)
  const above = textsOn(screen, 'page').filter((one) => own(one) && one.box.y < line.box.y)
  const below = textsOn(screen, 'page').filter((one) => own(one) && one.box.y > line.box.y + line.box.height)
  return below.length <= 2 && above.length >= 4
}
const waitingLine = (screen: Screen | null, foot = true): ShownText | undefined =>
  screen ? textsOn(screen, 'page').find((one) => waits(one) && !(foot && isFoot(screen, one))) : undefined
/** The loading sign of the platform. */
const signIn = (screen: Screen | null): boolean => screen?.state.loading ?? false

interface Loading {
  readonly pass: Pass
  readonly move: Move
  /** The words, or null for the platform's sign. */
  readonly line: string | null
  readonly page: string
}
/** Pages that said that they were loading before a long wait, and still say so after it. */
const loadingIn = (pass: Pass, standing: ReadonlySet<string>): readonly Loading[] =>
  pass.moves.flatMap((move): Loading[] => {
    if (move.step.do !== 'wait' || move.step.milliseconds < LONG) return []
    const [before, after] = [screenBefore(pass, move), screenAfter(pass, move)]
    if (!before || !after || before.state.view !== after.state.view || !after.state.route) return []
    const page = after.state.route
    // a line that is not there once the page has loaded is no foot of a list
    const foot = pass.server === 'responses' || pass.server === 'none' || standing.has(page)
    const [from, to] = [waitingLine(before, foot), waitingLine(after, foot)]
    if (from && to && from.text === to.text) return [{ pass, move, line: to.text, page }]
    return signIn(before) && signIn(after) ? [{ pass, move, line: null, page }] : []
  })
/** Requests that were made on the way there, and whether all of them were answered. */
const asked = ({ pass, move }: Loading) => {
  const records = journey(pass, move).flatMap((one) => recordsOf(pass, one))
  const calls = records.filter((one): one is CallRecord => one.kind === 'call' && /^(?:request|cloud\.\w+|downloadFile)$/.test(one.api))
  const answers = records.filter((one) => one.kind === 'network')
  return { calls, settled: calls.every((call) => call.answer !== undefined || answers.some((one) => one.call === call.id)) }
}

/** A loading sign that came up with a tap, and for how long it stood after every request had ended. */
const signsAfter = (
  pass: Pass,
  move: Move,
): { readonly sign: CallRecord; readonly last: Move; readonly milliseconds: number; readonly asked: boolean } | undefined => {
  if (move.step.do !== 'tap' || signIn(screenBefore(pass, move))) return undefined
  // what a new page brings up as it opens is that page's
  if (screenBefore(pass, move)?.state.view !== screenAfter(pass, move)?.state.view) return undefined
  const sign = recordsOf(pass, move).find((one): one is CallRecord => one.kind === 'call' && one.api === 'showLoading')
  let last: Move | undefined
  let busy = false
  for (let i = pass.moves.indexOf(move); i < pass.moves.length; i++) {
    const one = pass.moves[i]!
    const screen = screenAfter(pass, one)
    if (i > pass.moves.indexOf(move) && one.step.do !== 'wait' && one.step.do !== 'tap') break
    if (!signIn(screen) || screen?.state.view !== screenAfter(pass, move)?.state.view) return undefined
    const records = recordsOf(pass, one)
    busy ||= records.some((record) => record.kind === 'call' && record.api === 'showLoading' && record !== sign)
    last = one
  }
  if (!sign || !last || last === move || busy) return undefined
  const calls = pass.records.filter((one): one is CallRecord => one.kind === 'call' && one.id > sign.id && one.at <= last.until)
  const requests = calls.filter((one) => /^(?:request|uploadFile|downloadFile|cloud\.\w+)$/.test(one.api))
  const ended = requests.every((one) => one.answer !== undefined)
  const milliseconds = last.until - move.at
  return ended && milliseconds >= 1500 ? { sign, last, milliseconds, asked: requests.length > 0 } : undefined
}

/** A page that loads for ever: the answer has come, or failed to come, and still it says that it is loading. */
export default rule(
  {
    clauses: ['wx-op/11.3', 'wx-op/11.1'],
    needs: ['program', 'interpretation', 'run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      'never-ends': {
        what: { zh: '{page} 一直停在“{words}”', en: '{page} stays at "{words}" for ever' },
        why: {
          zh: '服务器已经回答，页面还停在加载中，用户等不到结果；审核会判为无法使用。',
          en: 'The server has answered and the page still says that it is loading; people wait for nothing, and reviewers call it broken.',
        },
        fix: {
          zh: '无论有没有数据、成功还是失败，都要结束加载状态，再显示内容、“暂无数据”或重试按钮。',
          en: 'End the loading state on every way out, then show the content, that there is none, or a button to try again.',
        },
      },
      'never-ends-then': {
        what: { zh: '{when}，{page} 一直停在“{words}”', en: '{page} stays at "{words}" for ever when {when}' },
        why: {
          zh: '没有数据或服务器出错是常有的事；这时页面不结束加载，用户只能干等，也没有办法重试。',
          en: 'Servers are empty or fail every day; the page then never stops loading, and people can neither go on nor try again.',
        },
        fix: {
          zh: '在失败回调和空数据分支里也结束加载，写明原因并给出重试。',
          en: 'End loading in the failure callback and for empty data too; say why, and offer another try.',
        },
      },
      'sign-stays': {
        what: { zh: '点“{button}”之后，加载提示没有关掉{when}', en: 'The loading sign that "{button}" brings up is not taken away{when}' },
        why: {
          zh: '请求都已经有了结果，加载提示还盖在页面上，用户以为一直在处理。',
          en: 'Every request has ended and the sign still lies over the page; people believe that it is going on.',
        },
        fix: {
          zh: '在 complete 里关掉加载提示，成功和失败都要经过。',
          en: 'Hide the sign in complete, which both success and failure pass through.',
        },
      },
      'slow-on-mobile': {
        what: { zh: '移动网络下 {page} 超过 8 秒还没有内容', en: '{page} shows nothing for more than 8 seconds on mobile data' },
        why: {
          zh: '每个请求只慢两秒，页面却要等好几个请求依次完成才显示，首屏太久。',
          en: 'Each request takes two seconds only, but the page waits for several, one after another, before it shows anything.',
        },
        fix: { zh: '让请求同时发出，先显示已有的部分。', en: 'Send the requests together and show what is there already.' },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const seen = new Set<string>()
    const passes = run.passes.filter(({ profile }) => profile !== 'slow-4g')
    const own = (pass: Pass) => pass.server === 'responses' || pass.server === 'none' || pass.server === 'after-release'
    const order = (pass: Pass) => (own(pass) ? (refuses(pass) ? 1 : 0) : pass.server === 'failing' ? 2 : 3)
    /** Pages that say that they load even when all is there. */
    const standing = new Set(
      passes
        .filter((pass) => order(pass) === 0)
        .flatMap((pass) =>
          pass.moves.filter((move) => move.step.do === 'wait' && move.step.milliseconds >= LONG).map((move) => screenAfter(pass, move)),
        )
        .filter((screen) => waitingLine(screen, false) !== undefined)
        .map((screen) => screen?.state.route ?? ''),
    )
    for (const pass of [...passes].sort((a, b) => order(a) - order(b)))
      for (const one of loadingIn(pass, standing)) {
        const { move, page, line } = one
        const { calls, settled } = asked(one)
        const threw = recordsIn(pass, 'error').some((error) => error.page === page && error.blame !== 'program')
        if (seen.has(page) || pretended(pass, move) || !natural(program, interpretation, pass, move)) continue
        const proper = order(pass) === 0
        if (own(pass) ? lacksAnswers(pass, move) || !settled : calls.length === 0) continue
        seen.add(page)
        // without a request it waits for something else: a device, a position, another telephone
        const certain = calls.length > 0
        // what an empty server of ours leaves out, the program's own would perhaps give: an error over that is not yet its fault
        const sure = certain && (own(pass) || (run.answersGiven && !(pass.server === 'empty' && threw)))
        const sign = recordsIn(pass, 'call').findLast((call) => call.api === 'showLoading' && call.page === page)
        const written = line === null ? null : writtenAt(program, page, line.replace(/[.。…·~～!！\s]+$/u, ''))
        const words = line ?? '加载中'
        const stays = {
          zh: `${Math.round(move.step.do === 'wait' ? move.step.milliseconds / 1000 : 0)} 秒后仍是“${words}”`,
          en: `still "${words}" after some seconds`,
        }
        report(proper ? 'never-ends' : 'never-ends-then', {
          at: line === null && sign ? recordSpot(program, pass, sign) : (written ?? pageFile(program, page, pageSpot(pass, move))),
          related: [...(calls.at(-1) ? [{ at: recordSpot(program, pass, calls.at(-1)!) }] : []), { at: pageSpot(pass, move) }],
          data: { page, words, when: passText(pass) ?? '' },
          ...(proper ? {} : { confidence: 'medium' as const }),
          ...(sure ? {} : { verdict: 'review' as const }),
          witness: stepsWitness(pass, move, stays),
        })
      }

    // a sign that a tap brought up
    const tapped = new Set<string>()
    for (const pass of [...passes].sort((a, b) => order(a) - order(b)))
      for (const move of pass.moves) {
        const shown = signsAfter(pass, move)
        if (
          !shown ||
          (own(pass) && lacksAnswers(pass, shown.last)) ||
          pretended(pass, move) ||
          !natural(program, interpretation, pass, move)
        )
          continue
        if (!own(pass) && !run.answersGiven) continue
        const spots = tappedSpots(program, interpretation, pass, move)
        const key = JSON.stringify('file' in spots.at ? [spots.at.file, spots.at.start] : spots.at)
        if (tapped.has(key)) continue
        tapped.add(key)
        const about = own(pass) ? null : passText({ ...pass, profile: 'accept-all' })
        report('sign-stays', {
          at: recordSpot(program, pass, shown.sign),
          related: [{ at: spots.at }, ...spots.related],
          data: {
            button: targetOf(pass, move)?.text || '…',
            when: about ? { zh: `（${about.zh}）`, en: ` (${about.en})` } : '',
          },
          confidence: 'medium',
          // without a request it may wait for a device or another person
          ...(shown.milliseconds >= LONG && shown.asked ? {} : { verdict: 'review' as const }),
          witness: stepsWitness(pass, shown.last, {
            zh: `${Math.round(shown.milliseconds / 100) / 10} 秒后加载提示还在`,
            en: `the sign is still there after ${Math.round(shown.milliseconds / 100) / 10} s`,
          }),
        })
      }

    // loads in the end, but only after one slow answer after another
    for (const pass of run.passes.filter(
      ({ profile, server, kind }) => profile === 'slow-4g' && kind === 'sweep' && server === 'responses',
    ))
      for (const move of pass.moves) {
        const [before, after] = [screenBefore(pass, move), screenAfter(pass, move)]
        const page = after?.state.route
        if (move.step.do !== 'wait' || move.step.milliseconds < LONG || !page || seen.has(page) || before?.state.view !== after.state.view)
          continue
        const nothing = (screen: Screen | null) => screen?.state.blank || screen?.state.loading || waitingLine(screen) !== undefined
        const fast = run.passes.filter((one) => one.profile === 'accept-all' && one.server === 'responses')
        if (!fast.some((one) => one.screens.some((screen) => screen.state.route === page && !nothing(screen)))) continue
        if (!nothing(before) || !nothing(after) || lacksAnswers(pass, move) || !natural(program, interpretation, pass, move)) continue
        seen.add(page)
        report('slow-on-mobile', {
          at: pageFile(program, page, pageSpot(pass, move)),
          related: [{ at: pageSpot(pass, move) }],
          clauses: ['wx-op/11.3'],
          data: { page },
          verdict: 'review',
          severity: 'warning',
          confidence: 'low',
          witness: stepsWitness(pass, move),
        })
      }
  },
)
