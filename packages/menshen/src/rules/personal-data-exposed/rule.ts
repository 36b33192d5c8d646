import {
  bearingLike,
  closest,
  copyOf,
  type Element,
  hostOf,
  joined,
  type Origin,
  PERSONAL_WORDS,
  type Personal,
  type ProgramModel,
  personalByName,
  plainAttribute,
  rule,
  wayBack,
} from '../kit.ts'
import { peopleOnMaps } from './map.ts'
import { exposedIn } from './run.ts'

const FIELDS = new Set<Personal>(['phone', 'identity', 'birthday', 'contact', 'location', 'openid'])
const MASKED = /mask|hide|hidden|secret|encrypt|desens|tuomin|short|star|safe/i
/** One's own page, or a business that wants to be called. */
const OWN =
  /(?:^|[/_-])(?:my|me|mine|personal|user|ucenter|profile|order|address|cart|pay|checkout|confirm|setting|account|login|coupon|express|logistics|track)s?(?:[/_-]|$|[A-Z])|list-?address/i
const BUSINESS =
  /expert|lawyer|counsel|consult|advis[eo]r|broker|shop|store|merchant|seller|company|hospital|hotel|service|kefu|contact|branch|dept|school|agent|staff|office|station|restaurant|map|poi|site|stop|city|weather|place|park|scenic|location\b/i
/** People who run the thing see what they need for it; whether this is such a page only its server knows. */
const STAFF = /admin|manag|backend|console|audit|review|verif|check-?in|staff|dispatch|statistic|workbench|directory|employee|colleague/i
/** Those who share their way with each other, or are sent for. */
const COMPANIONS = /家人|亲人|亲友|老人|孩子|队友|组员|同伴|骑手|司机|车主|师傅|快递员|配送|同事|打车|接单|代驾/
/** What stands in a list of one's own. */
const OWN_LIST = /(?:^|[-_\s])(?:my|mine|carts?)(?:[-_\s]|$)/i
const EXPRESSION = /(?:^|[^\w.])(?:[\w$]+\.)*([\w$]+)\s*$/
const SLICED = /substr|slice|replace|mask|\*{2,}|hide/i

