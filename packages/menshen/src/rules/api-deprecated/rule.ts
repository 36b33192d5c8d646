import { type ApiRow, apiTable, attributeOf, plainAttribute, rule, type Span, type Text, tagged, tagSpan } from '../kit.ts'

/** Components and buttons that show or give what the platform no longer hands out. */
const OPEN_DATA = new Set(['userNickName', 'userAvatarUrl', 'userGender', 'userCity', 'userProvince', 'userCountry', 'userLanguage'])
const MOST_RELATED = 20
const replacementOf = (row: ApiRow): string => {
  const given: unknown = row.replacement
  return Array.isArray(given) ? given.join('、') : typeof given === 'string' ? given : ''
}

export default rule(
  {
    clauses: ['wx-op/14.1', 'later/profile-withdrawn'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'high',
    platforms: ['wechat'],
    partial: true,
    messages: {
      withdrawn: {
        what: { zh: '{api} 已收回，取不到真实的头像昵称', en: '{api} was withdrawn and gives no real profile any more' },
        why: {
          zh: '自 {date} 起它只返回匿名数据，依赖它的登录或资料页实际不可用。',
          en: 'Since {date} it gives anonymous data only; a login or profile that depends on it does not work.',
        },
        fix: {
          zh: '改用 <button open-type="chooseAvatar"> 和 <input type="nickname">，由用户自愿填写。',
          en: 'Use <button open-type="chooseAvatar"> and <input type="nickname">, to be filled in if people want to.',
        },
      },
      deprecated: {
        what: { zh: '用到已停止维护的接口：{apis}', en: 'Interfaces that are no longer maintained are used: {apis}' },
        why: {
          zh: '开发文档已不建议使用，新版本客户端上可能行为不一或失效。',
          en: 'The documents advise against them; on newer clients they may behave differently or fail.',
        },
        fix: { zh: '换成文档给出的新接口：{replacements}。', en: 'Change to what the documents name instead: {replacements}.' },
      },
    },
  },
  ({ program, interpretation }, report) => {
    const table = apiTable('wechat')
    const old = new Map<string, { readonly row: ApiRow; readonly places: Span[] }>()
    for (const call of interpretation.calls) {
      if (call.ns !== 'wx') continue
      const row = table.find(call.api)
      if (!row || !(row.deprecatedSince || row.withdrawn || row.unmaintained)) continue
      if (!call.contexts.some((context) => context.root.kind !== 'unbound') || program.vendored.has(call.at.file)) continue
      const had = old.get(row.name) ?? { row, places: [] }
      old.set(row.name, had)
      had.places.push(call.nameAt)
    }
    const shown: Span[] = []
    for (const { element, file } of tagged(program, 'open-data'))
      if (attributeOf(element, 'type') && OPEN_DATA.has(plainAttribute(element, 'type') ?? '')) shown.push(tagSpan(element, file))
    const related = (places: readonly Span[]) => places.slice(1, MOST_RELATED).map((at) => ({ at }))
    const [data] = shown
    // A hint for the developer: nothing is refused for an interface that still answers.
    if (data)
      report('withdrawn', { at: data, data: { api: '<open-data>', date: '2022-02-21' }, related: related(shown), verdict: 'review' })
    const rest: { readonly row: ApiRow; readonly places: Span[] }[] = []
    for (const one of old.values()) {
      if (!one.row.withdrawn) rest.push(one)
      else if (one.places[0])
        report('withdrawn', {
          at: one.places[0],
          data: { api: `wx.${one.row.name}`, date: one.row.withdrawn },
          related: related(one.places),
          verdict: 'review',
        })
    }
    const [first] = rest
    if (first?.places[0]) {
      const names = rest.map(({ row }) => `wx.${row.name}`)
      const list: Text = {
        zh: names.slice(0, 6).join('、') + (names.length > 6 ? ' 等' : ''),
        en: names.slice(0, 6).join(', ') + (names.length > 6 ? ' …' : ''),
      }
      const replacements = [...new Set(rest.map(({ row }) => replacementOf(row)).filter((one) => one !== ''))].slice(0, 6)
      report('deprecated', {
        at: first.places[0],
        data: {
          apis: list,
          replacements: { zh: replacements.join('；') || '见各接口文档', en: replacements.join('; ') || 'see each one’s page' },
        },
        related: related([first.places[0], ...rest.flatMap((one) => (one === first ? one.places.slice(1) : one.places))]),
        clauses: ['wx-op/14.1'],
        verdict: 'review',
        severity: 'info',
      })
    }
  },
)
