import { type Element, joined, PERSONAL_WORDS, rule, sendings, wayTo } from '../kit.ts'
import { sentEarly } from './run.ts'

const TELLING = new Set(['phone', 'identity', 'birthday', 'address', 'contact', 'name', 'password'])
const EARLY = new Set(['input', 'blur', 'change'])

const element = (field: Element | undefined): string => (field?.attributes ?? []).map(({ value }) => value ?? '').join(' ')

export default rule(
  {
    clauses: ['wx-op/12.2.4', 'wx-op/12.1.1'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    partial: true,
    messages: {
      'while-typing': {
        what: {
          zh: '还没提交，边输入就把{data}发给了服务器',
          en: '{data} goes to the server while it is being typed, before anything is submitted',
        },
        why: {
          zh: '未经用户明确同意，不得传输用户数据；没有点提交就不算同意。',
          en: 'Data may not be transmitted without clear consent, and a key stroke is none.',
        },
        fix: { zh: '草稿留在本机，用户勾选同意并提交后再发送。', en: 'Keep drafts on the phone; send when the user agrees and submits.' },
      },
    },
  },
  ({ program, interpretation, run }, tell) => {
    const { say: report, show, done } = joined(program, tell)
    const told = new Set<string>()
    for (const { call, context, pieces, urls } of sendings(program, interpretation)) {
      if (!call || !context || context.root.kind !== 'gesture' || !EARLY.has(context.root.name)) continue
      const own = pieces.filter(({ personal }) => TELLING.has(personal))
      const tag = context.root.element?.tag
      if (own.length === 0 || (tag !== 'input' && tag !== 'textarea')) continue
      // Looking something up while typing is what a search field is for.
      if (
        /search|query|suggest|lookup|find/i.test(
          [...context.path.map(({ name }) => name), ...urls, element(context.root.element)].join(' '),
        )
      )
        continue
      const key = `${call.at.file}:${call.at.start}`
      if (told.has(key)) continue
      told.add(key)
      // Where a box has to be ticked, sending before is against the program's own word.
      const template = context.root.template ? program.templates.get(context.root.template) : undefined
      const box =
        template?.elements.some((element) => element.tag === 'checkbox' || element.tag === 'checkbox-group' || element.tag === 'radio') ??
        false
      const kinds = [...new Set(own.map(({ personal }) => personal))]
      report('while-typing', {
        ...wayTo(call, [context], program),
        data: {
          data: {
            zh: kinds.map((kind) => PERSONAL_WORDS[kind].zh).join('、'),
            en: kinds.map((kind) => PERSONAL_WORDS[kind].en).join(', '),
          },
        },
        verdict: box ? 'violation' : 'review',
        confidence: box ? 'medium' : 'low',
      })
    }
    for (const { data, detail } of run ? sentEarly(program, run) : []) show('while-typing', { ...detail, data })
    done()
  },
)