export default rule(
  {
    clauses: ['wx-op/12.2.1', 'wx-op/12.4.4'],
    needs: ['program', 'interpretation', 'copy'],
    wants: ['run'],
    since: '2026-11',
    severity: 'warning',
    // Whose data a list holds, its names tell only so far.
    confidence: 'medium',
    partial: true,
    messages: {
      'shown-to-others': {
        what: { zh: '列表里直接显示用户的{data}（{path}）', en: 'A list shows users’ {data} as it is ({path})' },
        why: {
          zh: '不得向其他用户显示微信号、手机号、邮箱、出生日期和位置等信息。',
          en: 'WeChat ids, phone numbers, mail addresses, birthdays and positions may not be shown to other users.',
        },
        fix: {
          zh: '去掉，或在服务器端脱敏后再下发，例如 138****1234。',
          en: 'Leave it out, or let the server mask it, as in 138****1234.',
        },
      },
      'on-map': {
        what: { zh: '地图上标出其他用户的位置（{path}）', en: 'A map shows where other users are ({path})' },
        why: {
          zh: '用户的位置只能用于与他直接相关的服务，不得给其他用户看。',
          en: 'Where somebody is serves that person’s own request only and may not be shown to other users.',
        },
        fix: {
          zh: '地图上只标门店、场地等地点；要表示远近，由服务器给出大致距离。',
          en: 'Mark shops and places only; for nearness let the server give a rough distance.',
        },
      },
    },
  },
  ({ program, interpretation, copy, run }, tell) => {
    const { say: report, show, done } = joined(program, tell)
    const told = new Set<string>()
    /** One's own pages and libraries, told once for each. */
    const leftOut = new Map<string, boolean>()
    const left = (base: string, template: string): boolean => {
      const key = `${base}\n${template}`
      let out = leftOut.get(key)
      if (out === undefined) {
        out = OWN.test(base.slice(program.root.length)) || program.vendored.has(template.replace(/\.\w+$/, '.js'))
        leftOut.set(key, out)
      }
      return out
    }
    const loops = bearingLike(program, LOOP)
    const repeated = (element: Element): boolean => closest(element, (at) => loops.has(at)) !== undefined
    // Data written under names that nobody knows may be any of a page's: what is shown as something else is not that.
    const unnamed = new Set(interpretation.writes.flatMap(({ path, at }) => (path === null ? [`${at.file}:${at.start}`] : [])))
    const byAnyName = (origin: Origin): boolean => {
      for (let at: Origin | undefined = origin; at; at = at.from) if (unnamed.has(`${at.at.file}:${at.at.start}`)) return true
      return false
    }
    for (const shown of loops.size > 0 ? interpretation.shown : []) {
      const { element, unit, template } = shown
      if (!element || shown.slot !== '' || !shown.reachable || !repeated(element)) continue
      if (left(unit.base, template) || closest(element, (at) => OWN_LIST.test(plainAttribute(at, 'class') ?? ''))) continue
      const source = program.files.text(shown.at.file)?.slice(shown.at.start, shown.at.end) ?? ''
      const origins = wayBack(shown.value.origins.filter((origin) => !byAnyName(origin))).filter(
        ({ source: from }) => from === 'response' || from === 'api',
      )
      const paths = [
        ...origins.filter(({ source: from }) => from === 'response').map(({ path }) => path),
        ...[...source.matchAll(/([\w$]+(?:\.[\w$]+)+)/g)].map((match) => match[1] ?? ''),
      ]
      // Something has to come from the server: constants of the package are the maker's own.
      if (origins.length === 0 && !shown.value.open) continue
      const named = paths.flatMap((path) => {
        const personal = personalByName(EXPRESSION.exec(path)?.[1] ?? path.split('.').at(-1) ?? '')
        return personal && FIELDS.has(personal) ? [{ path, personal }] : []
      })
      if (named.length === 0 || SLICED.test(source) || masks(program, template, source)) continue
      for (const { path, personal } of named) {
        if (MASKED.test(path) || BUSINESS.test(path) || BUSINESS.test(unit.base)) continue
        const key = `${template}:${personal}`
        if (told.has(key)) continue
        told.add(key)
        // Only a place where people appear: a name, a portrait, a post beside it.
        const people =
          peopleIn(program.files.text(template) ?? '', element) &&
          !STAFF.test(unit.base.slice(program.root.length)) &&
          !shown.conditions.some(({ source: when }) => /admin|manag|owner|leader|staff|role|creator|isMine|mine\b/i.test(when))
        const related = [...new Map(wayBack(shown.value.origins).map(({ at }) => [`${at.file}:${at.start}`, { at }])).values()]
          .filter(({ at }) => at.end > at.start && hostOf(at.file) === null)
          .slice(0, 4)
        report('shown-to-others', {
          at: shown.at,
          related,
          data: { data: PERSONAL_WORDS[personal], path },
          clauses: personal === 'location' ? ['wx-op/12.4.4', 'wx-op/12.2.1'] : ['wx-op/12.2.1'],
          verdict: people ? 'violation' : 'review',
          confidence: people ? 'medium' : 'low',
        })
      }
    }
    for (const { shown, place, person } of peopleOnMaps(interpretation)) {
      if (left(shown.unit.base, shown.template)) continue
      const page = copyOf(program, copy, shown.unit)
        .map(({ text }) => text)
        .join(' ')
      // People who agreed to be followed, or who work, are for a human to look at.
      const known = COMPANIONS.test(page) || STAFF.test(shown.unit.base.slice(program.root.length))
      report('on-map', {
        at: shown.at,
        related: [place, person].filter(({ at }) => at.end > at.start && hostOf(at.file) === null).map(({ at }) => ({ at })),
        data: { path: person.path },
        clauses: ['wx-op/12.4.4', 'wx-op/12.2.1'],
        ...(known ? { verdict: 'review' as const, confidence: 'low' as const } : {}),
      })
    }
    if (run)
      for (const { data, detail } of exposedIn(program, interpretation, run))
        show('shown-to-others', { ...detail, data, clauses: ['wx-op/12.2.1'] })
    done()
  },
)

/** A script of the template's own that cuts or stars out what it is given. */
const masks = (program: ProgramModel, template: string, source: string): boolean => {
  const module = /([\w$]+)\.[\w$]+\s*\(/.exec(source)?.[1]
  const script = program.templates.get(template)?.scripts.find((one) => one.module === module)
  const body = script?.body
    ? program.files.text(script.body.file)?.slice(script.body.start, script.body.end)
    : script?.target
      ? program.files.text(script.target)
      : undefined
  return body !== undefined && SLICED.test(body)
}
const LOOP = /^(?:wx|tt|a|s):?-?for$/
const peopleIn = (text: string, element: Element): boolean => {
  const row = closest(element, ({ attributes }) => attributes.some(({ name }) => /for$/.test(name)))
  return (
    row !== undefined &&
    /nick|avatar|user|author|poster|member|owner|person|driver|publish|buyer|participant|passenger|player/i.test(
      text.slice(row.start, row.end),
    )
  )
}
