import {
  afterwards,
  type ErrorRecord,
  type Move,
  natural,
  noticed,
  outcome,
  type Pass,
  pretended,
  proven,
  recordSpot,
  refuses,
  rule,
  screenAfter,
  stepsWitness,
  tapKey,
  tappedSpots,
  targetOf,
} from '../kit.ts'

/** What a refusal leads to is judged with refusals; on a slow line the answer may still come. */
const elsewhere = (pass: Pass): boolean => refuses(pass) || pass.profile === 'slow-4g'

/** The error that a tap led to, if it did: in its handler, or in what followed from it. */
const errorOf = (pass: Pass, move: Move): ErrorRecord | undefined =>
  outcome(pass, move).find(
    (record): record is ErrorRecord =>
      record.kind === 'error' &&
      record.blame === 'program' &&
      (record.cause.chain[0] === 'tap' ||
        record.cause.tap !== null ||
        (record.where === 'unhandled rejection' && record.cause.chain.length === 0)),
  )

/** A tap whose code throws, so that for the person nothing happens, or the loading sign never goes. */
export default rule(
  {
    clauses: ['wx-op/11.3', 'wx-op/11.2'],
    needs: ['program', 'interpretation', 'run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      'nothing-happens': {
        what: { zh: '点“{words}”时程序出错，界面毫无反应：{error}', en: '"{words}" throws when tapped, and nothing happens: {error}' },
        why: {
          zh: '处理点按的代码抛出了错误，用户点多少次都没有反应，功能等于不可用。',
          en: 'The code behind the tap throws; however often people tap, nothing happens, and the feature does not exist for them.',
        },
        fix: {
          zh: '按调用栈找到这一行，处理好空值和失败的回答，并告诉用户结果。',
          en: 'Follow the stack to this line, deal with missing values and failed answers, and tell the user how it went.',
        },
      },
      'keeps-loading': {
        what: {
          zh: '点“{words}”后程序出错，加载提示一直不消失：{error}',
          en: '"{words}" throws after the loading sign came up, and it stays: {error}',
        },
        why: {
          zh: '出错之后没有关掉加载提示，页面被挡住，用户只能退出。',
          en: 'After the error nobody takes the loading sign away; it blocks the page and people have to leave.',
        },
        fix: {
          zh: '在 complete 或 finally 里关掉加载提示，并说明失败原因。',
          en: 'Take the sign away in complete or finally, and say what went wrong.',
        },
      },
      'silent-when-failing': {
        what: { zh: '服务器出错时，点“{words}”没有任何提示', en: 'When the server fails, "{words}" says nothing at all' },
        why: {
          zh: '请求失败后代码抛出错误，用户既看不到结果，也不知道要不要再试。',
          en: 'The request fails, the code throws, and people learn neither the outcome nor whether to try again.',
        },
        fix: { zh: '在失败回调里说明原因，让用户可以重试。', en: 'Say what went wrong in the failure callback, and let people try again.' },
      },
      'error-behind': {
        what: { zh: '点“{words}”时有没有捕获的错误：{error}', en: 'An error goes uncaught when "{words}" is tapped: {error}' },
        why: {
          zh: '界面有变化，但出错之后的代码没有执行，这一步可能没有做完。',
          en: 'Something shows, but the code after the error never ran, and the step may not be complete.',
        },
        fix: { zh: '处理好这一行，再看这一步是否做完。', en: 'Deal with this line, then see whether the step is completed.' },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const found = proven(run).flatMap(({ pass, move }) => {
      if (move.step.do !== 'tap' || elsewhere(pass) || pretended(pass, move)) return []
      const error = errorOf(pass, move)
      if (!error || !natural(program, interpretation, pass, move)) return []
      const last = afterwards(pass, move).at(-1)
      const loading = last !== undefined && (screenAfter(pass, last)?.state.loading ?? false)
      const message = loading ? ('keeps-loading' as const) : noticed(pass, move) ? ('error-behind' as const) : ('nothing-happens' as const)
      return [{ pass, move, error, message, last: last ?? move }]
    })
    const seen = new Set<string>()
    for (const { pass, move, error, message, last } of [
      ...found.filter((one) => one.message !== 'error-behind'),
      // a promise that is given up on purpose is no error, once the user was told
      ...found.filter((one) => one.message === 'error-behind' && one.error.where !== 'unhandled rejection'),
    ]) {
      const place = recordSpot(program, pass, error)
      const key = 'file' in place ? `${place.file}:${place.start}` : tapKey(pass, move)
      if (seen.has(key)) continue
      seen.add(key)
      const words = targetOf(pass, move)?.text ?? (move.step.do === 'tap' ? move.step.text : '')
      const spots = tappedSpots(program, interpretation, pass, move)
      report(message, {
        at: place,
        related: [{ at: spots.at }, ...spots.related],
        data: { words: words || '…', error: error.message },
        ...(message === 'error-behind'
          ? { verdict: 'review' as const, severity: 'warning' as const, confidence: 'medium' as const, clauses: ['wx-op/11.2'] }
          : {}),
        witness: stepsWitness(pass, last, { zh: `出现错误：${error.message}`, en: `the error: ${error.message}` }),
      })
    }

    // the failing server of the standard passes: for a person, since nothing but our own refusal stands behind it
    for (const pass of run.answersGiven ? run.passes.filter(({ server, kind }) => server === 'failing' && kind === 'taps') : [])
      for (const move of pass.moves) {
        if (move.step.do !== 'tap' || pretended(pass, move) || !natural(program, interpretation, pass, move)) continue
        const error = outcome(pass, move).find(
          (record): record is ErrorRecord => record.kind === 'error' && record.blame !== 'simulator' && record.cause.chain[0] === 'tap',
        )
        const asked = outcome(pass, move).some((record) => record.kind === 'network' && record.source === 'failing')
        const place = error ? recordSpot(program, pass, error) : null
        const key = place && 'file' in place ? `${place.file}:${place.start}` : tapKey(pass, move)
        if (!error || !place || !asked || noticed(pass, move) || seen.has(key)) continue
        seen.add(key)
        const spots = tappedSpots(program, interpretation, pass, move)
        report('silent-when-failing', {
          at: place,
          related: [{ at: spots.at }, ...spots.related],
          data: { words: targetOf(pass, move)?.text || '…' },
          clauses: ['wx-op/11.3'],
          verdict: 'review',
          severity: 'warning',
          confidence: 'medium',
          witness: stepsWitness(pass, afterwards(pass, move).at(-1) ?? move, {
            zh: `出现错误：${error.message}`,
            en: `the error: ${error.message}`,
          }),
        })
      }
  },
)
