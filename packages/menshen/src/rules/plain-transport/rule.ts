import { hostOf, rule, sendings, wayTo } from '../kit.ts'

const CALLS = ['request', 'uploadFile', 'downloadFile', 'connectSocket'] as const
const PLAIN = /^\s*(?:http|ws):\/\//i
const LOCAL = /^\s*(?:http|ws):\/\/(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/i
/** Runs in the developer tool only. */
const TOOLS = /develop|devtools|envVersion|\bdebug\b|__DEV__|NODE_ENV|isDev|ENV\b/i
const SECRET_FIELD = /(?:^|[._])(?:pass(?:word|wd)?|pwd|id_?card|idno|id_?no|bank_?card|card_?no)$|Pwd$|Password$|IdCard$/

export default rule(
  {
    clauses: ['wx-op/12.3.5', 'wx-op/14.1', 'wx-tos/4.3', 'wx-tos/4.4.6'],
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
    for (const call of interpretation.callsOf(...CALLS)) {
      const contexts = call.contexts.filter(({ root }) => root.kind !== 'unbound')
      const plain = new Map<string, typeof contexts>()
      for (const context of contexts) {
        const url = context.args[0]?.get('url')
        const known = [...(url?.constants ?? []), ...(url?.pieces ?? []).map((parts) => parts[0])].filter(
          (one): one is string => typeof one === 'string',
        )
        if (url?.open && known.length === 0) unknown = true
        if (context.guards.some(({ source }) => TOOLS.test(source))) continue
        for (const address of known.filter((one) => PLAIN.test(one))) {
          const host = hostOf(address) ?? address.replace(/^\s*\w+:\/\//, '').split(/[/?#]/)[0] ?? ''
          const at = url?.places.find((place) => place.constant === address)?.at
          const key = `${host}\n${at ? `${at.file}:${at.start}` : ''}`
          plain.set(key, [...(plain.get(key) ?? []), context])
        }
      }
      for (const [key, ways] of plain) {
        const [host = ''] = key.split('\n')
        const address = ways[0]?.args[0]?.get('url')
        const written = address?.places.find((place) => String(place.constant).includes(host))?.at
        const way = wayTo(call, ways, program)
        const constants = [...(address?.constants ?? []), ...(address?.pieces ?? []).map((parts) => parts[0])].map(String)
        const scheme = constants.some((one) => /^\s*ws:/i.test(one)) ? 'ws' : 'http'
        // One of several addresses may be the test server that a flag chooses.
        const chosen = constants.some((one) => /^\s*(?:https|wss):/i.test(one)) || constants.every((one) => LOCAL.test(one))
        report('plain-address', {
          ...way,
          related: [...(written ? [{ at: written, note: { zh: '地址写在这里', en: 'the address' } }] : []), ...way.related],
          data: { scheme, host: host || scheme },
          verdict: chosen ? 'review' : 'violation',
          confidence: chosen ? 'low' : 'high',
          clauses: ['wx-op/12.3.5', 'wx-op/14.1', 'wx-tos/4.3', 'wx-tos/4.4.6'],
        })
      }
    }
    const kept = new Set<string>()
    for (const call of interpretation.callsOf('setStorageSync', 'setStorage'))
      for (const context of call.contexts) {
        if (context.root.kind === 'unbound') continue
        const [first, second] = context.args
        const value = call.api === 'setStorageSync' ? second : first?.get('data')
        const keys = (call.api === 'setStorageSync' ? first : first?.get('key'))?.constants.map(String) ?? []
        if (!value || (!value.open && value.keys().length === 0)) continue
        const name = [...keys.filter(() => value.open), ...value.keys().filter((key) => value.get(key)?.open)].find((one) =>
          SECRET_FIELD.test(one),
        )
        if (!name) continue
        const way = wayTo(call, [context], program)
        const id = `${call.at.file}:${call.at.start}`
        if (kept.has(id)) continue
        kept.add(id)
        const what = /card|no$/i.test(name)
          ? { zh: `证件号（${name}）`, en: `the identity number (${name})` }
          : { zh: `密码（${name}）`, en: `the password (${name})` }
        report('kept-in-clear', { ...way, data: { what }, clauses: ['wx-op/12.3.5', 'wx-tos/4.4.6'], confidence: 'medium' })
      }
    if (unknown && sendings(program, interpretation).length > 0)
      return { notChecked: { zh: '有请求的地址要到运行时才知道', en: 'the address of a request is known only at run time' } }
  },
)
