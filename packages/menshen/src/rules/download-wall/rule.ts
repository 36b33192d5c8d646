import { rule, wholeCopy, wordingsIn } from '../kit.ts'

/** Another program comes first, in words that no list holds. */
const NEEDED =
  /(?:须|需|必须|只能|请先|仅|才能|才可)[^。！？]{0,12}(?:下载|安装|打开|使用|在)[^。！？]{0,10}(?:App|APP|客户端|应用)|(?:下载|安装)[^。！？]{0,10}(?:App|APP|客户端)[^。！？]{0,6}(?:后才|才能|才可|后解锁|解锁|继续|后查看|查看全部)/
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
