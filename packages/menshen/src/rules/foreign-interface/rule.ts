import { rule, type Span } from '../kit.ts'

/** Hosts of other firms' own apps: not offered as open interfaces, so that calling them needs a contract. As of 2026-11. */
const INNER =
  /(?:^|\.)(?:music\.163\.com|interface\d?\.music\.163\.com|[cui]\.y\.qq\.com|u6?\.y\.qq\.com|(?:api|app)\.bilibili\.com|m\.weibo\.cn|api\.weibo\.cn|(?:www|api)\.zhihu\.com|news-at\.zhihu\.com|(?:m|api)\.douban\.com|frodo\.douban\.com|api\.m\.jd\.com|h5api\.m\.taobao\.com|acs\.m\.taobao\.com|mobile\.yangkeduo\.com|apiv\d?\.pinduoduo\.com|(?:www|m)\.kugou\.com|mobilecdn\.kugou\.com|(?:www|m)\.kuwo\.cn|search\.kuwo\.cn|kyfw\.12306\.cn|(?:www|aweme)\.iesdouyin\.com|aweme\.snssdk\.com|api\.amemv\.com|is\.snssdk\.com|v\.qq\.com|vv\.video\.qq\.com|(?:www|m)\.iqiyi\.com|cache\.video\.iqiyi\.com|(?:www|edith)\.xiaohongshu\.com|i\.meituan\.com|apimobile\.meituan\.com|i\.qq\.com)$/i
const ADDRESS = /^https?:\/\/([^/?#:\s]+)([^\s]*)/i
/** Pages and pictures to be shown, not interfaces. */
const SHOWN = /\.(?:png|jpe?g|gif|webp|svg|mp3|mp4|m4a|html?)(?:[?#]|$)|^\/s(?:[/?]|$)/i

export default rule(
  {
    clauses: ['wx-op/14.4.3', 'wx-op/1.3', 'wx-tos/4.5'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'info',
    confidence: 'medium',
    platforms: ['wechat'],
    partial: true,
    messages: {
      foreign: {
        what: { zh: '调用了其他公司应用的接口 {host}', en: 'It calls {host}, an interface of another firm’s app' },
        why: {
          zh: '不得违规跨主体调用别家应用的接口，也不得关联自己无权使用的服务。',
          en: 'Interfaces of other firms’ apps may not be used without right, nor services that one has no licence for.',
        },
        fix: {
          zh: '取得授权并在提审时附上证明，或换成公开的开放接口。',
          en: 'Get a licence and attach it to the submission, or use an open interface.',
        },
      },
    },
  },
  ({ program, interpretation }, report) => {
    const hosts = new Map<string, Span[]>()
    const add = (address: string, at: Span) => {
      const found = ADDRESS.exec(address)
      if (!found || !INNER.test(found[1]!) || SHOWN.test(found[2] ?? '')) return
      const host = found[1]!.toLowerCase()
      const list = hosts.get(host) ?? []
      hosts.set(host, list)
      if (list.length < 20 && !list.some((one) => one.file === at.file && one.start === at.start)) list.push(at)
    }
    for (const call of interpretation.callsOf('request', 'downloadFile', 'connectSocket')) {
      if (call.ns !== 'wx' || program.vendored.has(call.at.file)) continue
      for (const { root, args } of call.contexts) {
        const url = args[0]?.get('url')
        if (root.kind === 'unbound' || !url) continue
        for (const text of [...url.constants, ...url.pieces.map((parts) => parts[0])])
          if (typeof text === 'string') add(text, url.places.find((one) => one.constant === text)?.at ?? call.nameAt)
      }
    }
    for (const [host, [first, ...others]] of hosts)
      if (first) report('foreign', { at: first, data: { host }, related: others.map((at) => ({ at })), verdict: 'review' })
  },
)
