/** What a decision has to hold before it can be sent, who else has to agree, and the statement that goes to whom it concerns. */
import { machineOf } from './table.ts'
import type { Moment, Subject, Text } from './words.ts'

export type Action = 'approve' | 'refuse' | 'warn' | 'pull' | 'take-down' | 'limit' | 'suspend' | 'ban' | 'terminate'
/** What each is called, before it is done and after, and what it may be said of. */
export const ACTIONS: Readonly<Record<Action, { readonly name: Text; readonly done: Text; readonly on: readonly Subject[] }>> = {
  approve: { name: { zh: '通过', en: 'approve' }, done: { zh: '通过', en: 'approved' }, on: ['version'] },
  refuse: { name: { zh: '不通过', en: 'refuse' }, done: { zh: '不通过', en: 'refused' }, on: ['version'] },
  warn: {
    name: { zh: '限期整改', en: 'warn, to be mended by a date' },
    done: { zh: '限期整改', en: 'to be mended by a date' },
    on: ['version'],
  },
  pull: { name: { zh: '下架版本', en: 'pull the version' }, done: { zh: '下架版本', en: 'version pulled' }, on: ['version'] },
  'take-down': {
    name: { zh: '下架小程序', en: 'take the program down' },
    done: { zh: '下架小程序', en: 'program taken down' },
    on: ['program'],
  },
  limit: { name: { zh: '限制能力', en: 'limit capabilities' }, done: { zh: '限制能力', en: 'capabilities limited' }, on: ['account'] },
  suspend: { name: { zh: '暂停使用', en: 'suspend' }, done: { zh: '暂停使用', en: 'suspended' }, on: ['account'] },
  ban: { name: { zh: '封禁', en: 'ban' }, done: { zh: '封禁', en: 'banned' }, on: ['account', 'program'] },
  terminate: { name: { zh: '终止服务', en: 'end the service' }, done: { zh: '终止服务', en: 'service ended' }, on: ['account'] },
}

/** Where it can be seen. */
export type Where =
  | { readonly file: string; readonly line: number; readonly column?: number }
  | { readonly page: string; readonly selector?: string }
  | { readonly listing: string }
  | { readonly document: string }
  | { readonly outside: string }

/** One clause that is broken, with all that its reader needs to see it, understand it and mend it. */
export interface Ground {
  readonly clause: { readonly id: string; readonly edition: string; readonly title: Text }
  /** What was found, in its own words: code, a text on a page, a line of the listing. */
  readonly quote: string
  readonly where: readonly Where[]
  /** sha256 of screenshots. */
  readonly screenshots: readonly string[]
  /** Steps that lead there. */
  readonly steps: readonly Text[]
  readonly fix: Text
  readonly example: { readonly right: Text; readonly wrong: Text }
  /** Fingerprints of the findings behind it. */
  readonly findings: readonly string[]
}

export interface DecisionContent {
  readonly subject: Subject
  readonly action: Action
  readonly automated: 'no' | 'partly' | 'fully'
  /** For a version: the bytes that were looked at. */
  readonly sha256: string | null
  /** What was looked at and found. */
  readonly facts: Text
  readonly grounds: readonly Ground[]
  /** For warn: by when it has to be mended. For penalties: until when; null for ever. */
  readonly until: Moment | null
  /** For limit: what is taken away. */
  readonly capabilities: readonly string[]
  /** For take-down: whether a mended version may bring it back. */
  readonly curable: boolean
  readonly rulebook: string
}

export interface Missing {
  /** Where in the form: 'facts.zh', 'grounds.0.fix.en'. */
  readonly field: string
  readonly why: Text
}

const CJK = /\p{Script=Han}/u
const LATIN = /[A-Za-z]{2}/
const SHA = /^[0-9a-f]{64}$/
const needs = (field: string, zh: string, en: string): Missing => ({ field, why: { zh, en } })
const EMPTY_WORDS = /^[\s\p{P}\p{S}]*$/u

