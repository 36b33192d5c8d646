/** Requests, uploads, downloads, sockets and cloud calls: asked of the driver, which answers from its fixtures or not at all. */
import { begin, enter, follow } from '../cause.ts'
import { isDriven } from '../clock.ts'
import { answerWasMissing, guard } from '../errors.ts'
import { setTimer } from '../native.ts'
import { record, stackNow, tell } from '../record.ts'
import type { Loose } from '../state.ts'
import { atOnce, type Behaviour, callLater, later, listeners, type Reply, recordCall } from './engine.ts'

/** What the driver says. */
export interface NetworkAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Text, or base64 when `binary`. */
  readonly body: string
  readonly binary?: boolean
  readonly fail?: string
  readonly source: 'responses' | 'synthesised' | 'missing' | 'denied' | 'failing' | 'empty' | 'live'
  readonly pattern?: string
  readonly milliseconds: number
}
const waiting = new Map<number, (answer: NetworkAnswer) => void>()
const outstanding = new Set<number>()
let asked = 0

/** The driver's answer has come. */
export function networkAnswered(id: number, answer: NetworkAnswer): void {
  outstanding.delete(id)
  const arrive = () => {
    const run = waiting.get(id)
    waiting.delete(id)
    run?.(answer)
  }
  // what a slow connection takes passes on the program's clock
  if (isDriven()) setTimer(arrive, answer.milliseconds)
  else arrive()
}
/** Requests that the driver has yet to answer. */
export const answersOutstanding = (): number => outstanding.size
export const requestsUnderWay = (): number => waiting.size

/** Headers as a program gives them: plain words only. */
function plainHeader(given: unknown): Record<string, string> | undefined {
  if (!given || typeof given !== 'object') return undefined
  const out: Record<string, string> = {}
  for (const [name, value] of Object.entries(given).slice(0, 30))
    if (/^[\w-]{1,60}$/.test(name) && (typeof value === 'string' || typeof value === 'number')) out[name] = String(value).slice(0, 4000)
  return out
}
function send(
  api: string,
  method: string,
  url: string,
  o: Loose,
  reply: Reply,
  done: (answer: NetworkAnswer) => void,
): { abort: () => void } {
  const id = ++asked
  let aborted = false
  if (waiting.size > 200) {
    reply.fail('too many requests')
    return { abort() {} }
  }
  outstanding.add(id)
  waiting.set(id, (answer) => {
    if (aborted) return
    record({
      kind: 'network',
      call: reply.call,
      method,
      url: url.slice(0, 2000),
      status: answer.status,
      source: answer.source,
      milliseconds: answer.milliseconds,
      bytes: answer.binary ? Math.floor(answer.body.length * 0.75) : answer.body.length,
      ...(answer.pattern ? { pattern: answer.pattern } : {}),
    })
    if (answer.source === 'missing' || answer.source === 'empty' || answer.source === 'failing' || answer.source === 'synthesised')
      answerWasMissing()
    if (answer.fail) reply.fail(answer.fail, answer.source, { errno: 600001 })
    else enter(follow(reply.context, 'callback', api), () => done(answer))
  })
  let body: string | undefined
  try {
    body = typeof o.data === 'string' ? o.data : o.data === undefined ? undefined : JSON.stringify(o.data)
  } catch {
    body = undefined
  }
  tell('request', {
    id,
    api,
    method,
    url: url.slice(0, 8000),
    body: body?.slice(0, 200_000) ?? null,
    call: reply.call,
    header: plainHeader(o.header),
    stack: stackNow(),
  })
  return {
    abort() {
      if (!waiting.delete(id)) return
      aborted = true
      reply.fail('abort')
    },
  }
}

const task = (abort: () => void) => ({
  abort,
  onProgressUpdate() {},
  offProgressUpdate() {},
  onHeadersReceived() {},
  offHeadersReceived() {},
  onChunkReceived() {},
  offChunkReceived() {},
})
const bytes = (a: NetworkAnswer): ArrayBuffer => {
  const raw = a.binary ? atob(a.body) : unescape(encodeURIComponent(a.body))
  return Uint8Array.from(raw, (c) => c.charCodeAt(0)).buffer
}
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

