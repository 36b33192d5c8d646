import { type ApiCall, apiTable, type CallContext, rule, type Span, type Value } from '../kit.ts'

const CALLS = ['request', 'uploadFile', 'downloadFile', 'connectSocket'] as const
const LOCAL = /^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|[\w-]+\.local(?:$|:))/i
const PLAIN = /^(http|ws):\/\/([^/?#\s]+)/i
/** A branch that only the developer tool or a trial build takes. */
const TRIAL = /envVersion|platform|devtools|env\b|isDev|debug/i
const MOST = 20

interface Use {
  readonly at: Span
  readonly related: readonly Span[]
}
/** The address's head as far as it is known: `http://a.example.com/x` of a constant, or of the first piece. */
const heads = (value: Value): readonly string[] => [
  ...value.constants.filter((one): one is string => typeof one === 'string'),
  ...value.pieces.flatMap((pieces) => (typeof pieces[0] === 'string' ? [pieces[0]] : [])),
]
const forTrial = (context: CallContext) =>
  context.guards.some((guard) => TRIAL.test(guard.source) || guard.origins.some((origin) => TRIAL.test(origin.path)))

export default rule(
  {
    clauses: ['wx-op/14.1'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    partial: true,
    messages: {
      plain: {
        what: { zh: '用明文地址 {scheme}://{host} 通信', en: 'It talks to {scheme}://{host} without encryption' },
        why: {
          zh: '开发文档规定网络请求只能用已备案并配置的 https、wss 域名；明文地址在线上无法访问，数据也会被看到。',
          en: 'The documents allow https and wss at configured domains only: outside of the developer tool a plain address does not work, and anyone can read the data.',
        },
        fix: { zh: '让服务器支持 https（wss）并在后台配置域名。', en: 'Serve it over https or wss and configure the domain.' },
      },
      local: {
        what: { zh: '请求的是本机或内网地址 {host}', en: 'It calls {host}, an address of one’s own machine or network' },
        why: {
          zh: '用户的手机访问不到这个地址，功能在线上不可用。',
          en: 'No user’s phone can reach it: the function does not work once released.',
        },
        fix: {
          zh: '换成线上域名；联调地址只留在开发版分支里。',
          en: 'Use the public domain, and keep test addresses in a branch for trial builds.',
        },
      },
    },
  },
  ({ program, interpretation }, report) => {
    const network = new Set(apiTable('wechat').family('network'))
    const hosts = new Map<string, { readonly scheme: string; readonly host: string; readonly uses: Use[] }>()
    let calls = 0
    const add = (address: string, use: Use) => {
      const found = PLAIN.exec(address)
      if (!found) return
      const key = found[0].toLowerCase()
      const had = hosts.get(key) ?? { scheme: found[1]!.toLowerCase(), host: found[2]!, uses: [] }
      hosts.set(key, had)
      if (had.uses.length < MOST && !had.uses.some((one) => one.at.file === use.at.file && one.at.start === use.at.start))
        had.uses.push(use)
    }
    /** Where the address itself is written down, for one that is put together. */
    const written = (call: ApiCall, address: string): Span | undefined => {
      const head = PLAIN.exec(address)?.[0]
      if (!head) return undefined
      const files = [call.at.file, ...[...interpretation.scripts.keys()].filter((file) => file !== call.at.file)]
      for (const file of files) {
        const literal = interpretation.scripts
          .get(file)
          ?.strings.find(([text]) => text.startsWith(head) && address.startsWith(text.slice(0, address.length)))
        if (literal) return { file, start: literal[1], end: literal[2] }
      }
      return undefined
    }
    for (const call of interpretation.callsOf(...CALLS)) {
      if (call.ns !== 'wx' || !network.has(call.api)) continue
      calls++
      const contexts = call.contexts.filter((context) => context.root.kind !== 'unbound' && !forTrial(context))
      for (const context of contexts) {
        const url = context.args[0]?.get('url')
        if (!url) continue
        const known = heads(url)
        // A table of addresses by kind of build holds a secure one too.
        const choice = known.some((one) => /^(?:https|wss):/i.test(one))
        for (const address of known) {
          const head = PLAIN.exec(address)
          if (!head || (choice && LOCAL.test(head[2]!))) continue
          const place = url.places.find((one) => one.constant === address)?.at
          const source = written(call, address)
          const at = source ?? place ?? call.nameAt
          const related = [place, call.nameAt, context.root.at].filter(
            (span): span is Span => span !== undefined && span.start !== at.start,
          )
          add(address, { at, related })
        }
      }
    }
    for (const page of interpretation.navigations) {
      if (page.kind !== 'web') continue
      calls++
      for (const address of heads(page.url))
        add(address, { at: page.url.at && page.url.places.length > 0 ? page.url.places[0]!.at : page.at, related: [page.at] })
    }
    if (calls === 0) return 'inapplicable'
    for (const { scheme, host, uses } of hosts.values()) {
      const [first, ...others] = uses
      if (!first) continue
      const seen = new Set([`${first.at.file}:${first.at.start}`])
      const related = [...first.related, ...others.flatMap((use) => [use.at, ...use.related.slice(0, 1)])].filter((span) => {
        const key = `${span.file}:${span.start}`
        return !seen.has(key) && seen.add(key) && span.end > span.start
      })
      const own = uses.some((use) => !program.vendored.has(use.at.file))
      report(LOCAL.test(host) ? 'local' : 'plain', {
        at: first.at,
        data: { scheme, host },
        related: related.slice(0, 40).map((at) => ({ at })),
        // A library's own address may never be used by this program.
        verdict: own ? 'violation' : 'review',
      })
    }
  },
)
