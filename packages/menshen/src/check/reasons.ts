/** Why a clause was not checked, or does not apply: codes for machines, words for people. */
import type { Text } from './types.ts'

export const REASONS = {
  // not-applicable
  heading: { zh: '标题，由下级条款分别判断', en: 'a heading; the clauses below it are judged' },
  inform: { zh: '说明性条款，本身没有可判的要求', en: 'informs only; it demands nothing that could be judged' },
  analogy: { zh: '比照适用，由相关条款分别判断', en: 'holds by analogy; the related clauses are judged' },
  absent: { zh: '程序里没有这条条款所说的内容', en: 'the program has nothing that the clause speaks of' },
  // not-checked, the gravest first: when several hold, the first is given
  'rule-error': { zh: '有规则运行出错', en: 'a rule ended in an error' },
  'evidence-failed': { zh: '所需的证据没能取到', en: 'evidence that it needs could not be collected' },
  unreadable: { zh: '有文件读不懂（加密、损坏或缺失）', en: 'files could not be read (encrypted, broken or missing)' },
  framework: { zh: '框架编译产物中有代码未能还原', en: 'code compiled by a framework could not be resolved' },
  unresolved: { zh: '有页面或组件的方法未能解析', en: 'methods of some pages or components could not be resolved' },
  'rule-said': { zh: '有关的内容没能看懂', en: 'what it speaks of could not be understood' },
  'no-listing': { zh: '没有 listing.json', en: 'no listing.json' },
  'not-run': { zh: '没有实际运行', en: 'not run' },
  'no-browser': { zh: '没有实际运行：没有找到浏览器', en: 'not run: no browser found' },
  'no-packages': { zh: '没有实际运行：缺少运行所需的软件包', en: 'not run: packages that it needs are missing' },
  'no-images': { zh: '没有查看图片', en: 'pictures not looked at' },
  'images-left': { zh: '有图片没有看完', en: 'some pictures not looked at to the end' },
  'set-aside': { zh: '发现的问题已被搁置', en: 'what was found is set aside' },
  shadow: { zh: '只有试行中的规则检查', en: 'only rules on trial look at it' },
  'rule-off': { zh: '规则已在配置中关闭', en: 'its rules are switched off' },
  'not-chosen': { zh: '本次没有选用有关规则', en: 'its rules were not chosen for this run' },
  document: { zh: '需要核对资质文件', en: 'documents have to be checked' },
  workflow: { zh: '属于平台流程', en: 'a procedure of the platform' },
  human: { zh: '需要人工判断', en: 'for a human to judge' },
  notice: { zh: '需告知并留痕', en: 'a notice that has to be on record' },
  partial: { zh: '规则只看了其中一部分', en: 'rules look at a part of it only' },
  'no-rule': { zh: '还没有对应的规则', en: 'no rule looks at it yet' },
} as const satisfies Readonly<Record<string, Text>>

export type Reason = keyof typeof REASONS
const ORDER = Object.keys(REASONS) as readonly Reason[]

/** The words for a code; a code of a later version is shown as it is. */
export const reasonText = (code: string): Text => (Object.hasOwn(REASONS, code) ? REASONS[code as Reason] : { zh: code, en: code })

/** The gravest of several reasons. */
export const gravest = (reasons: Iterable<string>): Reason | undefined => {
  let found = -1
  for (const reason of reasons) {
    const rank = ORDER.indexOf(reason as Reason)
    if (rank >= 0 && (found < 0 || rank < found)) found = rank
  }
  return ORDER[found]
}
