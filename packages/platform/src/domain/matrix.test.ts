/**
 * Every state × event × role, against what is written down here by hand and not read from the tables. A line is
 * `states > event by roles -> state`, then `if` conditions that have to hold, then `@` facts without which this line is
 * not the one. What no line says is refused.
 */
import { describe, expect, test } from 'vitest'
import { decide, type Facts, MACHINES, NOWHERE, type Value } from './table.ts'
import { ROLES, type Role, type Subject } from './words.ts'

const SHORT: Readonly<Record<string, readonly Role[]>> = {
  sys: ['system'],
  visitor: ['visitor'],
  dev: ['developer', 'program-admin'],
  admin: ['program-admin'],
  claimant: ['complainant'],
  checker: ['entity-checker'],
  outside: ['outside-reviewer'],
  reviewer: ['reviewer', 'senior-reviewer'],
  senior: ['senior-reviewer'],
  appeals: ['appeals'],
}

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  account: [
    'none > register by visitor -> new if mailFree termsAccepted',
    'new > verify-mail by visitor dev -> unverified-entity if tokenValid',
    'new > abandon by sys -> freed',
    'unverified-entity > submit-entity by dev -> entity-review if own entityComplete guardianReady',
    'entity-review > verify by checker -> active if notOwn',
    'entity-review > refuse by checker -> unverified-entity if notOwn reasonGiven',
    'entity-review > ask by checker -> needs-info if notOwn reasonGiven',
    'needs-info > reply by dev -> entity-review if own',
    'needs-info > no-reply by sys -> unverified-entity',
    'active > unverify by checker -> entity-review if notOwn fresh reasonGiven',
    'active > inactive by sys -> dormant-warned if longUnused',
    'dormant-warned > login by dev staff -> active if own',
    'dormant-warned > end-dormant by sys -> terminated',
    'active|dormant-warned > limit by senior -> limited if notOwn secondPerson ordered',
    'active|dormant-warned|limited > suspend by senior -> suspended if notOwn secondPerson ordered',
    'unverified-entity|entity-review|needs-info|active|dormant-warned|limited|suspended > ban by senior -> banned if notOwn secondPerson ordered',
    'unverified-entity|entity-review|needs-info|active|dormant-warned|limited|suspended|banned > terminate by senior -> terminated if notOwn secondPerson ordered',
    'limited|suspended > penalty-end by sys -> active @ penaltyLeft=none verified=true',
    'limited|suspended > penalty-end by sys -> unverified-entity @ penaltyLeft=none verified=false',
    'limited|suspended > penalty-end by sys -> limited @ penaltyLeft=limit',
    'limited|suspended > penalty-end by sys -> suspended @ penaltyLeft=suspend',
    'limited|suspended|banned|terminated > lift by appeals senior -> active if notOwn undone @ penaltyLeft=none verified=true undoneAction=ban',
    'limited|suspended|banned|terminated > lift by appeals senior -> unverified-entity if notOwn undone @ penaltyLeft=none verified=false undoneAction=terminate',
    'limited|suspended|banned|terminated > lift by appeals senior -> limited if notOwn undone @ penaltyLeft=limit undoneAction=limit',
    'limited|suspended|banned|terminated > lift by appeals senior -> suspended if notOwn undone @ penaltyLeft=suspend undoneAction=suspend',
    'unverified-entity|entity-review|needs-info|active|dormant-warned|limited > close by dev -> terminated if own !dutyOpen',
    'terminated > free by sys -> freed',
  ],
  certification: [
    'none|refused|lapsed > apply by dev -> pending if own accountActive papersComplete',
    'pending > advise by outside -> pending if notOwn inScope reasonGiven',
    'pending > certify by checker -> certified if notOwn',
    'pending > refuse by checker -> refused if notOwn reasonGiven',
    'certified|refused > annul by checker appeals -> pending if notOwn fresh reasonGiven',
    'certified > expire by sys -> lapsed',
  ],
  document: [
    'none > upload by dev -> uploaded if own',
    'uploaded > accept by checker -> valid if notOwn notEnded',
    'uploaded > refuse by checker -> refused if notOwn reasonGiven',
    'valid > warn by sys -> expiring',
    'expiring > expire by sys -> expired',
    'valid|expiring|refused > annul by checker appeals -> uploaded if notOwn fresh reasonGiven',
    'uploaded|valid|expiring|refused > withdraw by dev -> withdrawn if own',
  ],
  program: [
    'none > create by dev -> draft if own accountActive nameAllowed nameFree',
    'draft|listed > list by sys -> listed',
    'hidden > list by sys -> hidden',
    'taken-down > list by sys -> listed if curable',
    'listed > hide by admin -> hidden if own',
    'hidden > show by admin -> listed if own',
    'listed > empty by sys -> draft',
    'listed|hidden > take-down by senior -> taken-down if notOwn secondPerson ordered',
    'taken-down > restore by appeals senior -> listed if notOwn undone @ undoneAction=take-down prior=listed',
    'taken-down > restore by appeals senior -> hidden if notOwn undone @ undoneAction=take-down prior=hidden',
    'draft|listed|hidden|taken-down > ban by senior -> banned if notOwn secondPerson ordered',
    'banned > unban by sys -> draft @ prior=draft',
    'banned > unban by sys -> listed @ prior=listed',
    'banned > unban by sys -> hidden @ prior=hidden',
    'banned > unban by sys -> taken-down @ prior=taken-down',
    'banned > unban by appeals senior -> draft if notOwn undone @ undoneAction=ban prior=draft',
    'banned > unban by appeals senior -> listed if notOwn undone @ undoneAction=ban prior=listed',
    'banned > unban by appeals senior -> hidden if notOwn undone @ undoneAction=ban prior=hidden',
    'banned > unban by appeals senior -> taken-down if notOwn undone @ undoneAction=ban prior=taken-down',
    'draft|listed|hidden|taken-down|banned > terminate by sys -> terminated',
    'draft|listed|hidden|taken-down > terminate by admin -> terminated if own',
  ],
  version: [
    'none > upload by dev -> uploading if own programOpen',
    'uploading > store by sys -> quarantined',
    'uploading > abandon by sys -> withdrawn',
    'quarantined > accept by sys -> checked',
    'quarantined > refuse-intake by sys -> refused-intake if reasonGiven',
    'quarantined > intake-failed by sys -> refused-intake',
    'checked > share by dev -> trial if own programOpen',
    'trial > trial-end by sys -> checked',
    'trial > trial-end by dev -> checked if own',
    'checked|trial > submit by dev -> in-auto if own accountActive programOpen listingComplete roomForSubmission withinQuota',
    'in-auto > pass by sys -> auto-ok if checksDone !vetoed',
    'in-auto > hand-over by sys -> awaiting-human if checksDone',
    'in-auto > check-failed by sys -> awaiting-human',
    'auto-ok > approve by sys -> approved if sameBytes ordered',
    'auto-ok > hold by sys -> held if sameBytes ordered',
    'auto-ok > hand-over by sys -> awaiting-human',
    'awaiting-human > claim by outside reviewer -> in-human if notOwn inScope',
    'in-human > release by outside reviewer -> awaiting-human if leased',
    'in-human > lease-end by sys -> awaiting-human if leaseOver',
    'in-human > recommend by outside -> awaiting-human if leased notOwn reasonGiven',
    'in-human > approve by reviewer -> approved if leased notOwn sameBytes ordered',
    'in-human > refuse by reviewer -> rejected if leased notOwn sameBytes ordered',
    'in-human > hold by reviewer -> held if leased notOwn sameBytes ordered',
    'in-human > ask by reviewer -> needs-info if leased notOwn reasonGiven',
    'in-human > postpone by reviewer -> postponed if leased notOwn reasonGiven',
    'held > approve by senior -> approved if notOwn secondPerson sameBytes ordered',
    'held > refuse by senior -> rejected if notOwn secondPerson sameBytes ordered',
    'held > return by senior -> awaiting-human if notOwn secondPerson ordered',
    'postponed > resume by sys -> awaiting-human',
    'postponed > resume by reviewer -> awaiting-human if notOwn',
    'needs-info > reply by dev -> awaiting-human if own',
    'needs-info > no-reply by sys -> rejected',
    'checked|trial|in-auto|auto-ok|awaiting-human|in-human|held|needs-info|postponed > withdraw by dev -> withdrawn if own mayWithdraw',
    'checked|trial|in-auto|auto-ok|awaiting-human|needs-info|postponed > supersede by sys -> superseded',
    'approved > publish by admin -> gray if own accountActive programOpen approvedBytes shareFits !stopped !blocked',
    'gray > raise by admin -> gray if own accountActive programOpen approvedBytes shareFits',
    'gray > complete by admin -> live if own accountActive programOpen approvedBytes',
    'gray > pause by admin -> approved if own',
    'gray > stop by senior -> approved if notOwn reasonGiven',
    'approved > unstop by senior -> approved if notOwn stopped @ stopped=true',
    'live|warned > retire by sys -> retired',
    'retired > roll-back by admin -> live if own accountActive programOpen approvedBytes !blocked',
    'live > warn by senior -> warned if notOwn secondPerson ordered',
    'warned > clear by senior -> live if notOwn reasonGiven approvedBytes',
    'warned > clear by appeals -> live if notOwn undone approvedBytes @ undoneAction=warn',
    'warned > fix-by-over by sys -> pulled',
    'approved|gray|live|warned|retired > pull by senior -> pulled if notOwn secondPerson ordered',
    'pulled > restore by appeals senior -> live if notOwn undone approvedBytes @ undoneAction=pull prior=live',
    'pulled > restore by appeals senior -> live if notOwn undone approvedBytes @ undoneAction=pull prior=warned',
    'pulled > restore by appeals senior -> retired if notOwn undone approvedBytes @ undoneAction=pull prior=live otherLive=true',
    'pulled > restore by appeals senior -> approved if notOwn undone approvedBytes @ undoneAction=pull prior=gray',
    'pulled > restore by appeals senior -> approved if notOwn undone approvedBytes @ undoneAction=pull prior=approved',
    'pulled > restore by appeals senior -> retired if notOwn undone approvedBytes @ undoneAction=pull prior=retired',
    'rejected > annul by appeals senior -> awaiting-human if notOwn undone @ undoneAction=refuse',
    'approved|gray|live|warned|retired > annul by appeals senior -> awaiting-human if notOwn undone @ undoneAction=approve',
  ],
  decision: [
    'none > draft by sys -> drafted',
    'none > draft by reviewer -> drafted if notOwn',
    'none > record by sys -> effective if decisionComplete',
    'drafted > discard by sys -> returned',
    'drafted > discard by reviewer -> returned if author @ firstPerson=me',
    'drafted > issue by sys -> effective if decisionComplete current @ highImpact=false',
    'drafted > issue by reviewer -> effective if notOwn decisionComplete current @ highImpact=false',
    'drafted > issue by sys -> held if decisionComplete current inReview @ highImpact=true',
    'drafted > issue by reviewer -> held if notOwn decisionComplete current @ highImpact=true inReview=true',
    'drafted > issue by senior -> held if notOwn decisionComplete current @ highImpact=true inReview=false',
    'held > confirm by senior -> effective if notOwn secondPerson decisionComplete',
    'held > return by senior -> returned if notOwn secondPerson @ inReview=true',
    'held > return by senior -> returned if notOwn secondPerson @ inReview=false',
    'held > lapse by sys -> returned',
    'effective > appeal by dev claimant -> appealed if party withinWindow !appealedBefore',
    'appealed > withdraw-appeal by dev claimant -> effective if own',
    'appealed > affirm by appeals -> affirmed if notOwn fresh decisionComplete',
    'appealed > vary by appeals -> varied if notOwn fresh decisionComplete',
    'appealed > reverse by appeals -> reversed if notOwn fresh decisionComplete',
    'effective|affirmed|varied > override by senior -> overridden if notOwn secondPerson decisionComplete',
  ],
}
const STAFF_ROLES: readonly Role[] = [
  'outside-reviewer',
  'reviewer',
  'senior-reviewer',
  'appeals',
  'complaints',
  'entity-checker',
  'policy-editor',
  'operator',
  'auditor',
]
const OWNERS: readonly Role[] = ['visitor', 'complainant', 'developer', 'program-admin']
const SHA = 'a'.repeat(64)

