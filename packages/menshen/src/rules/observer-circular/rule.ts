import { rule } from '../kit.ts'

/** The platform runs an observer at every write to what it watches, whether the value changed or not. */
export default rule(
  {
    clauses: ['wx-op/11.2', 'wx-op/11.3'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    partial: true,
    messages: {
      circle: {
        what: {
          zh: '监听 {watched} 的函数又无条件写入 {path}，会无限循环',
          en: 'The observer of {watched} writes {path} again without a condition and never comes to rest',
        },
        why: {
          zh: '监听器在每次 setData 时都会触发，无论值有没有变；页面会卡死或报错，用户只能退出。',
          en: 'An observer runs at every setData, changed or not: the page freezes or throws, and people have to leave.',
        },
        fix: {
          zh: '把结果写到另一个字段，或先比较、没有变化就不写。',
          en: 'Write the result to another field, or compare first and write only what changed.',
        },
      },
    },
  },
  ({ program, interpretation }, report) => {
    const seen = new Set<string>()
    for (const { unit, watched, path, at, observerAt } of interpretation.circles) {
      const key = `${at.file}:${at.start}`
      if (seen.has(key) || program.vendored.has(at.file)) continue
      seen.add(key)
      report('circle', {
        at,
        data: { watched, path },
        related: observerAt ? [{ at: observerAt, note: { zh: '监听器', en: 'the observer' } }] : [],
        // Nothing freezes where the component is not drawn.
        verdict: interpretation.reachable.has(unit.base) ? 'violation' : 'review',
      })
    }
  },
)
