import { plainAttribute, rule, type Span, tagSpan, wordingsIn, wordsIn } from '../kit.ts'

const MAKE = /(?:创建|发起|新建|发布|制作|新增|我要发)[^。]{0,6}(?:投票|问卷|接龙|调查|调研|表单|报名|评选|打卡活动)/
const NEVER = /不能|不得|不可|无法|不支持|禁止/
const SENDS = ['request', 'cloud.callFunction', 'cloud.database.add']

export default rule(
  {
    clauses: ['dy-review/2.1.2.3'],
    needs: ['program', 'interpretation', 'copy'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['douyin'],
    messages: {
      made: {
        what: { zh: '用户可以自己创建投票、问卷或接龙：“{text}”', en: 'Users can make polls, forms or relays of their own: "{text}"' },
        why: {
          zh: '由用户自行创建、再由其他用户参与的活动不予接入。',
          en: 'Activities that users make for other users to join are not admitted.',
        },
        fix: {
          zh: '只保留由运营方发起的活动，去掉创建入口。',
          en: 'Keep activities that you run yourself and remove the way to make one.',
        },
      },
    },
  },
  ({ program, interpretation, copy }, report) => {
    const words = wordingsIn(program, copy, ['user-made']).filter(({ strength, copy: one }) => strength !== 'weak' && !NEVER.test(one.text))
    const own = copy.copies
      .filter(({ text, reachable }) => reachable && text.length < 60 && MAKE.test(text) && !NEVER.test(text))
      .map((one) => ({ at: one.at, text: one.text.slice(0, 40), copy: one, units: one.units }))
    const all: { at: Span; text: string; units: readonly string[] }[] = [
      ...words.filter(({ strength }) => strength === 'strong').map(({ at, text, copy: one }) => ({ at, text, units: one.units })),
      ...own.filter(({ copy: one }) => !words.some(({ copy: other }) => other === one)),
    ]
    // A button whose words are put together from a list of kinds says so only in the drawn element.
    for (const template of program.templates.values())
      for (const element of template.elements)
        if (element.tag === 'button' && plainAttribute(element, 'open-type') === undefined) {
          const label = wordsIn(interpretation, element)
          const unit = [...program.pages, ...program.components.values()].find(({ template: file }) => file === template.file)
          const kinds = unit && copy.copies.some(({ text, units }) => units.includes(unit.base) && /投票|接龙|问卷/.test(text))
          if (unit && /^(?:创建|发起|新建|发布)/.test(label.trim()) && kinds && !all.some(({ units }) => units.includes(unit.base)))
            all.push({
              at: tagSpan(element, template.file),
              text: label.trim().slice(0, 20),
              units: [unit.base],
            })
        }
    const builders = new Set<string>()
    for (const { base, template } of [...program.pages, ...program.components.values()]) {
      const elements = template === null ? [] : (program.templates.get(template)?.elements ?? [])
      const fields = elements.filter(({ tag }) => tag === 'input' || tag === 'textarea')
      const sends = interpretation
        .callsOf(...SENDS)
        .some(({ contexts }) => contexts.some(({ root }) => root.kind === 'gesture' && root.unit.base === base))
      if (fields.length > 0 && sends) builders.add(base)
    }
    // Wordings that say it less plainly are for a human, where nothing says it plainly.
    const vague = all.length === 0
    if (vague) all.push(...words.map(({ at, text, copy: one }) => ({ at, text, units: one.units })))
    const [first, ...others] = all.toSorted(
      (a, b) => Number(b.units.some((unit) => builders.has(unit))) - Number(a.units.some((unit) => builders.has(unit))),
    )
    if (!first) return
    const built = !vague && first.units.some((unit) => builders.has(unit))
    const sender = interpretation
      .callsOf(...SENDS)
      .flatMap(({ contexts, nameAt }) =>
        contexts
          .filter(({ root }) => root.kind === 'gesture' && first.units.includes(root.unit.base))
          .map(({ root }) => ({ nameAt, root })),
      )[0]
    const shared = program.pages
      .filter(({ base }) => first.units.includes(base))
      .flatMap(({ template }) => (template ? [{ at: { file: template, start: 0, end: 1 } }] : []))
    report('made', {
      at: first.at,
      data: { text: first.text },
      related: [
        ...(sender ? [{ at: sender.root.at, note: { zh: '提交', en: 'sent here' } }, { at: sender.nameAt }] : []),
        ...others.slice(0, 6).map(({ at }) => ({ at })),
        ...shared,
      ],
      ...(built ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
    })
  },
)
