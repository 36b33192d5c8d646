import { hostKind, rule, type Span, sendings } from '../kit.ts'

const KITS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)(?:qqmap-wx-jssdk|amap-wx|bmap-wx)[\w.-]*\.js$/i, 'map SDK'],
  [
    /(?:^|\/)(?:ald-stat|aldstat|mta_?analysis|gio-minp|sensorsdata|umtrack|talkingdata|zhuge|bugsnag|sentry|fundebug)[\w.-]*\.js$/i,
    'analytics SDK',
  ],
  [/(?:^|\/)(?:cos-wx-sdk|oss-wx|qiniu|upyun|nim|tim-wx|hyphenate|leancloud|bmob)[\w.-]*\.js$/i, 'cloud SDK'],
]
const ANY_KIT = new RegExp(KITS.map(([{ source }]) => source).join('|'), 'i')

export default rule(
  {
    clauses: ['wx-op/12.3.2', 'wx-tos/4.4.1'],
    needs: ['program', 'interpretation'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'info',
    // A list for a person to go through; contracts lie outside of the package.
    confidence: 'medium',
    messages: {
      'contract-unknown': {
        what: { zh: '用到了第三方服务：{services}', en: 'Outside services take part: {services}' },
        why: {
          zh: '使用合作方的服务，应签约约束其对用户信息的使用和保密。',
          en: 'Partners have to be bound by contract in what they do with users’ data.',
        },
        fix: {
          zh: '准备与各服务方的协议，并在隐私保护指引里列出。',
          en: 'Have the agreements ready, and list the services in the privacy guideline.',
        },
      },
    },
  },
  ({ program, interpretation, listing }, report) => {
    const found = new Map<string, Span>()
    for (const { name, at } of program.plugins) found.set(name, at)
    for (const file of program.scripts) {
      const kit = ANY_KIT.test(file) ? KITS.find(([shape]) => shape.test(file)) : undefined
      if (kit) found.set(`${kit[1]}: ${file.slice(file.lastIndexOf('/') + 1)}`, { file, start: 0, end: 1 })
    }
    for (const { hosts, at, pieces } of sendings(program, interpretation))
      for (const host of hosts) if (pieces.length > 0 && hostKind(host) === 'trades') found.set(host, at)
    if (found.size === 0) return 'inapplicable'
    const papers = (listing?.qualifications ?? []).map((one) => `${one.for ?? ''} ${one.kind}`).join(' ')
    const missing = [...found].filter(([name]) => !papers.includes(name))
    const [first] = missing
    const names = missing.map(([name]) => name).slice(0, 8)
    if (first)
      report('contract-unknown', {
        at: first[1],
        related: missing.slice(1, 10).map(([, at]) => ({ at })),
        data: {
          services: { zh: names.join('、'), en: names.join(', ') },
        },
        verdict: 'review',
      })
  },
)
