/**
 * What a visitor of the demonstration finds done: programs that are out, refused, asked about, held, waiting. Developers and
 * staff do it by the platform's own routes, signed in like anybody, on what the real engine found; nothing is painted in.
 */
import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Diff, FindingView, Ground, ReviewItem, Text, Verdict } from '../src/contract/index.ts'
import { Answered, type Ask, opened, submit, type Upload, upload } from './seed.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

// ---- what people do ------------------------------------------------------------------------------------------------

/** Asks again while the platform says that it is too much at once. */
export const patient = async <T>(work: () => Promise<T>): Promise<T> => {
  for (;;)
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Answered && error.status === 429)) throw error
      await pause(3000)
    }
}
type Version = Upload & { readonly program: unknown }
const now = (developer: Ask, version: string) => developer<Version>('GET', `/api/versions/${version}`)

export interface Work {
  /** Of the program's developer: by token, as a pipeline would. */
  readonly developer: Ask
  readonly program: string
  /** The revision of the listing. */
  readonly listing: number
}
/** Uploads, submits, and waits until the automated review has ended: with a person, approved by the machine, or not accepted. */
export const handIn = async (
  { developer, program, listing }: Work,
  {
    label,
    changelog,
    bytes,
    more = {},
  }: { readonly label: string; readonly changelog: string; readonly bytes: Buffer; readonly more?: object },
): Promise<Upload> => {
  const { id } = await patient(() => upload(developer, program, label, changelog, bytes))
  const checked = await opened(developer, id)
  if (checked.state !== 'checked') throw new Error(`the package was not accepted: ${checked.state}`)
  await patient(() => submit(developer, checked, listing, changelog, more as Record<string, unknown>))
  return reviewed(developer, id)
}
export const reviewed = async (developer: Ask, version: string): Promise<Upload> => {
  for (const end = Date.now() + 600_000; ; await pause(500)) {
    const one = await now(developer, version)
    if (!['in-auto', 'auto-ok'].includes(one.state)) return one
    if (Date.now() > end) throw new Error(`still ${one.state}`)
  }
}

/** Claims an item and gives what there is to see of it. */
export const claim = async (reviewer: Ask, { id, rv }: Upload): Promise<ReviewItem> => {
  await reviewer('POST', `/api/review/items/${id}/claim`, { rv })
  const item = await reviewer<ReviewItem>('GET', `/api/review/items/${id}`)
  // As the workbench does when it is opened.
  await reviewer<Diff>('GET', `/api/review/items/${id}/diff`)
  return item
}
const counted = (item: ReviewItem): readonly FindingView[] =>
  item.version.findings.filter(({ setAside, mode }) => setAside === null && mode !== 'shadow' && mode !== 'off')

const placeOf = (place: unknown): Ground['where'] => {
  const { file, start, page, selector, listing } = place as Record<string, unknown>
  if (typeof file === 'string') {
    const { line = 1, column = 1 } = (start ?? {}) as { line?: number; column?: number }
    return [{ file, line: Math.max(1, line), column: Math.max(1, column) }]
  }
  if (typeof page === 'string') return [{ page, ...(typeof selector === 'string' ? { selector } : {}) }]
  return typeof listing === 'string' ? [{ listing }] : []
}
/** One ground for each clause, from what was confirmed. */
const groundsOf = (findings: readonly FindingView[]): readonly Ground[] => {
  const byClause = new Map<string, FindingView[]>()
  for (const finding of findings) {
    const clause = finding.clauses[0]?.id
    if (clause !== undefined && finding.places.some((place) => placeOf(place).length > 0))
      byClause.set(clause, [...(byClause.get(clause) ?? []), finding])
  }
  return [...byClause.values()].map((all) => {
    const [first] = all as [FindingView]
    const { id, edition } = first.clauses[0]!
    return {
      clause: { id, edition },
      quote: [...new Set(all.map(({ what }) => what.zh))].join('\n').slice(0, 1000),
      where: all.flatMap(({ places }) => places.flatMap(placeOf)).slice(0, 20),
      screenshots: [],
      steps: [],
      fix: first.mend,
      example: first.example ?? { right: first.mend, wrong: first.what },
      findings: all.map(({ fingerprint }) => fingerprint).slice(0, 50),
    }
  })
}
const mark = async (reviewer: Ask, version: string, findings: readonly FindingView[], as: 'confirm' | 'dismiss', reason: string) => {
  if (findings.length > 0)
    await reviewer('POST', `/api/review/items/${version}/marks`, { marks: findings.map(({ id }) => ({ finding: id, as, reason })) })
}
const decide = async (reviewer: Ask, item: ReviewItem, verdict: Pick<Verdict, 'action' | 'facts' | 'grounds'>): Promise<string> => {
  const { id, sha256, rv } = item.version
  const { state } = await reviewer<{ readonly state: string }>(
    'POST',
    `/api/review/items/${id}/decision`,
    { rv, sha256, ...verdict },
    { 'idempotency-key': randomUUID() },
  )
  return state
}
/** Approves; what the machine found is dismissed with a reason. */
export const approve = async (reviewer: Ask, version: Upload): Promise<string> => {
  const item = await claim(reviewer, version)
  await mark(reviewer, version.id, counted(item), 'dismiss', '看过代码和页面，符合规则')
  return decide(reviewer, item, {
    action: 'approve',
    facts: t(
      '已查看代码包、资料和各页面，没有发现违反规则的内容。',
      'The package, the listing and its pages were looked at; nothing was found against the rules.',
    ),
    grounds: [],
  })
}
/** Refuses for what the machine found and the reviewer confirms. */
export const refuse = async (reviewer: Ask, version: Upload): Promise<string> => {
  const item = await claim(reviewer, version)
  const found = counted(item)
  const bad = found.filter(({ verdict }) => verdict === 'violation')
  const grounds = groundsOf(bad.length > 0 ? bad : found)
  const cited = new Set(grounds.flatMap(({ findings }) => findings))
  await mark(
    reviewer,
    version.id,
    found.filter(({ fingerprint }) => cited.has(fingerprint)),
    'confirm',
    '',
  )
  await mark(
    reviewer,
    version.id,
    found.filter(({ fingerprint }) => !cited.has(fingerprint)),
    'dismiss',
    '看过代码和页面，这一处可以接受',
  )
  return decide(reviewer, item, {
    action: 'refuse',
    facts: t(
      `已查看代码包、资料和各页面，有 ${grounds.length} 条规则没有遵守，逐项列在下面。`,
      `The package, the listing and its pages were looked at; ${grounds.length} rules are not kept, each listed below.`,
    ),
    grounds: [...grounds],
  })
}
/** Publishes to a share of the users, or steps on. */
export const release = async (developer: Ask, version: string, step: Readonly<Record<string, unknown>>): Promise<void> => {
  const { rv } = await now(developer, version)
  await developer('POST', `/api/versions/${version}/release`, { ...step, rv })
}
export const outForAll = async (developer: Ask, version: string): Promise<void> => {
  await release(developer, version, { do: 'publish', percent: 10 })
  await release(developer, version, { do: 'raise', percent: 50 })
  await release(developer, version, { do: 'complete' })
}
export const ask = async (reviewer: Ask, version: Upload, question: Text): Promise<void> => {
  const item = await claim(reviewer, version)
  await reviewer('POST', `/api/review/items/${version.id}/question`, { rv: item.version.rv, question })
}
export const postpone = async (reviewer: Ask, version: Upload, reason: Text, days: number): Promise<void> => {
  const item = await claim(reviewer, version)
  await reviewer('POST', `/api/review/items/${version.id}/postponement`, {
    rv: item.version.rv,
    reason,
    until: new Date(Date.now() + days * 86_400_000).toISOString(),
  })
}