interface Line {
  readonly states: readonly string[]
  readonly event: string
  readonly roles: readonly Role[]
  readonly to: string
  readonly conditions: readonly string[]
  readonly when: Readonly<Record<string, string>>
}
const parse = (line: string): Line => {
  const [, states, event, roles, to, conditions, when] = line.match(/^(\S+) > (\S+) by (.+?) -> (\S+)(?: if ([^@]+?))?(?: @ (.+))?$/) ?? []
  return {
    states: states!.split('|'),
    event: event!,
    roles: roles!.split(' ').flatMap((word) => (word === 'staff' ? STAFF_ROLES : SHORT[word]!)),
    to: to!,
    conditions: conditions?.split(' ') ?? [],
    when: Object.fromEntries((when?.split(' ') ?? []).map((pair) => pair.split('=') as [string, string])),
  }
}
const LINES = new Map(Object.entries(EXPECTED).map(([subject, lines]) => [subject, lines.map(parse)]))

/** Facts in which everything speaks for it, and the actor is on the side on which their role should be. */
const favourable = (role: Role, event: string, when: Readonly<Record<string, string>> = {}): Facts => {
  const id = role === 'system' ? null : 'me'
  const values: Record<string, Value | undefined> = {
    ...Object.fromEntries(
      ['related', 'vetoed', 'stopped', 'blocked', 'highImpact', 'appealedBefore', 'dutyOpen', 'otherLive'].map((key) => [key, false]),
    ),
    firstPerson: 'first',
    leaseHolder: 'me',
    leaseUntil: 2000,
    sha256: SHA,
    decidedSha256: SHA,
    approvedSha256: SHA,
    orderedAction: event,
    undoneAction: null,
    penaltyLeft: 'ban',
  }
  for (const [key, value] of Object.entries(when)) values[key] = value === 'true' ? true : value === 'false' ? false : value
  return {
    actor: { id, role, entity: 'mine' },
    now: 1000,
    owner: {
      accounts: OWNERS.includes(role) || event === 'login' ? ['me', 'other'] : ['other'],
      entity: OWNERS.includes(role) ? 'mine' : 'theirs',
    },
    before: ['first'],
    prior: when['prior'] ?? null,
    values: new Proxy(values, { get: (target, key) => (key in target ? target[key as string] : true) }),
  }
}
/** How each condition is broken; several ways where there are several. */
const valued = (facts: Facts, changes: Readonly<Record<string, Value | undefined>>): Facts => ({
  ...facts,
  values: new Proxy({}, { get: (_, key) => (key in changes ? changes[key as string] : facts.values[key as string]) }),
})
const BREAKS: Readonly<Record<string, (facts: Facts) => readonly Facts[]>> = {
  own: (facts) => [
    { ...facts, owner: { ...facts.owner, accounts: ['other'] } },
    { ...facts, actor: { ...facts.actor, id: null } },
  ],
  notOwn: (facts) => [
    { ...facts, owner: { ...facts.owner, accounts: ['me'] } },
    { ...facts, owner: { ...facts.owner, entity: 'mine' } },
    valued(facts, { related: true }),
    valued(facts, { related: undefined }),
  ],
  secondPerson: (facts) => [valued(facts, { firstPerson: 'me' }), valued(facts, { firstPerson: undefined })],
  author: (facts) => [valued(facts, { firstPerson: 'first' }), valued(facts, { firstPerson: undefined })],
  fresh: (facts) => [{ ...facts, before: ['first', 'me'] }],
  leased: (facts) => [valued(facts, { leaseHolder: 'other' }), valued(facts, { leaseUntil: 1000 }), valued(facts, { leaseUntil: null })],
  sameBytes: (facts) => [valued(facts, { decidedSha256: 'b'.repeat(64) }), valued(facts, { decidedSha256: null, sha256: null })],
  approvedBytes: (facts) => [
    valued(facts, { approvedSha256: 'b'.repeat(64) }),
    valued(facts, { approvedSha256: null }),
    valued(facts, { approvedSha256: undefined, sha256: undefined }),
  ],
  ordered: (facts) => [valued(facts, { orderedAction: 'else' }), valued(facts, { orderedAction: null })],
  undone: (facts) => [valued(facts, { undoneAction: null }), valued(facts, { undoneAction: 'else' })],
}
const broken = (condition: string, facts: Facts): readonly Facts[] => {
  const named = BREAKS[condition]
  if (named) return named(facts)
  const [key, bad] = condition.startsWith('!') ? [condition.slice(1), true] : [condition, false]
  return [valued(facts, { [key]: bad }), valued(facts, { [key]: undefined }), valued(facts, { [key]: null })]
}
const outcome = (subject: Subject, state: string, event: string, facts: Facts): string => {
  const result = decide(subject, state, event, facts)
  return 'refused' in result ? `refused ${result.refused}` : result.to
}