later.request = (o, r) => {
  const url = String(o.url ?? '')
  if (!/^https?:\/\//i.test(url)) return r.fail('invalid url "' + url.slice(0, 200) + '"', 'system', { errno: 600009 })
  const { abort } = send('request', String(o.method || 'GET').toUpperCase(), url, o, r, (a) =>
    r.ok(
      {
        statusCode: a.status,
        data: o.responseType === 'arraybuffer' ? bytes(a) : o.dataType === undefined || o.dataType === 'json' ? parsed(a.body) : a.body,
        header: a.headers,
        cookies: [],
        errno: 0,
        profile: {},
      },
      a.source,
    ),
  )
  return task(abort)
}
later.uploadFile = (o, r) =>
  task(
    send('uploadFile', 'UPLOAD', String(o.url ?? ''), { data: { name: o.name, filePath: o.filePath, formData: o.formData } }, r, (a) =>
      r.ok({ statusCode: a.status, data: a.body, header: a.headers }, a.source),
    ).abort,
  )
let downloads = 0
later.downloadFile = (o, r) =>
  task(
    send('downloadFile', 'DOWNLOAD', String(o.url ?? ''), {}, r, (a) =>
      r.ok(
        {
          statusCode: a.status,
          tempFilePath: `http://tmp/download-${++downloads}`,
          filePath: o.filePath,
          header: a.headers,
          dataLength: a.body.length,
        },
        a.source,
      ),
    ).abort,
  )

atOnce.connectSocket = (o: Loose = {}) => {
  const opened = listeners('SocketTask.onOpen')
  const closed = listeners('SocketTask.onClose')
  const failed = listeners('SocketTask.onError')
  const message = listeners('SocketTask.onMessage')
  void callLater('socket.connect', { url: o.url, fail: () => {} }, (_, r) => {
    send('connectSocket', 'SOCKET', String(o.url ?? ''), {}, r, (a) => {
      r.ok({}, a.source)
      socket.readyState = 1
      setTimer(() => opened.raise({ header: {} }), 0)
    })
    setTimer(() => {
      if (socket.readyState === 0) {
        socket.readyState = 3
        failed.raise({ errMsg: 'connectSocket:fail' })
      }
    }, 800)
  })
  if (typeof o.success === 'function')
    setTimer(
      () =>
        enter(begin('callback', 'connectSocket.success', null), () =>
          guard('connectSocket.success', () => o.success({ errMsg: 'connectSocket:ok' })),
        ),
      0,
    )
  const socket = {
    readyState: 0,
    CONNECTING: 0,
    OPEN: 1,
    CLOSING: 2,
    CLOSED: 3,
    onOpen: opened.add,
    onClose: closed.add,
    onError: failed.add,
    onMessage: message.add,
    offOpen: opened.remove,
    offClose: closed.remove,
    offError: failed.remove,
    offMessage: message.remove,
    send: (x: Loose) => callLater('SocketTask.send', x, (_, r) => (socket.readyState === 1 ? r.ok() : r.fail('socket not connected'))),
    close: (x: Loose) => {
      socket.readyState = 3
      setTimer(() => closed.raise({ code: x?.code ?? 1000, reason: '' }), 0)
      return callLater('SocketTask.close', x, (_, r) => r.ok())
    },
  }
  return socket
}

// ---- cloud -----------------------------------------------------------------------------------------------------

const cloudCall = (
  name: string,
  method: string,
  target: (o: Loose) => string,
  give: (a: NetworkAnswer, o: Loose) => Record<string, unknown>,
): ((o: Loose) => Loose) => {
  const behaviour: Behaviour = (o, r) =>
    void send('cloud.' + name, method, target(o), { data: o.data ?? o }, r, (a) => r.ok(give(a, o), a.source))
  return (o) => callLater('cloud.' + name, o, behaviour)
}
/** A database collection: a query that can be refined and read; what it holds comes from the fixtures. */
function collection(name: string): Loose {
  const read = (action: string) => (o: Loose) => {
    const behaviour: Behaviour = (x, r) =>
      void send('cloud.database', 'CLOUD', 'database:' + name + ':' + action, { data: x }, r, (a) => {
        const value = parsed(a.body) as Loose
        const data = Array.isArray(value) ? value : Array.isArray(value?.data) ? value.data : action === 'doc' ? (value?.data ?? {}) : []
        r.ok(
          action === 'count'
            ? { total: data.length }
            : action === 'add'
              ? { _id: 'simulated-id' }
              : action === 'get' || action === 'doc'
                ? { data }
                : { stats: { updated: 1, removed: 1 } },
          a.source,
        )
      })
    return callLater('cloud.database.' + action, o ?? {}, behaviour)
  }
  const query: Loose = {}
  for (const refine of [
    'where',
    'orderBy',
    'limit',
    'skip',
    'field',
    'match',
    'group',
    'sort',
    'project',
    'lookup',
    'sample',
    'addFields',
    'unwind',
    'replaceRoot',
  ])
    query[refine] = () => query
  Object.assign(query, {
    get: read('get'),
    end: (o: Loose) => Promise.resolve(read('get')(o)).then((x: Loose) => (x ? { list: x.data } : x)),
    count: read('count'),
    add: read('add'),
    update: read('update'),
    remove: read('remove'),
    aggregate: () => query,
    watch: (o: Loose) => {
      recordCall('cloud.database.watch', { collection: name })
      void o
      return { close: () => Promise.resolve() }
    },
    doc: () => ({
      get: read('doc'),
      update: read('update'),
      set: read('set'),
      remove: read('remove'),
      field: () => collection(name).doc(),
      watch: () => ({ close() {} }),
    }),
  })
  return query
}
const operator: Loose = new Proxy(() => operator, {
  get: (_, key) => (typeof key === 'symbol' || key === 'then' || key === 'toJSON' ? undefined : () => operator),
})
export const cloud: Loose = {
  init: (o: Loose) => void recordCall('cloud.init', o),
  callFunction: cloudCall(
    'callFunction',
    'CLOUD',
    (o) => String(o.name ?? ''),
    (a) => ({ result: a.source === 'missing' && !a.body ? {} : parsed(a.body), requestID: 'simulated' }),
  ),
  callContainer: cloudCall(
    'callContainer',
    'CLOUD',
    (o) => String(o.path ?? ''),
    (a) => ({ data: parsed(a.body), statusCode: a.status, header: a.headers, callID: 'simulated' }),
  ),
  uploadFile: cloudCall(
    'uploadFile',
    'UPLOAD',
    (o) => 'cloud://' + String(o.cloudPath ?? ''),
    (_, o) => ({ fileID: 'cloud://simulated/' + String(o.cloudPath ?? ''), statusCode: 200 }),
  ),
  downloadFile: cloudCall(
    'downloadFile',
    'DOWNLOAD',
    (o) => String(o.fileID ?? ''),
    () => ({ tempFilePath: `http://tmp/download-${++downloads}`, statusCode: 200 }),
  ),
  getTempFileURL: (o: Loose) =>
    callLater('cloud.getTempFileURL', o, (x, r) =>
      r.ok({
        fileList: (x.fileList ?? []).map((f: Loose) => ({
          fileID: f?.fileID ?? f,
          tempFileURL: 'https://cloud.invalid/' + encodeURIComponent(String(f?.fileID ?? f)),
          status: 0,
        })),
      }),
    ),
  deleteFile: (o: Loose) =>
    callLater('cloud.deleteFile', o, (x, r) => r.ok({ fileList: (x.fileList ?? []).map((f: Loose) => ({ fileID: f, status: 0 })) })),
  database: () => ({
    collection: (name: string) => collection(String(name)),
    command: new Proxy({}, { get: (_, key) => (key === 'aggregate' ? operator : (..._args: unknown[]) => operator) }),
    serverDate: () => new Date(),
    RegExp: (o: Loose) => o,
    Geo: { Point: (longitude: number, latitude: number) => ({ longitude, latitude }) },
    createCollection: () => Promise.resolve({}),
  }),
  // called with and without new
  CloudID: function CloudID(id: string) {
    return { cloudID: id }
  },
}
cloud.Cloud = class {
  init() {
    return Promise.resolve()
  }
  callFunction = cloud.callFunction
  callContainer = cloud.callContainer
  uploadFile = cloud.uploadFile
  downloadFile = cloud.downloadFile
  getTempFileURL = cloud.getTempFileURL
  deleteFile = cloud.deleteFile
  database = cloud.database
}
