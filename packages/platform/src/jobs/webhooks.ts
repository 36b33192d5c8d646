/**
 * Calls to developers' own servers: signed, told once more when they fail, and never to a place inside. The name is resolved
 * once, what it says is held against what is public, and that very address is spoken to: a name that changes its mind in
 * between leads nowhere.
 */
import { createHmac } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { request } from 'node:https'
import { BlockList, isIP } from 'node:net'
import { type Outgoing, sent, takeOutgoing, unsent } from '../store/outbox.ts'
import { callEnded, callOf } from '../store/webhooks.ts'
import type { Work } from './work.ts'

const inside = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, bits, 'ipv4')
const outside6 = new BlockList()
outside6.addSubnet('2000::', 3, 'ipv6')
const inside6 = new BlockList()
for (const [net, bits] of [
  // Documentation, relays and translators: behind them lies an address of the other kind.
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inside6.addSubnet(net, bits, 'ipv6')

/** Whether an address is one of the public net. */
export const isPublic = (address: string): boolean => {
  const kind = isIP(address)
  if (kind === 4) return !inside.check(address, 'ipv4')
  return kind === 6 && outside6.check(address, 'ipv6') && !inside6.check(address, 'ipv6')
}

const PORTS = new Set(['', '443', '8443'])
/** Whether an address may be called at all; a reason otherwise. */
export const refusedUrl = (text: string): { readonly zh: string; readonly en: string } | null => {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return { zh: '不是有效的网址', en: 'this is no address' }
  }
  if (url.protocol !== 'https:') return { zh: '只接受 https 网址', en: 'only https is called' }
  if (url.username !== '' || url.password !== '') return { zh: '网址里不能带用户名或口令', en: 'an address holds no name or password' }
  if (!PORTS.has(url.port)) return { zh: '端口只能是 443 或 8443', en: 'the port is 443 or 8443' }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isPublic(host)) return { zh: '不能指向内部地址', en: 'this address is not public' }
  if (isIP(host) === 0 && (!host.includes('.') || /(?:^|\.)(?:localhost|local|internal|home|lan|test|invalid|example)$/i.test(host)))
    return { zh: '不能指向内部地址', en: 'this address is not public' }
  return null
}

export const signature = (secret: Uint8Array, at: number, body: string): string =>
  `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`

export interface Dialled {
  readonly status: number | null
  readonly error: string | null
}
/** Speaks to an address; a redirect is an answer like any other, and not followed. */
export const dial = async (
  text: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  resolve: (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]> = (host) =>
    lookup(host, { all: true }),
): Promise<Dialled> => {
  const refused = refusedUrl(text)
  if (refused) return { status: null, error: refused.en }
  const url = new URL(text)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  let found: readonly { readonly address: string; readonly family: number }[]
  try {
    found = isIP(host) === 0 ? await resolve(host) : [{ address: host, family: isIP(host) }]
  } catch (error) {
    return { status: null, error: (error as Error).message }
  }
  // One inside address among public ones is one too many.
  if (found.length === 0 || found.some(({ address }) => !isPublic(address))) return { status: null, error: 'this address is not public' }
  const [to] = found
  return new Promise((done) => {
    const call = request(
      url,
      {
        method: 'POST',
        agent: false,
        timeout: 10_000,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'menshen', ...headers },
        lookup: (_host, options, callback) => {
          if (options.all) callback(null, [{ address: to!.address, family: to!.family }])
          else callback(null, to!.address, to!.family)
        },
      },
      (response) => {
        let size = 0
        const end = () => done({ status: response.statusCode ?? null, error: null })
        response.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size > 65_536) {
            call.destroy()
            end()
          }
        })
        response.on('end', end)
        response.on('error', end)
      },
    )
    const late = setTimeout(() => call.destroy(new Error('it took too long')), 15_000)
    call.on('timeout', () => call.destroy(new Error('it took too long')))
    call.on('close', () => clearTimeout(late))
    call.on('error', (error) => done({ status: null, error: error.message }))
    call.end(body)
  })
}

const deliver = async (work: Work, item: Outgoing, speak: typeof dial): Promise<string | null> => {
  const { webhook, event } = item.content as { webhook: string; event: number }
  const call = await callOf(work.store, webhook, event)
  if (!call) return null
  const body = JSON.stringify(call.payload)
  const at = Math.floor(work.store.clock.now() / 1000)
  const secret = await work.secrets.open(work.store.db, 'webhook', call.secretSealed)
  const { status, error } = await speak(call.url, body, {
    'x-menshen-signature': signature(secret, at, body),
    'x-menshen-delivery': call.id,
  })
  if (await callEnded(work.store, call, { status, error })) return null
  return status !== null && status >= 200 && status < 300 ? null : (error ?? `it answered ${status}`)
}

/** Calls what is due; what fails is tried again, later each time. */
export const deliverCalls = async (work: Work, speak: typeof dial = dial): Promise<void> => {
  for (;;) {
    const items = await takeOutgoing(work.store, ['webhook'], 20)
    await Promise.all(
      items.map(async (item) => {
        try {
          const failed = await deliver(work, item, speak)
          if (failed === null) await sent(work.store, item.id)
          else await unsent(work.store, item, failed)
        } catch (error) {
          work.log.warn('webhook', { outbox: item.id, error: String(error) })
          await unsent(work.store, item, String(error))
        }
      }),
    )
    if (items.length < 20) return
  }
}
