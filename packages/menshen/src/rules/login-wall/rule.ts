import {
  copyOf,
  entryWords,
  fieldsOf,
  hasEntry,
  isEntry,
  joined,
  type ProgramModel,
  plainAttribute,
  routesOf,
  rule,
  type Unit,
  unasked,
  wayTo,
} from '../kit.ts'
import { onlySignsIn, signsInOn } from './page.ts'
import { wallSeen } from './run.ts'

const MOVES = ['redirectTo', 'reLaunch', 'navigateTo', 'switchTab']
const LOGIN_PATH = /(?:^|[/_-])(?:login|auth(?:orize)?|sign_?in|bind(?:phone)?|register|logon|getuser\w*|wxlogin)(?:[/_-]|$|[A-Z])/i
const DECLINE = entryWords('decline')
const GUEST = entryWords('guest')
const CLOSED = entryWords('closed-group')
const PERSONAL = /手机|电话|身份证|生日|出生|姓名|住址|密码|账号|工号|学号|验证码/

const ACCOUNT = /账号|账户|帐号|帐户|用户名|工号|学号|手机|电话|密码/
/** Whom a service is for, said in passing. */
const GROUP =
  /(?:商家|商户|教师|老师|家长|学生|骑手|司机|员工|职工|师傅|管理员|店员|店长|医生|护士|企业|物业|业主|门店|后台|代理|经销商|供应商|工程师|维修|巡检|会员单位|校园|学校|学院|大学|公司|集团|医院)/

/** A page with more texts than this is more than a form. */
const MOST_OF_A_FORM = 24

const bindsPhone = (program: ProgramModel, { template }: Unit): boolean =>
  template !== null &&
  (program.templates.get(template)?.elements ?? []).some((element) => plainAttribute(element, 'open-type') === 'getPhoneNumber')

