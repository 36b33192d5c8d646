import {
  type ErrorRecord,
  journey,
  lacksAnswers,
  type Move,
  moveOf,
  natural,
  type Pass,
  pageFile,
  pageSpot,
  passText,
  pretended,
  recordSpot,
  recordsIn,
  recordsOf,
  rule,
  type Screen,
  screenAfter,
  screenBefore,
  stepsWitness,
  trusted,
} from '../kit.ts'

/** Life cycle methods that draw a page: when one throws, what should stand there does not. */
const DRAWING = new Set(['onLoad', 'onShow', 'onReady', 'created', 'attached', 'ready'])
/** Milliseconds after which nobody waits any more. */
const LONG = 5000

/** Nothing to see and nothing to touch. A page that is only drawn with boxes (a torch, a colour) has more elements than that. */
const empty = (screen: Screen | null): screen is Screen => {
  if (!screen) return false
  const { blank, nodes, loading, prompts, cover } = screen.state
  const touched = (screen.tappables ?? []).some((one) => one.layer === 'page')
  return blank && nodes <= 25 && !loading && prompts.length === 0 && !cover && !touched
}

interface Blank {
  readonly pass: Pass
  readonly move: Move
  readonly milliseconds: number
}
/** Waits through which a page stayed empty. */
const blanksIn = (pass: Pass): readonly Blank[] =>
  pass.moves.flatMap((move) => {
    if (move.step.do !== 'wait' || move.step.milliseconds < 1000) return []
    const [before, after] = [screenBefore(pass, move), screenAfter(pass, move)]
    return empty(before) && empty(after) && before.state.view === after.state.view
      ? [{ pass, move, milliseconds: move.step.milliseconds }]
      : []
  })
const routeOf = ({ pass, move }: Blank) => screenAfter(pass, move)?.state.route ?? ''
/** Something was said on the way: a toast, a dialog. */
const told = ({ pass, move }: Blank) => journey(pass, move).some((one) => recordsOf(pass, one).some(({ kind }) => kind === 'prompt'))

