import { plainAttribute, privacyItems, rule, type Span } from '../kit.ts'

/** These take nothing from the user, though the platform's list names them: copying a number, calling a shop, showing a place. */
const GIVING = new Set(['setClipboardData', 'makePhoneCall', 'openLocation'])
const CLAUSES = ['wx-op/12.1.1', 'wx-tos/4.4.2', 'dy-review/1.1.2.1.a', 'later/privacy-guideline-items', 'later/douyin-privacy-declaration']
const WRITES = { verdict: 'review', confidence: 'medium' } as const

/** Names of more than three letters of which one holds the other's beginning: WeRun, getWeRunData. */
const nearly = (name: string, other: string): boolean => {
  const [a, b] = [name, other].map((one) => one.replace(/^(?:scope\.|get|choose|start|open|wx\.|save)/i, '').toLowerCase()) as [
    string,
    string,
  ]
  return a.length > 3 && b.length > 3 && (a.includes(b.slice(0, 5)) || b.includes(a.slice(0, 5)))
}

export default rule(
  {
    clauses: [...CLAUSES, ...privacyItems('wechat').flatMap(({ clause }) => clause ?? [])],
    needs: ['program', 'interpretation', 'listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      undeclared: {
        what: {
          zh: '代码用到了“{item}”（{api}），隐私保护指引里没有声明',
          en: 'The code uses {item} ({api}), which the privacy guideline does not declare',
        },
        why: {
          zh: '隐私保护指引要与实际收集的信息一致，未声明的接口会被停用，提审也会被拒。',
          en: 'The guideline has to match what is collected: undeclared interfaces stop working, and review refuses.',
        },
        fix: { zh: '在隐私保护指引里补上“{item}”及用途；不需要就删掉调用。', en: 'Declare {item} with its purpose, or remove the call.' },
      },
      'without-purpose': {
        what: { zh: '隐私保护指引里的“{item}”没有写用途', en: 'The privacy guideline names {item} without a purpose' },
        why: { zh: '每一项信息都要写明用途，只写名称会被退回。', en: 'Each item needs its purpose; a bare name is sent back.' },
        fix: { zh: '补上具体用途。', en: 'Add the purpose.' },
      },
      unused: {
        what: { zh: '声明了“{item}”，代码里没有用到', en: '{item} is declared, but the code does not use it' },
        why: { zh: '指引应只写实际收集的信息。', en: 'The guideline should hold only what is collected.' },
        fix: { zh: '不再使用就从指引里去掉。', en: 'Take it out if it is no longer used.' },
      },
    },
  },
  ({ program, interpretation, listing }, report) => {
    if (!listing.privacy) return { notChecked: { zh: '提审信息里没有隐私声明（privacy）', en: 'the listing holds no privacy declaration' } }
    const declared = listing.privacy.map((one) => (typeof one === 'string' ? { item: one } : one))
    for (const one of declared)
      if (typeof one === 'object' && 'purpose' in one && !one.purpose?.trim())
        report('without-purpose', {
          at: { listing: 'privacy' },
          data: { item: one.item },
          verdict: 'review',
          confidence: 'medium',
          clauses: CLAUSES,
        })
    const matches = (item: (typeof items)[number], name: string): boolean =>
      name.toLowerCase() === item.key.toLowerCase() || item.wording.some((word) => name.includes(word) || word === name)
    const items = privacyItems(program.platform)
    /** Names that no item goes by: one of them may mean what seems to be missing. */
    const strange = declared.filter(({ item: name }) => !items.some((item) => matches(item, name)))
    const mayMean = (item: (typeof items)[number], api: string): boolean =>
      strange.some(({ item: name }) => nearly(name, item.key) || nearly(name, api)) ||
      // Reading pictures and keeping them are two items that many take for one.
      (item.key === 'AlbumWriteOnly' && declared.some(({ item: name }) => items.some((one) => one.key === 'Album' && matches(one, name))))
    for (const item of items) {
      let used: { at: Span; api: string } | undefined
      for (const { kind, name } of item.interfaces) {
        if (kind === 'api') {
          const call = interpretation.callsOf(name).find((one) => one.contexts.some(({ root }) => root.kind !== 'unbound'))
          if (call) used ??= { at: call.nameAt, api: name }
        } else
          for (const template of program.templates.values())
            for (const element of template.elements) {
              const here =
                kind === 'component'
                  ? element.tag === name
                  : kind === 'open-type'
                    ? plainAttribute(element, 'open-type') === name
                    : kind === 'input-type'
                      ? element.tag === 'input' && plainAttribute(element, 'type') === name
                      : false
              if (
                here &&
                !program.vendored.has(template.file.replace(/\.\w+$/, '.js')) &&
                interpretation.shown.some((shown) => shown.element === element || shown.template === template.file)
              )
                used ??= { at: { file: template.file, start: element.start, end: element.openEnd }, api: name }
            }
      }
      const said = declared.some(({ item: name }) => matches(item, name))
      const data = { item: item.name }
      const clauses = [...CLAUSES, ...(item.clause ? [item.clause] : [])]
      if (used && !said)
        report('undeclared', {
          at: used.at,
          related: [{ at: { listing: 'privacy' } }],
          data: { ...data, api: used.api },
          clauses,
          ...(GIVING.has(used.api) || mayMean(item, used.api) ? WRITES : {}),
        })
      // One wording may mean several items; only a declaration that fits this one alone is surely idle.
      else if (!used && said) {
        const name = declared.find((one) => matches(item, one.item))?.item ?? ''
        if (items.filter((other) => matches(other, name)).length === 1 && interpretation.opaque.size === 0)
          report('unused', { at: { listing: 'privacy' }, data, clauses, verdict: 'review', severity: 'info', confidence: 'low' })
      }
    }
  },
)
