import { codeMarks, type Detail, type ProgramModel, rule, type Span, type Text, type Value } from '../kit.ts'

/** Something in quotes that is long enough for a key: few texts hold any, and names are looked for before these only. */
const QUOTED = /["'`](?=([A-Za-z0-9+/=_-]{16,4002})["'`])/g
/** More than a name with its quotes and blanks can take before its value. */
const BEFORE = 120
/** Names whose value belongs on a server. A map or analytics key is made for clients and has other names. */
const NAME =
  /(?:^|[^\w$])["'`]?((?:[\w$]{0,24}[_-])?(?:[a-z]{0,16}secret(?:_?(?:key|id))?|access_?key_?secret|session_?key|(?:mch|mcht|pay|api_?v?3?|merchant|sign|sk|private|rsa)_?(?:private_?)?key|(?:db|mysql|root|admin)_?(?:password|pwd)))["'`]?\s{0,4}[:=]\s{0,4}(["'`])([A-Za-z0-9+/=_-]{16,200})\2/gi
/** `signs`: without one of them in the text the shape is not looked for; a model service's key is met among the quoted texts. */
const SHAPES: readonly { readonly shape: RegExp; readonly signs?: readonly string[]; readonly what: Text }[] = [
  {
    shape: /-----BEGIN[\s'"`,+]{1,12}(?:(?:RSA|EC|DSA|OPENSSH|ENCRYPTED)[\s'"`,+]{1,12})?PRIVATE[\s'"`,+]{1,12}KEY/g,
    signs: ['-----BEGIN'],
    what: { zh: '私钥', en: 'a private key' },
  },
  { shape: /\bAKID[0-9A-Za-z]{32}\b/g, signs: ['AKID'], what: { zh: '云服务密钥', en: 'a cloud key' } },
  { shape: /\bLTAI[0-9A-Za-z]{12,24}\b/g, signs: ['LTAI'], what: { zh: '云服务密钥', en: 'a cloud key' } },
  { shape: /\bAKIA[0-9A-Z]{16}\b/g, signs: ['AKIA'], what: { zh: '云服务密钥', en: 'a cloud key' } },
  { shape: /["'`]sk-[A-Za-z0-9_-]{24,120}["'`]/g, what: { zh: '模型服务密钥', en: 'a model service’s key' } },
  {
    shape: /\b(?:ghp|gho|ghs)_[A-Za-z0-9]{36}\b/g,
    signs: ['ghp_', 'gho_', 'ghs_'],
    what: { zh: '代码仓库令牌', en: 'a repository token' },
  },
]
const BLOB = /^[A-Za-z0-9+/]{40,4000}={0,2}$/
const BLOB_NAMES = /"[\w-]{0,24}(?:secret|_key|private|password|apiv3)[\w-]{0,12}"\s*:\s*"[^"]{16,}"/i
const LIKELY = /secret|key|passw|pwd/i
const named = (name: string, value: string): boolean => `${name}: "${value}"`.search(NAME) >= 0
/** Whether what stands in quotes is given to a name: a colon or an equals sign before it. */
const isValue = (text: string, quote: number): boolean => {
  const before = text[quote - 1]
  if (before === ':' || before === '=') return true
  return before !== undefined && before.trim() === '' && /[:=]\s{0,4}$/.test(text.slice(Math.max(0, quote - 5), quote))
}
const PLACEHOLDER = /^(?:your|xxx|test|demo|todo|secret|change|placeholder)|(.)\1{7}|^(?:0123456789|1234567890|abcdef)/i
/** Modules that only a script run by Node can have. */
const NODE_ONLY =
  /^(?:node:.+|fs|path|os|child_process|http|https|crypto|readline|miniprogram-(?:ci|automator)|qiniu|ali-oss|cos-nodejs-sdk-v5)$/
const MOST_TEXT = 3_000_000

/** A key is drawn at random: many different characters, letters and digits. */
const looksDrawn = (value: string): boolean =>
  /\d/.test(value) &&
  /[A-Za-z]/.test(value) &&
  !PLACEHOLDER.test(value) &&
  !/^[A-Za-z]+(?:[_-][A-Za-z0-9]+)+$/.test(value) &&
  new Set(value).size >= 8

const inComment = (text: string, at: number): boolean => {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at)
  if (/(?:^|[^:"'`\\])\/\//.test(line) || /^\s*\*/.test(line)) return true
  const open = text.lastIndexOf('/*', at)
  return open >= 0 && text.indexOf('*/', open) > at && at - open < 20_000
}
const decoded = (blob: string): string => {
  try {
    return atob(blob)
  } catch {
    return ''
  }
}
const textsOf = (program: ProgramModel): readonly string[] => {
  const json = program.files
    .list()
    .filter((path) => path.startsWith(program.root) && /\.(?:json|env|pem|key|p12)$|(?:^|\/)\.env[.\w]*$/i.test(path))
    .filter(
      (path) =>
        !program.ignored.has(path) &&
        !/(?:^|\/)(?:project\.\w*\.?config|package(?:-lock)?|tsconfig|sitemap)\.json$|node_modules\//.test(path),
    )
  return [...new Set([...program.scripts, ...json.slice(0, 2000)])]
}

/** What a request carries under a name: parts of its address, its data, its headers. */
function sentIn(options: Value | undefined): readonly { readonly name: string; readonly value: string; readonly at: Span | null }[] {
  const out: { name: string; value: string; at: Span | null }[] = []
  const url = options?.get('url')
  const texts = url
    ? [
        ...url.places.map(({ constant, at }) => ({ text: String(constant), at })),
        ...url.constants.map((one) => ({ text: String(one), at: null })),
        ...url.pieces.map((parts, index) => ({ text: parts.map((part) => part ?? '…').join(''), at: url.piecesAt[index] ?? null })),
      ]
    : []
  for (const { text, at } of texts)
    for (const [, name = '', value = ''] of text.matchAll(/[?&]([\w-]{3,40})=([A-Za-z0-9+/_-]{16,200})/g)) out.push({ name, value, at })
  for (const slot of ['data', 'header', 'formData'])
    for (const name of options?.get(slot)?.keys().slice(0, 40) ?? []) {
      const value = options?.get(slot)?.get(name)
      for (const one of value?.constants ?? [])
        if (typeof one === 'string' && one.length >= 16 && one.length <= 200)
          out.push({ name, value: one, at: value?.places.find(({ constant }) => constant === one)?.at ?? value?.at ?? null })
    }
  return out
}

const MOST_PLACES = 20
const AGAIN: Text = { zh: '同一个密钥', en: 'the same secret' }

const SEED = ['wx-op/12.3.1', 'wx-op/12.3.5']
/** Names AppSecret and session_key alone. */
const LATER = 'later/secrets-on-server'
const MEANT = /app_?secret|wx_?secret|^(?:a secret named “)?secret|session_?key/i
const clausesFor = (name: string): readonly string[] => (MEANT.test(name) ? [...SEED, LATER] : SEED)

export default rule(
  {
    clauses: [...SEED, LATER],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      'in-code': {
        what: { zh: '程序包里有{what}（{shown}）', en: 'The package holds {what} ({shown})' },
        why: {
          zh: '小程序的代码人人都能解开。密钥放进包里等于公开，别人可以冒充你调用接口。',
          en: 'Anyone can unpack a mini program. A key inside it is public, and others can act in your name.',
        },
        fix: {
          zh: '立刻在平台重置这个密钥，把用到它的请求搬到自己的服务器上。',
          en: 'Reset the key at once, and move what needs it to your own server.',
        },
      },
      'server-call': {
        what: {
          zh: '在小程序里直接请求只该由服务器调用的接口（{shown}）',
          en: 'An endpoint for servers only is called from the program ({shown})',
        },
        why: {
          zh: '这个接口要带密钥或访问令牌，从小程序里调用会把它们交给每个用户。',
          en: 'The endpoint takes the secret or the access token; calling it here hands them to every user.',
        },
        fix: {
          zh: '把 code 交给自己的服务器，由服务器换取 openid 和会话。',
          en: 'Send the code to your own server and let it fetch openid and session.',
        },
      },
    },
  },
  ({ program, interpretation }, report) => {
    let left = MOST_TEXT
    // The same secret in several files is one to reset.
    const found = new Map<string, { readonly detail: Detail; readonly again: { readonly at: Span; readonly note: Text }[] }>()
    for (const file of textsOf(program)) {
      const text = program.files.text(file)
      if (text === undefined || left <= 0) continue
      left -= text.length
      const seen: Span[] = []
      const forNode =
        interpretation.unentered.has(file) && interpretation.scripts.get(file)?.specifiers.some(({ source }) => NODE_ONLY.test(source))
      const tell = (start: number, end: number, what: Text, value: string): void => {
        if (seen.some((span) => start < span.end && end > span.start)) return
        seen.push({ file, start, end })
        const comment = inComment(text, start)
        const shown = /PRIVATE/.test(value) ? 'PRIVATE KEY' : `${value.replace(/^["'`]/, '').slice(0, 4)}…`
        const certain = !comment && !program.vendored.has(file) && !forNode
        const key = `${certain}\n${what.en}\n${value}`
        const had = found.get(key)
        if (had) {
          had.again.push({ at: { file, start, end }, note: AGAIN })
          return
        }
        found.set(key, {
          detail: {
            at: { file, start, end },
            data: { what, shown },
            clauses: clausesFor(what.en),
            // Comments go away when the package is minified; a library's own sample key may be nobody's.
            // A script for Node lies beside the program, and the upload leaves out what nothing needs unless that is switched off.
            verdict: certain ? 'violation' : 'review',
            confidence: comment ? 'low' : forNode ? 'medium' : 'high',
          },
          again: [],
        })
      }
      const values: number[] = []
      const blobs: { readonly blob: string; readonly at: number }[] = []
      let modelKey = false
      for (const { index, 1: candidate = '' } of text.matchAll(QUOTED)) {
        if (candidate.length >= 40 && BLOB.test(candidate)) blobs.push({ blob: candidate, at: index })
        modelKey ||= candidate.startsWith('sk-')
        if (candidate.length <= 200 && isValue(text, index) && looksDrawn(candidate)) values.push(index)
      }
      for (const { shape, signs, what } of SHAPES)
        if (signs ? signs.some((sign) => text.includes(sign)) : modelKey)
          for (const match of text.matchAll(shape)) tell(match.index, match.index + match[0].length, what, match[0])
      for (const index of values) {
        const from = Math.max(0, index - BEFORE)
        for (const match of text.slice(from, index + 204).matchAll(NAME)) {
          const [all, name, , value] = match
          const start = from + match.index + all.length - 1 - (value?.length ?? 0)
          if (start !== index + 1) continue
          if (!name || !value || /^(?:public|site|client_?id)/i.test(name)) continue
          tell(start, start + value.length, { zh: `密钥“${name}”`, en: `a secret named “${name}”` }, value)
        }
      }
      for (const { blob, at } of blobs)
        if (BLOB_NAMES.test(decoded(blob))) tell(at, at + blob.length + 2, { zh: '编码过的密钥', en: 'an encoded secret' }, blob)
    }
    for (const { detail, again } of found.values()) report('in-code', { ...detail, related: again.slice(0, MOST_PLACES) })
    // Put together from parts, and seen where it leaves.
    const told = new Set<string>()
    for (const call of interpretation.callsOf('request', 'uploadFile', 'downloadFile', 'connectSocket', 'cloud.callFunction'))
      for (const { root, args } of call.contexts) {
        if (root.kind === 'unbound') continue
        for (const { name, value, at } of sentIn(args[0])) {
          if (told.has(value) || !LIKELY.test(name) || !looksDrawn(value) || !named(name, value)) continue
          told.add(value)
          const here = at && !program.vendored.has(at.file) ? at : call.nameAt
          // As one text it has been found above.
          if (program.files.text(here.file)?.includes(value)) continue
          report('in-code', {
            at: here,
            data: { what: { zh: `密钥“${name}”`, en: `a secret named “${name}”` }, shown: `${value.slice(0, 4)}…` },
            related: [{ at: call.nameAt, note: { zh: '从这里发出', en: 'sent from here' } }],
            clauses: clausesFor(name),
          })
        }
      }
    const endpoints = codeMarks('server-only').flatMap((row) => row.marks)
    const calls = interpretation.callsOf('request', 'uploadFile', 'downloadFile')
    for (const endpoint of endpoints)
      for (const call of calls) {
        const known = call.contexts.some(({ args: [options], root }) => {
          const url = options?.get('url')
          return (
            root.kind !== 'unbound' &&
            url !== undefined &&
            [...url.constants.map(String), ...url.pieces.map((pieces) => pieces.map((piece) => piece ?? '').join(''))].some((one) =>
              one.includes(endpoint),
            )
          )
        })
        if (known) report('server-call', { at: call.nameAt, data: { shown: endpoint } })
      }
  },
)
