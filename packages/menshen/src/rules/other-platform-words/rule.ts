import { type Copy, closest, findTerms, plainAttribute, rule } from '../kit.ts'

/** Where the copy speaks of another platform's functions, whatever else it says. */
const NAMED = /微信|公众号|朋友圈(?!子)|WeChat|Weixin/gi
/** Paying with a WeChat wallet is one of the ways that the platform's own cashier offers. */
const CASHIER = /微信(?:支付|付款|钱包|零钱)/
const DENIED = /(?:不|非|勿|请勿|禁止|谨防|防止|冒充|诈骗|仿冒|无需|不支持|不用|没有).{0,8}$/
/** A file that asks which platform it is on. */
const CHOOSES = /typeof\s+(?:wx|tt)\b|\b(?:wx|tt)\s*(?:\|\||\?\?)\s*(?:wx|tt)\b/
const STRONG = 'other-platform'
/** Words of a contract or a guide that runs on: nobody reads a function into them at a glance. */
const LONG = 160

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s​-‍⁠­]+/g, '')

export default rule(
  {
    clauses: ['dy-review/1.1.1.4.c'],
    needs: ['program', 'interpretation', 'copy'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      'in-copy': {
        what: { zh: '界面文案写着其他平台的功能：“{text}”', en: 'The screen speaks of another platform’s functions: "{text}"' },
        why: {
          zh: '抖音小程序里不能出现微信授权、公众号、朋友圈这类别的平台的功能文案，审核会直接驳回。',
          en: 'A Douyin program may not speak of functions of other platforms, such as signing in with WeChat; review refuses it.',
        },
        fix: { zh: '换成抖音的说法，或者删掉这段从别处移植来的文案。', en: 'Say it in Douyin’s terms, or take out what was carried over.' },
      },
      'in-code': {
        what: { zh: '用户操作后调用 wx.{api}，在抖音里不存在', en: 'wx.{api} is called, which Douyin does not have' },
        why: {
          zh: '抖音没有 wx 接口，登录或授权到这里就会失败。',
          en: 'There is no wx on Douyin: sign-in or consent fails at this point.',
        },
        fix: { zh: '改用对应的 tt 接口。', en: 'Use the tt interface of that name.' },
      },
    },
  },
  ({ program, interpretation, copy }, report) => {
    const seen = new Set<string>()
    const tell = (one: Copy, matched: string, sure: boolean): void => {
      const key = `${one.at.file}:${one.at.start}`
      if (seen.has(key)) return
      seen.add(key)
      const source = program.files.text(one.at.file)?.slice(one.at.start, one.at.end) ?? ''
      const inside = source.indexOf(matched)
      const at = inside < 0 ? one.at : { file: one.at.file, start: one.at.start + inside, end: one.at.start + inside + matched.length }
      // Where the words are shown, when they come from a script.
      const drawn = interpretation.shown.filter(({ value }) => value.constants.includes(one.text)).slice(0, 4)
      report('in-copy', {
        at,
        data: { text: one.text.length > 40 ? `${one.text.slice(0, 40)}…` : one.text },
        related: drawn
          .filter((shown) => shown.at.file !== one.at.file)
          .map((shown) => ({ at: shown.at, note: { zh: '显示在这里', en: 'shown here' } })),
        verdict: !one.reachable || one.text.length > LONG ? 'review' : 'violation',
        confidence: sure && one.reachable ? 'high' : 'medium',
      })
    }
    for (const one of copy.copies) {
      if (!/[信圈号Ww]/.test(one.text) && !/QQ|支付宝|快手|百度|微博|小红书/.test(one.text)) continue
      const [strong] = findTerms(one.text, {
        platform: program.platform,
        lists: [STRONG],
        around: one.context,
        carrier: one.carrier,
      }).filter((match) => match.strength === 'strong' || match.strength === 'medium')
      if (strong) {
        tell(one, strong.matched, strong.strength === 'strong')
        continue
      }
      const text = plain(one.text)
      for (const match of text.matchAll(NAMED)) {
        const before = text.slice(Math.max(0, match.index - 12), match.index)
        const after = text.slice(match.index, match.index + 6)
        if (DENIED.test(before) || CASHIER.test(after)) continue
        tell(one, match[0], false)
        break
      }
    }

    for (const call of interpretation.callsOf('login', 'getUserProfile', 'getUserInfo', 'requestPayment', 'chooseAddress')) {
      if (call.ns !== 'wx') continue
      // Written for several platforms: the other one's name is asked for first.
      const bound = call.contexts.filter(
        ({ root, guards }) =>
          root.kind !== 'unbound' && !guards.some((guard) => /\bwx\b|platform|typeof|ENV|isWeixin|isWx/i.test(guard.source)),
      )
      const [context] = bound
      if (!context || CHOOSES.test(program.files.text(call.at.file) ?? '')) continue
      const button = context.root.element && closest(context.root.element, (element) => plainAttribute(element, 'open-type') !== undefined)
      report('in-code', {
        at: call.nameAt,
        data: { api: call.api },
        related: [
          { at: context.root.at },
          ...(button && context.root.template ? [{ at: { file: context.root.template, start: button.start, end: button.openEnd } }] : []),
        ],
        confidence: 'medium',
        verdict: program.vendored.has(call.at.file) ? 'review' : 'violation',
      })
    }
  },
)
