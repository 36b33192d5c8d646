/** Downloads that a run on mobile data showed before anybody was asked. */
import {
  askedFirst,
  type CallRecord,
  callsIn,
  type Detail,
  type Move,
  moveOf,
  type Pass,
  type ProgramModel,
  type RunEvidence,
  recordSpot,
  recordsIn,
  type Spot,
  stepsWitness,
  unaskedIn,
} from '../kit.ts'

/** More than so many files are a heavy load. */
const FEW = 3
/** Bytes that are one all the same. */
const MUCH = 2_000_000
/** Fonts, icons and pictures of the page are part of showing it. */
const SMALL = /\.(?:ttf|otf|woff2?|png|jpe?g|gif|webp|svg|json|css|txt|csv|wasm)(?:[?#]|$)/i
const addressesOf = (call: CallRecord): readonly string[] => {
  const args = call.args as { readonly url?: unknown; readonly fileID?: unknown; readonly data?: unknown } | null
  if (Array.isArray(args?.data)) return args.data.map((one) => String((one as { readonly src?: unknown } | null)?.src ?? ''))
  return [String(args?.url ?? args?.fileID ?? '')]
}
interface Load {
  readonly pass: Pass
  readonly move: Move
  readonly first: CallRecord
  readonly at: Spot
  readonly addresses: Set<string>
}
/** What goes down in a pass without a touch or a question, by the line that asks for it and the opening of the page. */
const loadsIn = (program: ProgramModel, pass: Pass, apis: readonly string[]): ReadonlyMap<string, Load> => {
  const views = new Map<string, Load>()
  for (const call of callsIn(pass, ...apis)) {
    const move = moveOf(pass, call)
    if (!move || !unaskedIn(call) || askedFirst(call)) continue
    const at = recordSpot(program, pass, call)
    const key = `${'file' in at ? `${at.file}:${at.start}` : call.page} ${call.view}`
    const load = views.get(key) ?? { pass, move, first: call, at, addresses: new Set<string>() }
    for (const address of addressesOf(call)) load.addresses.add(address)
    views.set(key, load)
  }
  const lines = new Map<string, Load>()
  for (const [key, load] of views) {
    const line = key.split(' ')[0]!
    if ((lines.get(line)?.addresses.size ?? 0) < load.addresses.size) lines.set(line, load)
  }
  return lines
}

export const downloadsSeen = (program: ProgramModel, run: RunEvidence, apis: readonly string[]): readonly Detail[] => {
  const own = run.passes.filter((one) => one.kind === 'sweep' && (one.server === 'responses' || one.server === 'none'))
  const mobile = own.find((one) => one.profile === 'slow-4g')
  if (!mobile) return []
  // a slow line is still at it when the pass goes on; how many files it will be is seen on a fast one
  const fast = own.find((one) => one.profile === 'accept-all')
  const all = fast ? loadsIn(program, fast, apis) : new Map<string, Load>()
  return [...loadsIn(program, mobile, apis)].flatMap(([line, load]): Detail[] => {
    const addresses = new Set([...load.addresses, ...(all.get(line)?.addresses ?? [])])
    const bytes = recordsIn(mobile, 'network')
      .filter((one) => one.method === 'DOWNLOAD' && addresses.has(one.url))
      .reduce((sum, one) => sum + (one.bytes ?? 0), 0)
    const large = bytes > MUCH
    if (!large && (load.addresses.size < 2 || addresses.size <= FEW)) return []
    const heavy = [...addresses].filter((address) => !SMALL.test(address))
    return [
      {
        at: load.at,
        related: load.first.page === null ? [] : [{ at: { page: load.first.page } }],
        ...(heavy.length > FEW || large ? { confidence: 'high' as const } : { verdict: 'review' as const }),
        witness: stepsWitness(load.pass, load.move, {
          zh: `使用移动网络，没有询问就下载 ${addresses.size} 个文件`,
          en: `on mobile data, ${addresses.size} files are downloaded without a question`,
        }),
      },
    ]
  })
}