export default rule(
  {
    clauses: [
      'wx-op/12.1.3',
      'wx-op/14.6.2',
      'later/login-standard',
      'later/login-closed-group',
      'later/phone-number-need',
      'dy-review/1.1.1.1.b',
    ],
    needs: ['program', 'interpretation', 'copy'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    partial: true,
    messages: {
      'sent-to-sign-in': {
        what: {
          zh: '一进来就被送去登录或填资料的页面（{page}），没有“暂不”可选',
          en: 'Everyone who enters is sent to sign in or fill in a form ({page}), with no way to decline',
        },
        why: {
          zh: '除法律要求外，不能以登录或填写个人信息作为使用的前提；应先让用户看到功能，再由用户主动登录。',
          en: 'Unless the law asks for it, signing in or giving personal data may not be the price of entry: people see first and sign in by their own choice.',
        },
        fix: {
          zh: '首页先给游客浏览，需要身份的操作再引导登录，登录页提供“暂不登录”。',
          en: 'Let people browse, ask for sign-in where it is needed, and offer 暂不登录 there.',
        },
      },
      'opens-with-sign-in': {
        what: {
          zh: '打开就是登录页，没有说明给谁用，也不能暂不登录',
          en: 'The program opens with a sign-in that says for whom it is and offers no way to decline',
        },
        why: {
          zh: '面向所有人的小程序应先能浏览；只给特定人群用的，须在首页写明给谁用，并让其他人能离开。',
          en: 'A program for everybody can be looked at first; one for a closed group says so on its first page and lets others go.',
        },
        fix: {
          zh: '先给游客看功能；若只供本单位人员使用，在登录页写明“仅供××员工使用，账号由××发放”，并提供“暂不登录”。',
          en: 'Show visitors what it does; if it serves one group only, say which on this page, where accounts come from, and offer 暂不登录.',
        },
      },
    },
  },
  ({ program, interpretation, copy, run }, tell) => {
    const { say: report, show, done } = joined(program, tell)
    const first = new Set<string>([program.app.base, ...(program.home ? [program.home] : []), ...program.tabBar.map(({ page }) => page)])
    const texts = (unit: Unit) => copyOf(program, copy, unit)
    const closed = hasEntry(CLOSED, copy)
    if (closed) return
    const seen = new Set<string>()
    for (const call of interpretation.callsOf(...MOVES)) {
      const contexts = call.contexts.filter(
        (context) =>
          unasked(context) &&
          first.has(context.root.unit.base) &&
          // What a server's answer decides, only a run can show.
          !context.guards.some(({ origins }) =>
            origins.some(({ source, name }) => source === 'response' || (source === 'api' && /^(?:request|cloud\.call)/.test(name))),
          ),
      )
      const targets = contexts.flatMap((context) =>
        routesOf(program, context.root.unit, context.args[0]?.get('url'))
          .filter((unit) => unit.base !== context.root.unit.base)
          .map((target) => ({ context, target })),
      )
      for (const { context, target } of targets) {
        // The start page may be the very one that everybody is sent to.
        if (seen.has(target.base) || (first.has(target.base) && (context.root.unit.kind !== 'app' || program.tabBar.length > 0))) continue
        const fields = fieldsOf(interpretation).filter(({ unit, label }) => unit.base === target.base && PERSONAL.test(label))
        const asks = [...program.templates.values()].some(
          ({ file, elements }) =>
            file === target.template &&
            elements.some((element) => /^get(?:PhoneNumber|UserInfo)$/.test(plainAttribute(element, 'open-type') ?? '')),
        )
        const signs = interpretation
          .callsOf('getUserProfile')
          .some((one) => one.contexts.some(({ root }) => root.unit.base === target.base && root.kind === 'gesture'))
        const phone = asks && bindsPhone(program, target)
        // Douyin's list speaks of the phone number only.
        if (program.platform === 'douyin' && !phone) continue
        const enters = signsInOn(program, interpretation, target)
        if (!LOGIN_PATH.test(target.base.slice(program.root.length)) && fields.length === 0 && !asks && !signs && !enters) continue
        if (fields.length === 0 && !asks && !signs && !texts(target).some(({ text }) => /登录|登陆|授权|注册/.test(text))) continue
        if (texts(target).some(({ text }) => isEntry(DECLINE, text) || isEntry(GUEST, text))) continue
        // A tap that leads out without any condition is a way to decline, whatever it is called.
        const out = interpretation
          .callsOf('navigateBack', 'switchTab', 'reLaunch')
          .some((one) =>
            one.contexts.some(
              ({ root, guards, after }) =>
                root.unit.base === target.base && root.kind === 'gesture' && guards.length === 0 && after.length === 0,
            ),
          )
        if (out) continue
        seen.add(target.base)
        const back = call.api === 'navigateTo' && context.root.name !== 'onShow'
        // A page that also asks for a name or a number may be there for something else.
        const mixed = !LOGIN_PATH.test(target.base.slice(program.root.length)) && !asks && !signs && texts(target).length > MOST_OF_A_FORM
        report('sent-to-sign-in', {
          ...wayTo(call, contexts, program),
          data: { page: target.base.slice(program.root.length) },
          clauses: [
            'wx-op/12.1.3',
            'wx-op/14.6.2',
            'later/login-standard',
            ...(phone ? ['later/phone-number-need', 'dy-review/1.1.1.1.b'] : []),
          ],
          // A personal tab may well ask who it is.
          verdict:
            back ||
            mixed ||
            (context.root.unit.kind === 'page' && context.root.unit.base !== program.home) ||
            context.root.kind !== 'lifecycle'
              ? 'review'
              : 'violation',
          confidence: back || mixed ? 'low' : 'medium',
        })
      }
    }
    const { home } = program
    const start = home === null ? undefined : program.pages.find(({ base }) => base === home)
    if (start && program.platform === 'wechat' && program.pages.length > 1 && program.tabBar.every(({ page }) => page !== home)) {
      const said = texts(start).map(({ text }) => text)
      const asked = fieldsOf(interpretation).find(({ unit, label }) => unit.base === home && ACCOUNT.test(label))
      const way = asked ?? onlySignsIn(program, interpretation, start)
      if (way && onlySignsIn(program, interpretation, start) && !said.some((text) => isEntry(DECLINE, text) || isEntry(GUEST, text)))
        report('opens-with-sign-in', {
          at: { file: way.file, start: way.element.start, end: way.element.openEnd },
          clauses: ['later/login-closed-group', 'later/login-standard', 'wx-op/12.1.3'],
          // Its own words for a side of the service are half of what has to be said.
          ...(said.some((text) => GROUP.test(text)) ? { verdict: 'review' as const } : {}),
        })
    }
    const wall = run ? wallSeen(program, interpretation, run) : null
    if (wall) show('sent-to-sign-in', { ...wall.detail, data: wall.data })
    done()
    if (interpretation.opaque.size > 0)
      return {
        notChecked: {
          zh: '有页面未能还原，无法确认进入时的跳转',
          en: 'some pages were not understood, so their jumps on entry are unknown',
        },
      }
  },
)
