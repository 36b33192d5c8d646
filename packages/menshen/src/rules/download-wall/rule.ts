import { rule, wholeCopy, wordingsIn } from '../kit.ts'

/** Another program comes first, in words that no list holds. */
const NEEDED =
  /(?:须|需|必须|只能|请先|仅|才能|才可)[^。！？]{0,12}(?:下载|安装|打开|使用|在)[^。！？]{0,10}(?:App|APP|客户端|应用)|(?:下载|安装)[^。！？]{0,10}(?:App|APP|客户端)[^。！？]{0,6}(?:后才|才能|才可|后解锁|解锁|继续|后查看|查看全部)/
/** Another mini program or an official account comes first; whose name stands in quotes, or which is called another one. */
const OTHER = /(?:[「『“"《][^」』”"》]{1,16}[」』”"》]|另一个|其他|其它|别的)\s*(?:微信)?(?:小程序|公众号)/
const OTHER_FIRST =
  /(?:须|需|必须|只能|请先|仅|要)[^。！？]{0,14}(?:配合|借助|依赖|先?在|先?打开|先?使用|绑定|关注|添加)[^。！？]{0,24}(?:小程序|公众号)[^。！？]{0,12}(?:使用|后|才|方可|绑定|查看|查询)/
const OWN_ONE = /本小程序(?:的)?(?:首页|内|里|中)/
const FREE = /无需|不必|无须|不用|不需|没有必要|可不下载/

export default rule(
  {
    clauses: ['wx-op/5.1', 'wx-op/3.9', 'later/clipboard-download'],
    needs: ['program', 'copy'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    messages: {
      'app-needed': {
        what: { zh: '要求先下载 App 才能使用：“{text}”', en: 'An app has to be installed first: "{text}"' },
        why: { zh: '不得以下载、使用其他应用为使用小程序功能的条件。', en: 'No function may depend on downloading or using another app.' },
        fix: { zh: '在小程序内提供该功能，或去掉入口。', en: 'Offer the function in the program or remove its entry.' },
      },
      'program-needed': {
        what: { zh: '要求先用另一个小程序或公众号：“{text}”', en: 'Another mini program or account has to be used first: "{text}"' },
        why: {
          zh: '功能的使用不得以使用其他小程序为条件，也不得依赖其他应用。',
          en: 'The use of a function may not be conditional on another mini program or app.',
        },
        fix: { zh: '在本小程序内完成，或把对方改为可选的入口。', en: 'Do it in this program, or make the other one optional.' },
      },
      'app-promoted': {
        what: { zh: '引导用户下载 App：“{text}”', en: 'People are led to download an app: "{text}"' },
        why: {
          zh: '不得诱导下载，须由人判断是否影响使用。',
          en: 'Downloads may not be pushed; a human has to see whether use depends on it.',
        },
        fix: {
          zh: '删去下载引导，或确保全部功能在小程序内可用。',
          en: 'Remove the lead, or make sure that everything works in the program.',
        },
      },
    },
  },
  ({ program, copy }, report) => {
    const listed = wordingsIn(program, copy, ['download.force', 'download.guide'])
      .filter(({ strength, copy: one }) => strength !== 'weak' && !FREE.test(one.text))
      .map(({ at, text, strength, matches, copy: one }) => ({
        at,
        text,
        copy: one,
        sure: strength === 'strong' && matches[0]?.entry.list === 'download.force',
      }))
    const needed = (NEEDED.test(wholeCopy(copy)) ? copy.copies : [])
      .filter(
        ({ text, reachable }) => reachable && text.length < 120 && NEEDED.test(text) && /App|APP|客户端/.test(text) && !FREE.test(text),
      )
      .filter((one) => !listed.some(({ copy: other }) => other === one))
      .map((one) => ({ at: one.at, text: one.text.slice(0, 40), copy: one, sure: true }))
    const all = [...listed, ...needed]
    const forced = all.filter(({ sure }) => sure)
    const [first, ...others] = forced
    // Elsewhere the program says that no app is needed: a human has to see which holds.
    const denied = first && copy.copies.some(({ text, reachable }) => reachable && /App|APP|客户端/.test(text) && FREE.test(text))
    if (first)
      report('app-needed', {
        ...(denied ? { verdict: 'review' as const, confidence: 'medium' as const } : {}),
        at: first.at,
        data: { text: first.text },
        related: others.slice(0, 20).map(({ at }) => ({ at })),
      })
    const bound = copy.copies.find(
      ({ text, reachable }) =>
        reachable && text.length < 120 && OTHER.test(text) && OTHER_FIRST.test(text) && !FREE.test(text) && !OWN_ONE.test(text),
    )
    if (bound)
      report('program-needed', {
        at: bound.at,
        data: { text: bound.text.slice(0, 40) },
        clauses: ['wx-op/3.9'],
        // Following an account has rules of its own.
        confidence: 'medium',
      })
    const promoted = all.find(({ sure }) => !sure)
    if (!first && promoted)
      report('app-promoted', {
        at: promoted.at,
        data: { text: promoted.text },
        related: all
          .filter((one) => one !== promoted)
          .slice(0, 20)
          .map(({ at }) => ({ at })),
        verdict: 'review',
        confidence: 'medium',
        severity: 'warning',
      })
  },
)
