import { fieldsOf, isPassword, rule } from '../kit.ts'

const BRAND =
  'QQ|企鹅号|微信|支付宝|淘宝|京东|拼多多|微博|抖音|快手|网易|百度|小红书|Apple\\s?ID|苹果|Steam|银行卡?|手机银行|网银|信用卡|游戏账号'
const FOREIGN = new RegExp(`(?:${BRAND})(?:号|账号|帐号|账户|邮箱)?的?\\s*(?:登录|取款|支付|交易)?密码`, 'i')
const WARNED = /(?:勿|不要|不会|别|谨防|切勿).{0,16}密码/

export default rule(
  {
    clauses: ['wx-op/12.1.2', 'wx-op/12.1.3'],
    needs: ['program', 'interpretation', 'copy'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      asked: {
        what: { zh: '要求填写其他平台的密码（“{label}”）', en: 'The password of another service is asked for ("{label}")' },
        why: {
          zh: '不得非法收集或窃取用户密码。别的平台的密码在任何小程序里都不该填。',
          en: 'Passwords may not be collected. That of another service belongs in no mini program.',
        },
        fix: { zh: '去掉这个输入框，改用对方平台的授权登录。', en: 'Remove the field and use that service’s own authorisation.' },
      },
    },
  },
  ({ program, interpretation, copy }, report) => {
    const fields = fieldsOf(interpretation).filter(({ element }) => element.tag !== 'picker')
    if (fields.length === 0) return 'inapplicable'
    const seen = new Set<string>()
    const tell = (label: string, at: Parameters<typeof report>[1]['at'], related: Parameters<typeof report>[1]['related']): void => {
      const key = JSON.stringify(at)
      if (seen.has(key)) return
      seen.add(key)
      // Words that a table gives, and what draws them.
      const written = interpretation.shown
        .flatMap(({ value }) => value.places)
        .find(({ constant }) => typeof constant === 'string' && FOREIGN.test(constant) && !WARNED.test(constant))
      const drawers = interpretation.bindings.filter(
        ({ unit }) =>
          at && 'file' in at && [...unit.components.values()].some(({ target }) => target !== null && at.file.startsWith(`${target}.`)),
      )
      report('asked', {
        at,
        related: [
          ...(related ?? []),
          ...(written ? [{ at: written.at, note: { zh: '文案在这里', en: 'the words' } }] : []),
          ...drawers.slice(0, 2).map((one) => ({ at: one.handlerAt ?? one.at })),
        ],
        data: { label: FOREIGN.exec(label)?.[0] ?? label },
      })
    }
    for (const field of fields) {
      const { element, file, label } = field
      if (FOREIGN.test(label) && !WARNED.test(label)) tell(label, { file, start: element.start, end: element.openEnd }, [])
    }
    // Labels of a form that a table describes.
    if (fields.some((field) => isPassword(field)))
      for (const one of copy.copies) {
        if (one.via === 'api' || one.text.length > 20 || !FOREIGN.test(one.text) || WARNED.test(one.context) || WARNED.test(one.text))
          continue
        const field = fields.find((row) => isPassword(row) && one.units.includes(row.unit.base)) ?? fields.find(isPassword)
        if (field && !seen.size)
          tell(one.text, one.at, [{ at: { file: field.file, start: field.element.start, end: field.element.openEnd } }])
      }
    if (program.problems.some(({ kind }) => kind === 'plugin-code-unavailable') && seen.size === 0)
      return { notChecked: { zh: '插件里的表单看不到', en: 'forms inside plugins are not seen' } }
  },
)
