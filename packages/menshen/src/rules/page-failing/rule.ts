import { lacksAnswers, moveOf, recordSpot, recordsIn, rule, screenAfter, stepsWitness, trusted } from '../kit.ts'

/** Life cycle methods that draw a page: when one throws, what should stand there does not. */
const DRAWING = new Set(['onLoad', 'onShow', 'onReady', 'created', 'attached', 'ready'])

/** A page whose own code throws while it opens, with nothing but the program's own answers involved. */
export default rule(
  {
    clauses: ['wx-op/11.2'],
    needs: ['program', 'run'],
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
    },
  },
  ({ program, run }, report) => {
    const seen = new Set<string>()
    for (const pass of trusted(run))
      for (const error of recordsIn(pass, 'error')) {
        const first = error.cause.chain[0] ?? ''
        const move = moveOf(pass, error)
        if (error.blame !== 'program' || !move || error.page === null || !DRAWING.has(first) || lacksAnswers(pass, move)) continue
        const screen = screenAfter(pass, move)
        if (!screen?.state.blank || screen.state.route !== error.page) continue
        const key = `${error.page} ${error.message}`
        if (seen.has(key)) continue
        seen.add(key)
        report('page-throws', {
          at: recordSpot(program, pass, error),
          data: { page: error.page, error: error.message },
          witness: stepsWitness(pass, move, {
            zh: `${error.page} 一片空白：${error.message}`,
            en: `${error.page} stays empty: ${error.message}`,
          }),
        })
      }
  },
)
