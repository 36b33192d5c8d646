import {
  fieldsOf,
  hostOf,
  type Interpretation,
  type Origin,
  type ProgramModel,
  personalByLabel,
  personalOrigin,
  rule,
  type Span,
  sendings,
  type Value,
  wayBack,
  wayTo,
} from '../kit.ts'

const CALLS = ['request', 'uploadFile', 'downloadFile', 'connectSocket'] as const
const PLAIN = /^\s*(?:http|ws):\/\//i
const LOCAL = /^\s*(?:http|ws):\/\/(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/i
/** Runs in the developer tool only. */
const TOOLS = /develop|devtools|envVersion|\bdebug\b|__DEV__|NODE_ENV|isDev|ENV\b/i
const SECRET_FIELD = /(?:^|[._])(?:pass(?:word|wd)?|pwd|id_?card|idno|id_?no|bank_?card(?:_?no)?)$|Pwd$|Password$|IdCard$/

const VEILS = /md5|sha\d|hash|crypt|cipher|mask|desens|\*{2,}|slice\(|substr/i
/** What people picked, took or said: a picture tells more than most fields. */
const OWN_FILE = /^(?:choose(?:Media|Image|Video|MessageFile)|CameraContext\.|RecorderManager\.)/
const ownFile = (value: Value | undefined): boolean =>
  value !== undefined && wayBack(value.origins).some(({ source, name }) => source === 'api' && OWN_FILE.test(name))
/** A password or an identity number that was typed, by what its field says. */
const secretTyped = (program: ProgramModel, origins: readonly Origin[]): 'password' | 'identity' | undefined =>
  (['identity', 'password'] as const).find((kind) =>
    origins.some((origin) => origin.source === 'event' && personalOrigin(program, [origin]) === kind),
  )

/** Whether the released edition sends in the clear there; undefined where the edition decides nothing. */
const releasedPlain = (interpretation: Interpretation, at: Span): boolean | undefined => {
  if (!interpretation.mentions.some(({ api, called }) => called && /^get(?:AccountInfoSync|EnvInfoSync)$/.test(api))) return undefined
  const urls = interpretation
    .on('release')
    .callsOf(...CALLS)
    .filter(({ nameAt }) => nameAt.file === at.file && nameAt.start === at.start)
    .flatMap(({ contexts }) => contexts.map(({ args }) => args[0]?.get('url')))
  const known = urls.flatMap((url) => [...(url?.constants ?? []), ...(url?.pieces ?? []).map((parts) => parts[0])])
  if (urls.length === 0 || known.length === 0 || known.some((one) => typeof one !== 'string')) return undefined
  const plain = known.filter((one) => PLAIN.test(String(one)))
  return plain.length === known.length ? true : plain.length === 0 ? false : undefined
}

export default rule(
  {
    clauses: ['wx-op/12.3.5', 'wx-tos/4.3', 'wx-tos/4.4.6'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    // Transport and storage are two of many measures.
    partial: true,
    messages: {
      'plain-address': {
        what: { zh: '用不加密的 {scheme} 传输数据（{host}）', en: 'Data goes over plain {scheme} ({host})' },
        why: {
          zh: '平台只允许 https 和 wss，正式版里这样的请求会直接失败；明文也让沿途的人都能看到内容。',
          en: 'The platform allows https and wss only, so this fails in a release; and in the clear everyone on the way can read it.',
        },
        fix: { zh: '给服务器配好证书，地址改成 https 或 wss。', en: 'Give the server a certificate and use https or wss.' },
      },
      'kept-in-clear': {
        what: { zh: '把{what}明文存进本地缓存', en: '{what} is kept in the storage in the clear' },
        why: {
          zh: '收集到的敏感信息要采取有效的保护措施，密码和证件号不该留在用户手机的缓存里。',
          en: 'What is collected has to be protected; passwords and identity numbers have no place in a phone’s storage.',
        },
        fix: {
          zh: '只保存登录态；密码用完即清，证件号由服务器保管并脱敏展示。',
          en: 'Keep only the session; clear the password after use and leave the number on the server.',
        },
      },
    },
  },
  ({ program, interpretation }, report) => {
    let unknown = false
    // Whether the address works at all is the documents' matter; here it counts that people's data travel on it.
    const personal = new Set(
      sendings(program, interpretation)
        .filter(({ pieces }) => pieces.length > 0)
        .map(({ context }) => context),
    )
    const asked = fieldsOf(interpretation).some(({ label }) => personalByLabel(label) !== null)
    // One address that many calls share is one cause.
    const causes = new Map<
      string,
      { host: string; scheme: string; chosen: boolean; written: Span | undefined; ways: ReturnType<typeof wayTo>[] }
    >()
    for (const call of interpretation.callsOf(...CALLS))
      for (const context of call.contexts) {
        if (context.root.kind === 'unbound') continue
        const url = context.args[0]?.get('url')
        const known = [...(url?.constants ?? []), ...(url?.pieces ?? []).map((parts) => parts[0])].filter(
          (one): one is string => typeof one === 'string',
        )
        if (url?.open && known.length === 0) unknown = true
        const address = known.find((one) => PLAIN.test(one))
        const carries =
          personal.has(context) ||
          (call.api === 'connectSocket' && asked) ||
          (!program.vendored.has(call.at.file) && ownFile(context.args[0]?.get('filePath')))
        // An address of one's own machine is left from development and named as that by another rule.
        if (address === undefined || LOCAL.test(address) || !carries || context.guards.some(({ source }) => TOOLS.test(source))) continue
        const host = hostOf(address) ?? address.replace(/^\s*\w+:\/\//, '').split(/[/?#]/)[0] ?? ''
        const written = url?.places.find((place) => String(place.constant).includes(host))?.at
        const key = written ? `${written.file}:${written.start}` : `${call.at.file}:${call.at.start}`
        const way = wayTo(call, [context], program)
        const cause = causes.get(key)
        if (cause) cause.ways.push(way)
        else {
          // One of several addresses may be the test server that a flag chooses.
          const chosen = known.some((one) => /^\s*(?:https|wss):/i.test(one))
          causes.set(key, { host, scheme: /^\s*ws:/i.test(address) ? 'ws' : 'http', chosen, written, ways: [way] })
        }
      }
    for (const { host, scheme, chosen, written, ways } of causes.values()) {
      const [first, ...others] = ways
      if (!first) continue
      const more = others.filter(
        ({ at }, i) => at.start !== first.at.start && others.findIndex((one) => one.at.start === at.start && one.at.file === at.file) === i,
      )
      const released = chosen ? releasedPlain(interpretation, first.at) : undefined
      // The released edition is known to take another one.
      if (released === false) continue
      const doubt = chosen && !released
      report('plain-address', {
        ...first,
        related: [
          ...(written ? [{ at: written, note: { zh: '地址写在这里', en: 'the address' } }] : []),
          ...more.slice(0, 8).map(({ at }) => ({ at })),
          ...first.related,
        ],
        data: { scheme, host: host || scheme },
        verdict: doubt ? 'review' : 'violation',
        confidence: doubt ? 'low' : 'high',
      })
    }
    const kept = new Set<string>()
    for (const call of interpretation.callsOf('setStorageSync', 'setStorage'))
      for (const context of call.contexts) {
        if (context.root.kind === 'unbound') continue
        const [first, second] = context.args
        const value = call.api === 'setStorageSync' ? second : first?.get('data')
        const keys = (call.api === 'setStorageSync' ? first : first?.get('key'))?.constants.map(String) ?? []
        if (!value || (!value.open && value.keys().length === 0)) continue
        const named = [...keys.filter(() => value.open), ...value.keys().filter((key) => value.get(key)?.open)].find((one) =>
          SECRET_FIELD.test(one),
        )
        // A session that a sign-in left stands under such a name, whatever was typed for it.
        const label =
          named !== undefined || keys.some((key) => /token|session|openid|sid$/i.test(key))
            ? undefined
            : secretTyped(program, value.origins)
        const name = named ?? label
        if (!name) continue
        const way = wayTo(call, [context], program)
        const id = `${call.at.file}:${call.at.start}`
        if (kept.has(id)) continue
        kept.add(id)
        const shown = named ?? keys[0] ?? name
        const what =
          label === 'identity' || /card|no$/i.test(name)
            ? { zh: `证件号（${shown}）`, en: `the identity number (${shown})` }
            : { zh: `密码（${shown}）`, en: `the password (${shown})` }
        // Cut or enciphered on the way it is no longer in the clear; how well, a human sees.
        const veiled =
          label !== undefined && [call.at.file, context.root.at.file].some((file) => VEILS.test(program.files.text(file) ?? ''))
        report('kept-in-clear', {
          ...way,
          data: { what },
          clauses: ['wx-op/12.3.5', 'wx-tos/4.4.6'],
          confidence: veiled ? 'low' : 'medium',
          ...(veiled ? { verdict: 'review' as const } : {}),
        })
      }
    if (unknown && sendings(program, interpretation).length > 0)
      return { notChecked: { zh: '有请求的地址要到运行时才知道', en: 'the address of a request is known only at run time' } }
  },
)
