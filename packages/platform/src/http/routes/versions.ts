/** Versions: upload, trial, submission, answers, progress. */
import type { z } from 'zod'
import type { version as versionSchema } from '../../contract/versions.ts'
import { findingsOf, markFinding } from '../../store/checks.ts'
import { decisionsAbout } from '../../store/decisions.ts'
import { evidenceBlob } from '../../store/evidence.ts'
import { findingIn } from '../../store/findings.ts'
import { isTester, membershipIn } from '../../store/membership.ts'
import { checksNow, decisionRows, historyOf, intakeReason, knownFingerprints, programLine, testersOf, trialOf } from '../../store/pages.ts'
import { Problem } from '../../store/problem.ts'
import { sessionAlive, tokenAlive } from '../../store/profile.ts'
import { latestListing, listingById, listingRevision } from '../../store/programs.ts'
import { ruleModes } from '../../store/settings.ts'
import { refuseWhile } from '../../store/switches.ts'
import { timersOf } from '../../store/timers.ts'
import { transition } from '../../store/transition.ts'
import { beginUpload, endUpload, promisedUpload } from '../../store/uploads.ts'
import {
  addMessage,
  beginVersion,
  expedite,
  messagesOf,
  setChangelog,
  shareTrial,
  storeVersion,
  submitVersion,
  versionById,
} from '../../store/versions.ts'
import { accountOf, type Call, eachSound, handlers, iso, isoOr, spend } from '../call.ts'
import { Refusal } from '../errors.ts'
import { eventStream } from '../events.ts'
import { bodyOf, declaredDigest, declaredLength, fileAnswer } from '../files.ts'
import type { Services } from '../options.ts'
import { fileRows, readText, runRecord } from '../packages.ts'
import { qrSvg } from '../qr.ts'
import { openTrialCode, trialCode } from '../tickets.ts'
import {
  coverageOf,
  decisionViewOf,
  findingViewOf,
  mayOf,
  outwardEvent,
  programView,
  progressView,
  riskView,
  stepView,
  type VersionRecord,
  versionView,
} from '../views/programs.ts'
import { listingView } from './programs.ts'

const PACKAGE_MOST = 30_000_000
/** States in which findings are not the developer's to see yet: the review is on. */
const DECIDED: ReadonlySet<string> = new Set(['approved', 'rejected', 'gray', 'live', 'warned', 'retired', 'pulled'])

export const demandVersion = async (services: Services, id: string): Promise<VersionRecord> => {
  const row = await versionById(services.store, id)
  if (!row) throw new Refusal('not-found')
  return row
}

export const wholeVersion = async (
  services: Services,
  id: string,
  { roles, lang, inside = false }: { readonly roles: readonly string[]; readonly lang: 'zh' | 'en'; readonly inside?: boolean },
): Promise<z.infer<typeof versionSchema>> => {
  const { store, options } = services
  const row = await demandVersion(services, id)
  const [line, progress, findings, modes, known, history, decisions, messages, checks, timers, listing] = await Promise.all([
    programLine(store, row.program),
    progressView(store, row),
    findingsOf(store, id),
    ruleModes(store),
    knownFingerprints(store, id),
    historyOf(store, 'version', id),
    decisionsAbout(store, { version: id }),
    messagesOf(store, id, { notes: false }),
    checksNow(store, id),
    timersOf(store, 'version', id),
    row.listing === null ? undefined : listingById(store, row.listing),
  ])
  const shown = inside ? decisions : decisions.filter(({ state }) => !['drafted', 'held', 'returned'].includes(state))
  const rows = await decisionRows(
    store,
    shown.map((one) => one.id),
  )
  const decided = inside || DECIDED.has(row.state) || rows.length > 0
  const question = row.state === 'needs-info' ? (messages.findLast(({ side }) => side === 'reviewer')?.text ?? null) : null
  const asked = timers.find(({ event }) => event === 'no-reply' || event === 'fix-by-over')
  const trial = row.state === 'trial' && row.trial_until !== null ? `${options.origin}/t/${trialCode(store, row.id, row.entered_rv)}` : null
  return {
    ...versionView(row),
    program: programView(line!),
    progress,
    // What only runs on trial, and is recorded, is for the editors of rules and the reviewers.
    findings: (await eachSound(services, findings, (one) => findingViewOf(one, { modes, known, marks: decided }))).filter(
      ({ mode }) => inside || (mode !== 'shadow' && mode !== 'off'),
    ),
    coverage: coverageOf(await runRecord(services, checks)),
    risk: riskView(row.risk),
    history: history.map((step) => stepView(step, lang, inside)),
    decisions: await eachSound(services, rows, (one) => decisionViewOf(services, one)),
    messages: messages.map(({ id: message, side, text, at }) => ({ id: message, side: side as 'developer', text, at: iso(at) })),
    refused: row.state === 'refused-intake' ? await intakeReason(store, id) : null,
    question,
    deadline: isoOr(asked?.fire_at),
    trial: trial
      ? { url: trial, qr: await qrSvg(trial), until: iso(row.trial_until!), testers: await testersOf(store, row.program) }
      : null,
    gray: { percent: row.percent, stopped: row.stopped },
    expedited: isoOr(row.expedited_at),
    listing: listing ? { id: listing.id, rev: listing.n } : null,
    may: mayOf(row.state, roles),
  }
}
const page = (call: Call & { readonly params: { readonly version: string } }) =>
  wholeVersion(call.services, call.params.version, { roles: call.within, lang: call.lang })

