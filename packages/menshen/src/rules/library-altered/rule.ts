import { rule } from '../kit.ts'

/** Where packages are built to; nothing of the program's own belongs there. */
const PACKAGE = /(?:^|\/)miniprogram_npm\/((?:@[^/]+\/)?[^/]+)\//

export default rule(
  {
    clauses: ['wx-op/14.4.5'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'info',
    confidence: 'low',
    platforms: ['wechat'],
    partial: true,
    messages: {
      altered: {
        what: {
          zh: '第三方库 {name} 里引用了程序自己的代码，应是改过的',
          en: 'The library {name} requires the program’s own code: it was altered',
        },
        why: {
          zh: '不得对 SDK 或组件修改、反编译；是否获许可需人工确认。',
          en: 'SDKs and components may not be altered or taken apart; whether there is a licence is for a person to see.',
        },
        fix: {
          zh: '恢复原版，用包装组件实现自己的改动；许可允许修改的，请保留说明。',
          en: 'Go back to the original and wrap it; where the licence allows changes, keep a note of it.',
        },
      },
    },
  },
  ({ program, interpretation }, report) => {
    const done = new Set<string>()
    for (const [file, facts] of interpretation.scripts) {
      const found = PACKAGE.exec(file)
      const name = found?.[1]
      if (!found || !name || done.has(name)) continue
      const inside = file.slice(0, file.lastIndexOf('miniprogram_npm/')).split('/').filter(Boolean).length
      const foreign = facts.specifiers.find(({ source }) => {
        if (!source.startsWith('.')) return false
        const steps = file.split('/').slice(0, -1)
        for (const step of source.split('/')) {
          if (step === '..') steps.pop()
          else if (step !== '.') steps.push(step)
        }
        // Out of the folder of packages, and to a file that is really there.
        const path = steps.join('/')
        return (
          steps.length > inside &&
          !path.includes('miniprogram_npm/') &&
          ['', '.js', '.ts', '/index.js'].some((suffix) => program.files.has(path + suffix))
        )
      })
      if (!foreign) continue
      done.add(name)
      report('altered', { at: { file, start: foreign.start, end: foreign.end }, data: { name }, verdict: 'review' })
    }
  },
)
