import {
  type ApiCall,
  accountOf,
  entriesOf,
  entryWords,
  isEntry,
  partlyUnseen,
  rule,
  sendings,
  textsOf,
  type Value,
  wholeCopy,
} from '../kit.ts'

const ERASE_TEXT =
  /(?:删除|注销|清除|清空|抹去|移除).{0,12}(?:数据|资料|账[号户]|帐[号户]|个人信息|全部|所有|记录)|(?:数据|资料|账[号户]|帐[号户]|个人信息).{0,8}(?:删除|注销|清除|清空)|永久删除/
const ERASE_URL =
  /(?:delete|remove|cancel|destroy|erase|log_?off|unregister|close|purge)[-_/]?(?:account|user|member|customer|me|data|profile)|(?:account|user|member|customer|profile)s?[-_/]?(?:delete|remove|cancel(?:lation)?|destroy|erase|log_?off|close|purge)|zhuxiao/i
const REFUSED = /不(?:支持|能|可|予|提供)(?:用户)?(?:删除|注销)|无法(?:删除|注销)|(?:归|属于?)(?:平台|本公司|我们)所有/
/** Said in order to deny it. */
const QUOTED = /不会说|不会有|从不|绝不|并非|不会出现/

export default rule(
  {
    clauses: ['wx-op/12.3.9', 'wx-op/12.1.4', 'wx-tos/4.4.7'],
    needs: ['program', 'interpretation', 'copy'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    messages: {
      'no-way-to-erase': {
        what: { zh: '收集了用户数据，却没有让用户自己删除的入口', en: 'Data of users are collected, but they have no way to erase them' },
        why: {
          zh: '应提供用户可自行操作的修改和删除方式，删除后不可恢复。',
          en: 'People must be able to change and erase their data themselves, for good.',
        },
        fix: {
          zh: '在“设置”里加“注销账号”，二次确认后请求服务器删除，并清除本地数据。',
          en: 'Add 注销账号 to the settings: confirm twice, let the server erase, clear the phone.',
        },
      },
      'dead-entry': {
        what: { zh: '“{text}”点了并不会删除什么', en: '"{text}" erases nothing' },
        why: { zh: '删除入口要真的能删除。', en: 'The entry has to erase.' },
        fix: { zh: '接上确认和删除请求。', en: 'Connect it to a confirmation and a request.' },
      },
      'erasure-refused': {
        what: { zh: '文案声明不给删除：“{text}”', en: 'The copy refuses to erase: "{text}"' },
        why: { zh: '用户要求删除时，应当删除其全部数据。', en: 'When a user asks, everything about them has to be deleted.' },
        fix: { zh: '改成可以删除，并说明怎样操作。', en: 'Offer the deletion and say how.' },
      },
    },
  },
  ({ program, interpretation, copy }, report) => {
    for (const one of REFUSED.test(wholeCopy(copy)) ? copy.copies : [])
      if (
        REFUSED.test(one.text) &&
        /账[号户]|帐[号户]|资料|个人信息|数据|照片/.test(one.text) &&
        !QUOTED.test(one.text) &&
        /删除|注销/.test(one.context + one.text)
      )
        report('erasure-refused', {
          at: one.at,
          data: { text: one.text.slice(0, 40) },
          clauses: ['wx-op/12.1.4', 'wx-op/12.3.9', 'wx-tos/4.4.7'],
          verdict: one.reachable ? 'violation' : 'review',
        })

    const account = accountOf(program, interpretation)
    const personal = sendings(program, interpretation).find(({ pieces }) =>
      pieces.some(({ personal }) => ['phone', 'identity', 'birthday', 'address', 'name', 'profile', 'contact'].includes(personal)),
    )
    if (!account && !personal) return 'inapplicable'
    const asks = (texts: readonly string[]) => texts.some((text) => ERASE_TEXT.test(text))
    const known = new Map<ApiCall, boolean>()
    const warns = (call: ApiCall): boolean => {
      let found = known.get(call)
      if (found === undefined) {
        found = call.contexts.some(({ args: [modal] }) =>
          asks(['title', 'content'].flatMap((key) => (modal?.get(key) ? textsOf(modal.get(key) as Value) : []))),
        )
        known.set(call, found)
      }
      return found
    }
    const erases = interpretation.callsOf('request', 'cloud.callFunction').some((call) =>
      call.contexts.some((context) => {
        if (context.root.kind !== 'gesture') return false
        const [options] = context.args
        const address = [
          ...(options?.get('url') ? textsOf(options.get('url')!) : []),
          ...(options?.get('name') ? textsOf(options.get('name')!) : []),
        ].map((one) => one.replace(/^https?:\/\/[^/]+/, ''))
        if (address.some((one) => ERASE_URL.test(one))) return true
        return context.after.some((one) => one.api === 'showModal' && warns(one))
      }),
    )
    if (erases) return
    const words = entryWords('delete-account')
    const entries = entriesOf(words, copy, interpretation)
    // A tap on it has to reach a server, a person, or another page; a row of a list shares its handler with all others.
    const reached = (entry: (typeof entries)[number]): 'something' | 'nothing' => {
      if (entry.state === 'dead') return 'nothing'
      const { binding } = entry
      if (binding === null) return 'something'
      const shared = binding.element.attributes.some(({ name }) => /:for$/.test(name))
      const calls = interpretation.callsOf(
        'request',
        'cloud.callFunction',
        'navigateTo',
        'redirectTo',
        'makePhoneCall',
        'openCustomerServiceChat',
        'showModal',
      )
      const found = calls.some((call) =>
        call.contexts.some(({ root, args: [options] }) => {
          if (root.element !== binding.element) return false
          if (!shared || call.api === 'request' || call.api === 'cloud.callFunction') return true
          const url = options?.get('url')
          return (
            url !== undefined &&
            (url.open || textsOf(url).some((one) => ERASE_URL.test(one) || /cancel|log_?off|delete|unregister/i.test(one)))
          )
        }),
      )
      return found ? 'something' : 'nothing'
    }
    if (entries.some((entry) => entry.state === 'unknown' || reached(entry) === 'something')) return
    if (partlyUnseen(program, interpretation))
      return { notChecked: { zh: '有页面未能还原，无法确认没有删除入口', en: 'some pages were not understood; the entry may be there' } }
    const related = account ? [{ at: account.at, note: { zh: '账号在这里建立', en: 'the account begins here' } }] : []
    const [dead] = entries
    if (dead) {
      report('dead-entry', { at: dead.at, related, data: { text: dead.text } })
      return
    }
    // Said to be possible by asking somebody: a person has to try.
    const byHand = copy.copies.some(({ text, reachable }) => reachable && (isEntry(words, text) || ERASE_TEXT.test(text)))
    // Fields of a library say nothing about where it is missing.
    const own = [account?.at, personal?.at].find(
      (span) => span !== undefined && !/miniprogram_npm\//.test(span.file) && !program.vendored.has(span.file.replace(/\.\w+$/, '.js')),
    )
    const home = program.pages.find(({ base }) => base === program.home)?.template
    const at = own ?? (home ? { file: home, start: 0, end: 1 } : (account?.at ?? personal?.at))
    if (at)
      report('no-way-to-erase', {
        at,
        verdict: account?.strength === 'sure' && personal && !byHand ? 'violation' : 'review',
        confidence: byHand || !personal ? 'low' : 'medium',
      })
  },
)