/** Pages that show nothing: because their code throws, because what they wait for never comes to be, or as soon as the server has nothing for them. */
export default rule(
  {
    clauses: ['wx-op/11.1', 'wx-op/11.2', 'wx-op/11.3'],
    needs: ['program', 'interpretation', 'run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      'page-throws': {
        what: { zh: '打开 {page} 时程序出错，页面没有内容：{error}', en: '{page} fails as it opens and shows nothing: {error}' },
        why: {
          zh: '页面刚打开代码就抛出错误，用户只看到一片空白，审核会判为不可用。',
          en: 'The code throws as soon as the page opens, so people see an empty page and reviewers call it broken.',
        },
        fix: {
          zh: '按调用栈找到这一行，处理好缺失的值再显示页面',
          en: 'Follow the stack to this line and deal with the missing value before drawing',
        },
      },
      'page-errs': {
        what: { zh: '打开 {page} 时有没有捕获的错误：{error}', en: 'An error goes uncaught as {page} opens: {error}' },
        why: {
          zh: '页面还显示着内容，但出错之后的代码都没有执行，可能少了一部分。',
          en: 'The page still shows something, but the code after the error never ran and part of it may be missing.',
        },
        fix: { zh: '处理好这一行，再看页面是否完整。', en: 'Deal with this line, then see whether the page is whole.' },
      },
      'page-blank': {
        what: { zh: '{page} 打开后一直是空白页', en: '{page} stays empty after it opens' },
        why: {
          zh: '服务器已经正常返回，页面上仍然什么也没有；审核会判为无法正常使用。',
          en: 'Every answer has come and still nothing is drawn; reviewers call such a page broken.',
        },
        fix: {
          zh: '检查决定是否显示的条件；没有数据时也要写一句话，或给一个可以点的去处。',
          en: 'Check the condition that draws it; when there is nothing to show, say so or offer a way on.',
        },
      },
      'blank-without-server': {
        what: { zh: '{when}，{page} 就是一片空白', en: '{page} is empty when {when}' },
        why: {
          zh: '新用户、新上线的账号常常没有数据，服务器也会出错；这时只看到白屏，既不知道原因，也没有办法重试。',
          en: 'New accounts have no data and servers fail; people then see a white page, without a reason or a way to try again.',
        },
        fix: {
          zh: '没有数据时写明“暂无内容”，出错时说明原因并给出重试按钮。',
          en: 'Say that there is nothing yet, or what went wrong, with a button to try again.',
        },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const seen = new Set<string>()
    const once = (key: string) => !seen.has(key) && Boolean(seen.add(key))

    // what throws
    const failing = trusted(run).flatMap((pass) =>
      recordsIn(pass, 'error').flatMap((error): { pass: Pass; error: ErrorRecord; move: Move; bare: boolean }[] => {
        const move = moveOf(pass, error)
        if (error.blame !== 'program' || error.page === null || !DRAWING.has(error.cause.chain[0] ?? '')) return []
        if (!move || lacksAnswers(pass, move) || pretended(pass, move)) return []
        const screen = screenAfter(pass, move)
        if (screen?.state.route !== error.page) return []
        return [{ pass, error, move, bare: screen.state.blank && natural(program, interpretation, pass, move) }]
      }),
    )
    for (const { pass, error, move, bare } of [...failing.filter((one) => one.bare), ...failing]) {
      if (!once(`${error.page} ${error.message}`)) continue
      const { page, message } = { page: error.page ?? '', message: error.message }
      report(bare ? 'page-throws' : 'page-errs', {
        at: recordSpot(program, pass, error),
        clauses: ['wx-op/11.2'],
        data: { page, error: message },
        ...(bare ? {} : { verdict: 'review' as const, severity: 'warning' as const, confidence: 'medium' as const }),
        witness: stepsWitness(
          pass,
          move,
          bare
            ? { zh: `${page} 一片空白：${message}`, en: `${page} stays empty: ${message}` }
            : { zh: `出现错误：${message}`, en: `the error: ${message}` },
        ),
      })
      if (bare) seen.add(page)
    }

    // what is never drawn
    const sound = trusted(run).filter((pass) => pass.profile !== 'slow-4g')
    const blanks = sound.flatMap(blanksIn).filter(({ pass, move }) => !lacksAnswers(pass, move) && !pretended(pass, move))
    const alive = new Set(
      sound.flatMap((pass) => pass.screens.filter(({ state }) => !state.blank).flatMap(({ state }) => state.route ?? [])),
    )
    const longest = new Map<string, number>()
    for (const one of blanks) longest.set(routeOf(one), Math.max(longest.get(routeOf(one)) ?? 0, one.milliseconds))
    for (const one of [...blanks].sort((a, b) => b.milliseconds - a.milliseconds)) {
      const { pass, move } = one
      const page = routeOf(one)
      if (!natural(program, interpretation, pass, move)) continue
      if (one.milliseconds < LONG && (alive.has(page) || (longest.get(page) ?? 0) < LONG)) continue
      if (!once(page)) continue
      report('page-blank', {
        at: pageFile(program, page, pageSpot(pass, move)),
        related: [{ at: pageSpot(pass, move) }],
        clauses: ['wx-op/11.1', 'wx-op/11.3'],
        data: { page },
        ...(told(one) ? { verdict: 'review' as const } : {}),
        witness: stepsWitness(pass, move, { zh: `${page} 仍然一片空白`, en: `${page} is still empty` }),
      })
    }

    // what is not drawn when the server has nothing, or fails
    const sweeps = run.passes.filter(({ kind }) => kind === 'sweep')
    for (const pass of ['failing', 'empty'].flatMap((server) => sweeps.filter((one) => one.server === server)))
      for (const one of blanksIn(pass)) {
        const page = routeOf(one)
        const asks = recordsIn(pass, 'network').some((record) => record.page === page)
        if (
          !asks ||
          one.milliseconds < LONG ||
          !natural(program, interpretation, pass, one.move) ||
          pretended(pass, one.move) ||
          !once(page)
        )
          continue
        // a server that knows nothing answers in its own envelope, which we can only guess; that it fails is the same everywhere
        const sure = run.answersGiven && !told(one) && pass.server === 'failing'
        report('blank-without-server', {
          at: pageFile(program, page, pageSpot(pass, one.move)),
          related: [{ at: pageSpot(pass, one.move) }],
          clauses: ['wx-op/11.1'],
          data: { page, when: passText({ ...pass, profile: 'accept-all' }) ?? '' },
          confidence: 'medium',
          ...(sure ? {} : { verdict: 'review' as const }),
          witness: stepsWitness(pass, one.move, { zh: `${page} 一片空白`, en: `${page} is empty` }),
        })
      }
  },
)