describe.each(MACHINES.map((machine) => [machine.subject, machine] as const))('%s', (subject, machine) => {
  const lines = LINES.get(subject)!
  const states = [NOWHERE, ...Object.keys(machine.states)]
  const events = [...new Set([...machine.rows.map(({ event }) => event), ...lines.map(({ event }) => event)])]
  const allWhen = [...new Map([{}, ...lines.map(({ when }) => when)].map((when) => [JSON.stringify(when), when])).values()]

  test('should allow every cell that is written down, and lead where it says', () => {
    for (const { states: from, event, roles, to, when } of lines)
      for (const state of from)
        for (const role of roles)
          expect(`${state} ${event} ${role} → ${outcome(subject, state, event, favourable(role, event, when))}`).toBe(
            `${state} ${event} ${role} → ${to}`,
          )
  })
  test('should refuse every other cell, whatever the facts', () => {
    const wrong: string[] = []
    let cells = 0
    for (const state of states)
      for (const event of events)
        for (const role of ROLES) {
          cells++
          const mine = lines.filter((line) => line.states.includes(state) && line.event === event)
          if (mine.some((line) => line.roles.includes(role))) continue
          const expected = `refused ${mine.length > 0 ? 'role' : 'unknown'}`
          for (const when of allWhen) {
            const got = outcome(subject, state, event, favourable(role, event, when))
            if (got !== expected) wrong.push(`${state} ${event} ${role}: ${got} instead of ${expected}`)
          }
        }
    expect(wrong).toEqual([])
    expect(cells).toBe(states.length * events.length * ROLES.length)
  })
  test('should refuse when any one of its conditions is broken or was not loaded', () => {
    // Another line may allow it on these facts; the one that is written here does not.
    for (const { states: from, event, roles, to, conditions, when } of lines)
      for (const state of from)
        for (const role of roles)
          for (const condition of conditions)
            for (const facts of broken(condition, favourable(role, event, when)))
              expect(`${state} ${event} ${role} without ${condition}: ${outcome(subject, state, event, facts)}`).not.toBe(
                `${state} ${event} ${role} without ${condition}: ${to}`,
              )
  })
  test('should ask no more than what is written down', () => {
    // On facts of which only those conditions are told that the line names, the line still holds.
    for (const { states: from, event, roles, to, conditions, when } of lines) {
      const needs: Readonly<Record<string, readonly string[]>> = {
        own: [],
        notOwn: ['related'],
        secondPerson: ['firstPerson'],
        author: ['firstPerson'],
        fresh: [],
        leased: ['leaseHolder', 'leaseUntil'],
        sameBytes: ['sha256', 'decidedSha256'],
        approvedBytes: ['sha256', 'approvedSha256'],
        ordered: ['orderedAction'],
        undone: ['undoneAction'],
      }
      const told = new Set([...Object.keys(when), 'otherLive', ...conditions.flatMap((one) => needs[one] ?? [one.replace('!', '')])])
      for (const state of from)
        for (const role of roles) {
          const all = favourable(role, event, when)
          const facts = {
            ...all,
            values: new Proxy({}, { get: (_, key) => (told.has(key as string) ? all.values[key as string] : undefined) }),
          }
          expect(`${state} ${event} ${role} → ${outcome(subject, state, event, facts)}`).toBe(`${state} ${event} ${role} → ${to}`)
        }
    }
  })
})