/** A trial, for whoever may try it: its testers and those who work on the program. Else it is not there. */
const trialFor = async (call: Call & { readonly params: { readonly trial: string } }) => {
  const { store } = call.services
  const code = openTrialCode(store, call.params.trial)
  const trial = code && (await trialOf(store, code.version, code.generation))
  const account = accountOf(call)
  if (!trial || !((await isTester(store, account, trial.program)) || (await membershipIn(store, account, trial.program)).length > 0))
    throw new Refusal('not-found')
  return trial
}

export const VERSION_ROUTES = handlers({
  'POST /api/programs/:program/versions': async (call) => {
    const { services, params, body, actor, address } = call
    await refuseWhile(services.store, 'stop-uploads')
    await spend(services, 'upload', accountOf(call))
    if (actor.entity !== null) await spend(services, 'upload-entity', actor.entity)
    const { id } = await call.run(async (tx) => {
      const begun = await beginVersion(tx, {
        program: params.program,
        label: body.label,
        changelog: body.changelog,
        channel: body.channel,
        actor,
      })
      await beginUpload(tx, {
        version: begun.id,
        program: params.program,
        account: accountOf(call),
        sha256: body.sha256,
        bytes: body.bytes,
        ipHash: address,
      })
      return { id: begun.id }
    })
    return versionView(await demandVersion(services, id))
  },
  'PUT /api/versions/:version/package': async (call) => {
    const { services, params, request, actor } = call
    const { store, blobs, metrics } = services
    const row = await demandVersion(services, params.version)
    if (row.state !== 'uploading')
      throw new Problem('state', { zh: '这个版本已有代码包', en: 'this version has its package already' }, { state: row.state, rv: row.rv })
    const promised = await promisedUpload(store, row.id)
    // Whoever began it goes on with it.
    if (!promised || promised.account !== actor.id) throw new Refusal('not-found')
    const wrong = (zh: string, en: string) => new Refusal('invalid', undefined, { fields: [{ path: 'body', said: { zh, en } }] })
    if (declaredDigest(request) !== promised.sha256 || declaredLength(request) !== promised.bytes)
      throw wrong('与开始上传时声明的摘要或长度不同', 'this is not the digest or length that was promised')
    if (promised.bytes! > PACKAGE_MOST) throw new Refusal('too-large')
    let stored: { readonly sha256: string; readonly size: number }
    try {
      stored = await blobs.put(bodyOf(request), { max: promised.bytes!, expected: promised.sha256! })
      if (stored.size !== promised.bytes) throw wrong('收到的长度与声明的不同', 'what arrived is not as long as was declared')
    } catch (error) {
      await endUpload(store, promised.id, 'refused', { reason: error instanceof Error ? error.message.slice(0, 200) : 'broken' })
      throw error
    }
    metrics.uploaded(stored.size)
    await store.run((tx) => storeVersion(tx, { version: row.id, blob: { ...stored, mime: 'application/zip' } }))
    await endUpload(store, promised.id, 'stored')
    return versionView(await demandVersion(services, row.id))
  },
  'GET /api/versions/:version': page,
  'GET /api/versions/:version/events': async (call) => {
    const { services, params, request, caller } = call
    const { store, hub, metrics } = services
    await spend(services, 'streams', accountOf(call))
    const last = request.headers.get('last-event-id') ?? ''
    const session = caller?.by.kind === 'session' ? caller.by.id : null
    return eventStream({
      store,
      hub,
      about: { subject: 'version', id: params.version },
      keep: ({ subject, subjectId }) => subject === 'version' && subjectId === params.version,
      shown: outwardEvent,
      after: /^\d{1,15}$/.test(last) ? Number(last) : null,
      also: async () => {
        const row = await demandVersion(services, params.version)
        return { state: row.state, rv: row.rv, ...(await progressView(store, row)) }
      },
      alive: async () =>
        (session === null ? await tokenAlive(store, caller?.by.id ?? '') : await sessionAlive(store, session)) &&
        (await membershipIn(store, accountOf(call), call.program)).length > 0,
      onOpen: (by) => metrics.stream(by),
    })
  },
  'GET /api/versions/:version/files': ({ services, params }) => fileRows(services, params.version),
  'GET /api/versions/:version/file': ({ services, params, query }) => readText(services, params.version, query.path),
  'GET /api/versions/:version/picture/:file': async ({ services, params }) => {
    const blob = await evidenceBlob(services.store, params.version, params.file)
    if (!blob?.mime.startsWith('image/')) throw new Refusal('not-found')
    return fileAnswer(services.blobs, blob)
  },
  'POST /api/versions/:version/trial': async (call) => {
    const { services, params, body, actor } = call
    await services.store.run((tx) =>
      shareTrial(tx, { version: params.version, actor, rv: body.rv, until: tx.now + body.days * 86_400_000 }),
    )
    return page(call)
  },
  'POST /api/versions/:version/trial/end': async (call) => {
    const { services, params, body, actor } = call
    await services.store.run((tx) => transition(tx, { subject: 'version', id: params.version, event: 'trial-end', actor, rv: body.rv }))
    return page(call)
  },
  'POST /api/versions/:version/submission': async (call) => {
    const { services, params, body, actor } = call
    const { store, secrets } = services
    const row = await demandVersion(services, params.version)
    const listing = await listingRevision(store, row.program, body.listing)
    if (!listing)
      throw new Refusal('invalid', undefined, {
        fields: [{ path: 'listing', said: { zh: '没有这一版资料', en: 'there is no such revision of the listing' } }],
      })
    const newest = await latestListing(store, row.program)
    if (newest && newest.n !== body.listing)
      throw new Problem(
        'stale',
        { zh: '资料有了新的修订，请看过再提交', en: 'the listing has a newer revision; look at it first' },
        { rv: newest.n },
      )
    const gaps = (await listingView(services, row.program, body.listing)).lacks.filter(({ blocks }) => blocks)
    if (gaps.length > 0)
      throw new Refusal(
        'invalid',
        { zh: '资料还没有填完整', en: 'the listing is not complete' },
        { fields: gaps.map(({ field, said }) => ({ path: `listing.${field}`, said })) },
      )
    await call.run(async (tx) => {
      const { kind, notes, ...rest } = body.testAccount
      const sealed =
        kind === 'none-needed' && !notes
          ? undefined
          : await secrets.seal(tx, `program:${row.program}`, 'test-account', JSON.stringify({ kind, notes: notes ?? null, ...rest }))
      await setChangelog(tx, params.version, body.changelog)
      const change = await submitVersion(tx, {
        version: params.version,
        listing: listing.id,
        actor,
        rv: body.rv,
        replace: body.replace,
        declarations: { ...body.declarations },
        ...(sealed ? { testAccount: sealed } : {}),
      })
      for (const { finding, text, fixed } of body.answers) {
        if (!(await findingIn(store, finding, row.program)))
          throw new Refusal('invalid', undefined, {
            fields: [{ path: 'answers', said: { zh: '没有这个问题', en: 'there is no such finding' } }],
          })
        await markFinding(tx, { finding, actor, mark: 'answer', reason: fixed ? `${FIXED} ${row.label}: ${text}` : text })
      }
      return { rv: change.rv }
    })
    return page(call)
  },
  'POST /api/versions/:version/withdrawal': async (call) => {
    const { services, params, body, actor } = call
    await services.store.run((tx) => transition(tx, { subject: 'version', id: params.version, event: 'withdraw', actor, rv: body.rv }))
    return page(call)
  },
  'POST /api/versions/:version/expedition': async (call) => {
    const { services, params, body, actor } = call
    await services.store.run((tx) => expedite(tx, { version: params.version, actor, reason: `${body.kind}: ${body.words}` }))
    return page(call)
  },
  'POST /api/versions/:version/reply': async (call) => {
    const { services, params, body, actor } = call
    await services.store.run(async (tx) => {
      await addMessage(tx, { version: params.version, actor, side: 'developer', text: body.text })
      await transition(tx, { subject: 'version', id: params.version, event: 'reply', actor, rv: body.rv })
    })
    return page(call)
  },
  'POST /api/versions/:version/findings/:finding/answer': async (call) => {
    const { services, params, body, actor } = call
    const { store } = services
    const find = async () => (await findingsOf(store, params.version)).find(({ id }) => id === params.finding)
    if (!(await find())) throw new Refusal('not-found')
    await store.run((tx) => markFinding(tx, { finding: params.finding, actor, mark: 'answer', reason: body.text }))
    const row = await demandVersion(services, params.version)
    return findingViewOf((await find())!, {
      modes: await ruleModes(store),
      known: await knownFingerprints(store, params.version),
      marks: DECIDED.has(row.state),
    })
  },
  'GET /api/trials/:trial': async (call) => {
    const trial = await trialFor(call)
    return {
      name: trial.name,
      appid: trial.appid,
      platform: trial.platform as 'wechat',
      label: trial.label,
      changelog: trial.changelog,
      until: iso(trial.trial_until!),
      bytes: trial.size ?? 0,
    }
  },
  'GET /api/trials/:trial/package': async (call) => {
    const trial = await trialFor(call)
    if (trial.sha256 === null) throw new Refusal('not-found')
    return fileAnswer(call.services.blobs, { sha256: trial.sha256, size: trial.size ?? 0, mime: 'application/zip' })
  },
})
/** The words before an answer that says it is mended in this version. */
const FIXED = '已修复 / fixed in'