/** A text that says something, in both languages; a full stop or one language twice does not. */
const said = (field: string, text: Text | undefined, zh: string, en: string): readonly Missing[] => {
  const found: Missing[] = []
  const [a, b] = [text?.zh.trim() ?? '', text?.en.trim() ?? '']
  if (EMPTY_WORDS.test(a) || !CJK.test(a) || a.length < 4)
    found.push(needs(`${field}.zh`, `缺少中文的${zh}`, `${en} is missing in Chinese`))
  if (EMPTY_WORDS.test(b) || !LATIN.test(b) || b.length < 8)
    found.push(needs(`${field}.en`, `缺少英文的${zh}`, `${en} is missing in English`))
  return found
}

/** Everything that a decision still lacks, all at once; empty when it may be sent. */
export const missing = (decision: DecisionContent, now?: Moment): readonly Missing[] => {
  const { action, subject, sha256, facts, grounds, until, capabilities } = decision
  const found: Missing[] = []
  if (!ACTIONS[action]?.on.includes(subject)) found.push(needs('action', '这个决定不适用于这个对象', 'this cannot be decided about it'))
  if (subject === 'version' && !SHA.test(sha256 ?? ''))
    found.push(needs('sha256', '缺少所审代码包的摘要', 'the digest of the bytes that were looked at is missing'))
  if (decision.rulebook.trim() === '') found.push(needs('rulebook', '缺少规则版本', 'the edition of the rulebook is missing'))
  found.push(...said('facts', facts, '事实说明', 'what was looked at and found'))
  if (action === 'approve') return found
  if (grounds.length === 0) found.push(needs('grounds', '至少引用一条条款', 'at least one clause has to be cited'))
  for (const [i, ground] of grounds.entries()) {
    const at = `grounds.${i}`
    if (ground.clause.id.trim() === '' || ground.clause.edition.trim() === '')
      found.push(needs(`${at}.clause`, '缺少条款编号或版本', 'the clause or its edition is missing'))
    if (EMPTY_WORDS.test(ground.quote)) found.push(needs(`${at}.quote`, '缺少违规内容的原文', 'what was found is not quoted'))
    if (ground.where.length === 0 && ground.screenshots.length === 0 && ground.steps.length === 0)
      found.push(needs(`${at}.where`, '缺少位置、截图或操作步骤', 'a place, a screenshot or steps are missing'))
    if (ground.screenshots.some((one) => !SHA.test(one)))
      found.push(needs(`${at}.screenshots`, '截图引用无效', 'a screenshot is not referred to by its digest'))
    for (const [n, step] of ground.steps.entries()) found.push(...said(`${at}.steps.${n}`, step, '操作步骤', 'a step'))
    found.push(...said(`${at}.fix`, ground.fix, '修改方法', 'how to mend it'))
    found.push(...said(`${at}.example.right`, ground.example?.right, '正确示例', 'the right example'))
    found.push(...said(`${at}.example.wrong`, ground.example?.wrong, '错误示例', 'the wrong example'))
  }
  if (action === 'warn' && (until === null || (now !== undefined && until <= now)))
    found.push(needs('until', '缺少整改期限', 'a date by which to mend it is missing'))
  if ((action === 'limit' || action === 'suspend') && (until === null || (now !== undefined && until <= now)))
    found.push(needs('until', '缺少处罚的截止时间', 'the end of the penalty is missing'))
  if (action === 'limit' && capabilities.length === 0)
    found.push(needs('capabilities', '没有写明限制哪些能力', 'the capabilities that are limited are not named'))
  return found
}

export interface Impact {
  readonly action: Action
  readonly dailyUsers: number
  readonly sensitiveCategory: boolean
  /** Findings that block and that the decision passes over. */
  readonly blockingPassedOver: number
  /** A person decided otherwise on the same program before. */
  readonly deviates: boolean
  readonly recommendedBy: 'nobody' | 'outside'
}
export const MANY_USERS = 100_000