// ---- entities and their papers -------------------------------------------------------------------------------------

const put = async (who: Ask, bytes: Buffer): Promise<string> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await who('PUT', '/api/files', bytes, { 'content-type': 'image/png', 'x-content-sha256': sha256 })
  return sha256
}
/** A paper, put and entered by its owner; waits to be checked. */
export const paper = async (owner: Ask, kind: string, bytes: Buffer): Promise<{ readonly id: string; readonly rv: number }> =>
  owner('POST', '/api/documents', { kind, file: await put(owner, bytes), fileName: `${kind}.png`, validUntil: '2028-12-31' })

/** An entity that was entered and waits for a checker. */
export const enterEntity = async (
  owner: Ask,
  { firm, number, bytes }: { readonly firm: string; readonly number: string; readonly bytes: Buffer },
): Promise<void> => {
  await owner('PUT', '/api/entity', {
    kind: 'company',
    legalName: firm,
    idNumber: number,
    papers: [{ sha256: await put(owner, bytes), kind: 'identity', fileName: 'licence.png' }],
  })
  const { rv } = await owner<{ readonly rv: number }>('GET', '/api/entity')
  await owner('POST', '/api/entity/submission', { rv })
}
interface Task {
  readonly id: string
  readonly rv: number
  readonly entity: { readonly legalName: string }
}
/** A certification: applied for, advised on by an outside house, decided. */
export const certify = async (
  {
    owner,
    checker,
    adviser,
    adviserId,
    firm,
  }: { readonly owner: Ask; readonly checker: Ask; readonly adviser: Ask; readonly adviserId: string; readonly firm: string },
  bytes: Buffer,
  decided: boolean,
): Promise<void> => {
  const { id, rv } = await paper(owner, '认证申请公函', bytes)
  await checker('POST', `/api/staff/documents/${id}/check`, { do: 'accept', rv })
  await owner('POST', '/api/certification', { papers: [id] })
  const find = async () => {
    const { items } = await checker<{ readonly items: readonly Task[] }>('GET', '/api/staff/certifications')
    return items.find(({ entity }) => entity.legalName === firm)!
  }
  await checker('POST', `/api/staff/certifications/${(await find()).id}/adviser`, { account: adviserId })
  if (!decided) return
  const asked = await find()
  await adviser('POST', `/api/advice/${asked.id}`, {
    rv: asked.rv,
    favourable: true,
    reason: t('登记信息与公函一致，经电话核实', 'The registration agrees with the letter and was confirmed by telephone'),
  })
  const advised = await find()
  await checker('POST', `/api/staff/certifications/${advised.id}/decision`, {
    do: 'certify',
    rv: advised.rv,
    until: new Date(Date.now() + 365 * 86_400_000).toISOString(),
  })
}
