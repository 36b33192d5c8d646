import { rule, textsOf } from '../kit.ts'

const IP = /^https?:\/\/(?:\d{1,3}\.){3}\d{1,3}(?=[:/?#]|$)/i
const PLAIN = /^http:\/\//i
const hostIn = (text: string): string | undefined => /^(?:https?|wss?):\/\/([\w.-]+)/i.exec(text)?.[1]?.toLowerCase()
const within = (host: string, domain: string): boolean => {
  const plain = domain
    .toLowerCase()
    .replace(/^\w+:\/\//, '')
    .replace(/[/:].*$/, '')
  return host === plain || (plain.startsWith('*.') && host.endsWith(plain.slice(1)))
}

export default rule(
  {
    clauses: ['wx-op/8.1', 'wx-op/8.3', 'wx-op/1.3', 'later/webview-limits'],
    needs: ['program', 'interpretation'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'high',
    platforms: ['wechat'],
    // Filing is shown by papers, not by an address alone.
    partial: true,
    messages: {
      'not-filed': {
        what: { zh: '网页地址 {host} 无法完成备案', en: 'The web page {host} cannot have been filed' },
        why: {
          zh: '内嵌网页须是已备案的域名并使用 https，裸 IP 或 http 不符合。',
          en: 'Embedded pages need a filed domain and https; a bare address or http cannot do.',
        },
        fix: {
          zh: '改用已备案并配置为业务域名的 https 地址。',
          en: 'Use an https address on a filed domain that is set as a business domain.',
        },
      },
      'not-declared': {
        what: { zh: '网页域名 {host} 不在已配置的域名里', en: 'The web page’s host {host} is not among the declared domains' },
        why: {
          zh: '未配置为业务域名的网页打不开，也无法确认主体对它的权益。',
          en: 'A page outside the business domains does not open, and nobody knows whose it is.',
        },
        fix: { zh: '在后台把域名加为业务域名，并补上备案。', en: 'Add the domain in the console with its filing.' },
      },
      'open-address': {
        what: { zh: '网页地址由页面参数任意指定', en: 'The address of the web page is whatever a parameter says' },
        why: {
          zh: '任何人都能拼出打开任意网页的入口，内容无法保证合规。',
          en: 'Anybody can make a link that opens any page in the program.',
        },
        fix: {
          zh: '只接受自己域名下的路径或编号，按白名单拼出完整地址。',
          en: 'Take only a path or a number, and put the address together from a list of your own.',
        },
      },
    },
  },
  ({ interpretation, listing }, report) => {
    const web = interpretation.navigations.filter(({ kind }) => kind === 'web')
    if (web.length === 0) return 'inapplicable'
    const domains = listing?.domains
    for (const { url, at } of web) {
      const addresses = [...textsOf(url)]
      const written = (text: string) => url.places.find(({ constant }) => constant === text)?.at
      const bad = addresses.find((text) => IP.test(text)) ?? addresses.find((text) => PLAIN.test(text))
      const undeclared =
        domains &&
        addresses.find((text) => {
          const host = hostIn(text)
          return host !== undefined && !domains.some((domain) => within(host, domain))
        })
      const related = (text: string) => [
        ...[written(text)].flatMap((one) => (one ? [{ at: one }] : [])),
        ...(url.at ? [{ at: url.at }] : []),
        ...url.origins.slice(0, 2).map((origin) => ({ at: origin.at })),
      ]
      if (bad) {
        const listed = undeclared !== undefined
        report('not-filed', {
          at,
          data: { host: hostIn(bad) ?? bad },
          clauses: ['wx-op/8.1', 'later/webview-limits'],
          related: related(bad),
          ...(IP.test(bad) || listed ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
        })
      } else if (undeclared)
        report('not-declared', {
          at,
          data: { host: hostIn(undeclared) ?? undeclared },
          clauses: ['wx-op/8.1', 'wx-op/1.3', 'later/webview-limits'],
          related: related(undeclared),
        })
      const free = url.open && !addresses.some((text) => /^https?:\/\//.test(text)) && url.origins.some(({ source }) => source === 'query')
      if (free)
        report('open-address', {
          at,
          clauses: ['wx-op/8.3', 'wx-op/1.3'],
          related: related(''),
          verdict: 'review',
          confidence: 'medium',
          severity: 'info',
        })
    }
    if (!domains)
      return {
        notChecked: { zh: '没有 listing.json 里的域名，无法核对业务域名', en: 'without the listing’s domains, hosts cannot be compared' },
      }
  },
)