/** Whether a second person has to confirm, and why; every penalty and everything that touches many people does. */
export const secondPersonReasons = ({ action, dailyUsers, sensitiveCategory, blockingPassedOver, deviates }: Impact): readonly Text[] => {
  const reasons: Text[] = []
  if (action !== 'approve' && action !== 'refuse') reasons.push({ zh: '处罚需要两个人', en: 'penalties take two people' })
  if (dailyUsers >= MANY_USERS) reasons.push({ zh: `每天有 ${MANY_USERS} 人以上使用`, en: `${MANY_USERS} people or more use it daily` })
  if (action === 'approve' && sensitiveCategory) reasons.push({ zh: '敏感类目', en: 'a sensitive category' })
  if (action === 'approve' && blockingPassedOver > 0)
    reasons.push({ zh: '通过了有严重问题的版本', en: 'it passes over findings that lead to refusal' })
  if (deviates) reasons.push({ zh: '与先前的决定不一致', en: 'it deviates from the decision before' })
  return reasons
}

/** The event that takes an action on a subject back, from the table; null where there is none. */
export const inverseOf = (subject: Subject, action: string): string | null =>
  machineOf(subject)?.rows.find((row) => row.event === action && row.inverse !== undefined)?.inverse ?? null

export interface StatementContext {
  readonly reference: string
  readonly decided: Moment
  readonly name: string
  readonly version: string | null
  readonly appealUntil: Moment | null
  /** Where to turn to; a link or an address of the operator. */
  readonly redress: Text
}

/** The statement of reasons: what goes to whom it concerns, and what is published without the names. Holds no person. */
export const statement = (decision: DecisionContent, context: StatementContext) =>
  ({
    format: 'menshen-statement/1',
    reference: context.reference,
    decided: context.decided,
    about: { kind: decision.subject, name: context.name, version: context.version, sha256: decision.sha256 },
    action: { id: decision.action, name: ACTIONS[decision.action].name },
    scope: { until: decision.until, capabilities: [...decision.capabilities], curable: decision.curable },
    automated: decision.automated,
    facts: decision.facts,
    grounds: decision.grounds.map(({ clause, quote, where, screenshots, steps, fix, example }) => ({
      clause,
      quote,
      where,
      screenshots,
      steps,
      fix,
      example,
    })),
    rulebook: decision.rulebook,
    redress: { text: context.redress, appealUntil: context.appealUntil },
  }) as const
export type Statement = ReturnType<typeof statement>

/** What the platform writes when a deadline decides: the same for everybody, and with how to come back. */
export const automaticFacts = (kind: 'no-reply' | 'fix-by-over'): Text =>
  kind === 'no-reply'
    ? {
        zh: '审核员的问题在期限内没有得到回复，本次提交按未通过处理。补充材料后可以重新提交。',
        en: 'The reviewer’s question was not answered in time, so this submission is treated as refused. It can be submitted again with an answer.',
      }
    : {
        zh: '整改期限已过，问题仍然存在，版本按先前的决定下架。修改后可以提交新版本。',
        en: 'The time to mend it is over and the fault is still there, so the version is pulled as the decision before said. A mended version can be submitted.',
      }

/** The ground of a refusal for want of an answer: the platform's own procedure, the same on every platform. */
export const noReplyGround = (question: string): Ground => ({
  clause: { id: 'platform/reply', edition: '2026-11', title: { zh: '在期限内答复审核员', en: 'Answer the reviewer in time' } },
  quote: question,
  where: [{ outside: 'messages' }],
  screenshots: [],
  steps: [],
  fix: { zh: '重新提交，并在审核页面回复审核员的问题', en: 'Submit again and answer the question on the review page' },
  example: {
    right: { zh: '收到问题后在期限内回复，并附上所需材料', en: 'Answer within the time given, with what was asked for' },
    wrong: { zh: '没有回复，也没有撤回提交', en: 'Neither an answer nor a withdrawal' },
  },
  findings: [],
})