describe('the shape of the machines', () => {
  test('should leave no dead end: what waits for a timer or a job has one set on the way in, what is last is left by nothing', () => {
    for (const { subject, states, rows } of MACHINES)
      for (const [state, waiting] of Object.entries(states)) {
        const out = rows.filter(({ from }) => from.includes(state))
        if (waiting === 'last') expect(`${subject} ${state} ${out.length}`).toBe(`${subject} ${state} 0`)
        else expect(out.filter(({ to }) => to !== state).length, `${subject} ${state}`).toBeGreaterThan(0)
        const into = rows.filter(({ from, to }) => to === state && from.some((one) => one !== state))
        expect(into.length, `${subject} ${state} is reached`).toBeGreaterThan(0)
        if (waiting === 'timer')
          for (const { event, effects = [] } of into) {
            const timers = effects.flatMap((effect) => (effect.do === 'timer' ? [effect.event] : []))
            expect(timers.length, `${subject} ${event} → ${state} sets a timer`).toBeGreaterThan(0)
            for (const timer of timers)
              expect(
                rows.some((row) => row.event === timer && row.from.includes(state) && row.by.includes('system')),
                `${subject} ${state} ${timer} can fire`,
              ).toBe(true)
          }
        if (waiting === 'job')
          for (const { event, effects = [] } of into) {
            expect(
              effects.some((effect) => effect.do === 'job'),
              `${subject} ${event} → ${state} sets a job`,
            ).toBe(true)
            // A job that dies must not hold it for ever.
            expect(
              effects.some((effect) => effect.do === 'timer'),
              `${subject} ${event} → ${state} has a timer behind the job`,
            ).toBe(true)
          }
        if (waiting === 'queue' || waiting === 'owner')
          expect(
            out.some(({ by }) => by.some((one) => one !== 'system')),
            `${subject} ${state} can be moved by people`,
          ).toBe(true)
      }
  })
  test('should bring every act upon people back to where it was done, or to the queue where it is done anew', () => {
    for (const { subject, rows } of MACHINES)
      for (const row of rows) {
        if (row.inverse === undefined) continue
        const back = rows.filter(({ from, event }) => from.includes(row.to) && event === row.inverse)
        expect(back.length, `${subject} ${row.event}: ${row.inverse} from ${row.to}`).toBeGreaterThan(0)
        const queues = rows.filter(({ event, to }) => event === 'claim' && row.from.includes(to)).flatMap(({ from }) => from)
        const same = new Set([...row.from, ...queues, 'awaiting-human'])
        // Straight back, or to a state from which one more step of its owner leads there.
        const reach = back.some(({ to }) => same.has(to) || rows.some(({ from, to: next }) => from.includes(to) && row.from.includes(next)))
        expect(reach, `${subject} ${row.event} comes back by ${row.inverse}`).toBe(true)
      }
  })
  test('should give an inverse to every act that a decision orders', () => {
    for (const { subject, rows } of MACHINES)
      for (const row of rows)
        if (row.guards?.some(({ name }) => name.startsWith('ordered-') && !['ordered-hold', 'ordered-return'].includes(name)))
          expect(`${subject} ${row.event} ${row.inverse === undefined}`).toBe(`${subject} ${row.event} false`)
  })
  test('should name every state in both languages, and nothing else', () => {
    for (const { states, names } of MACHINES) {
      expect(Object.keys(names).sort()).toEqual(Object.keys(states).sort())
      for (const { zh, en } of Object.values(names)) expect([/\p{Script=Han}/u.test(zh), /^[\x20-\x7e]+$/.test(en)]).toEqual([true, true])
    }
  })
})
