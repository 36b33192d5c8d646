import { apiTable, type Fix, type JsonDocument, rule } from '../kit.ts'

const DECLARED = 'requiredPrivateInfos'
const APIS = apiTable('wechat').family('location-guarded')
const FUZZY = 'getFuzzyLocation'
/** Precise position; choosing on a map and addresses go with either. */
const PRECISE = new Set(['getLocation', 'onLocationChange', 'startLocationUpdate', 'startLocationUpdateBackground'])

const namesIn = (value: unknown): readonly string[] => {
  const list = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[DECLARED] : undefined
  return Array.isArray(list) ? list.filter((name) => typeof name === 'string') : []
}

/** Puts names into the declaration, or makes one right behind the brace that opens app.json. */
const declare = (app: JsonDocument, text: string, names: readonly string[]): Fix['edits'][number] | undefined => {
  const list = names.map((name) => `"${name}"`).join(', ')
  const [whole, old] = [app.at([]), app.at([DECLARED])]
  if (!whole || text[whole.start] !== '{') return undefined
  if (old) {
    const inside = text.slice(old.start + 1, old.end - 1)
    // A comment or a comma too many in the list: a person should look.
    if (text[old.start] !== '[' || text[old.end - 1] !== ']' || !/^\s*(?:"[^"]*"\s*(?:,\s*"[^"]*"\s*)*)?$/.test(inside)) return undefined
    const at = old.start + 1 + inside.trimEnd().length
    return { file: app.file, start: at, end: at, text: inside.trim() === '' ? list : `, ${list}` }
  }
  const at = whole.start + 1
  const rest = text.slice(at)
  const [indent] = rest.match(/^\s*\n[ \t]*/) ?? [' ']
  const empty = rest.trimStart().startsWith('}')
  return { file: app.file, start: at, end: at, text: `${indent}"${DECLARED}": [${list}]${empty ? '' : ','}` }
}

export default rule(
  {
    clauses: ['wx-op/14.1', 'later/location-interfaces'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    // One of many things that the developer documents ask for.
    partial: true,
    messages: {
      undeclared: {
        what: { zh: '调用了 wx.{api}，app.json 却没有声明', en: 'wx.{api} is called but not declared in app.json' },
        why: {
          zh: '2022-07-14 起，位置接口须写进 requiredPrivateInfos，未声明的调用会直接失败。',
          en: 'Since 2022-07-14 location interfaces have to stand in requiredPrivateInfos; a call that is not declared simply fails.',
        },
        fix: {
          zh: '在 app.json 写上 "requiredPrivateInfos": ["{api}"]；不再需要就删掉调用。',
          en: 'Put "requiredPrivateInfos": ["{api}"] into app.json, or remove the call if nothing needs it.',
        },
      },
      'in-package': {
        what: {
          zh: '程序包里有 wx.{api}，app.json 没有声明（{file}）',
          en: 'The package holds wx.{api}, which app.json does not declare ({file})',
        },
        why: {
          zh: '提审时会扫描整个程序包，包括没有执行到的第三方库；里面有位置接口而没有开通、声明，也会被退回。',
          en: 'The scan on submission covers the whole package, libraries that never run included; a location interface that was not opened and declared is sent back.',
        },
        fix: {
          zh: '删掉或替换这个库里用不到的位置接口；要用就开通并声明。',
          en: 'Take the interface out of the library, or open and declare it.',
        },
      },
      exclusive: {
        what: { zh: '同时声明了模糊位置和精确位置（{api}）', en: 'Fuzzy and precise location ({api}) are declared together' },
        why: {
          zh: 'getFuzzyLocation 与精确位置接口互斥，两者不能同时声明。',
          en: 'getFuzzyLocation and the precise location interfaces exclude each other.',
        },
        fix: { zh: '只保留功能真正需要的一种。', en: 'Keep the one that the function really needs.' },
      },
    },
  },
  ({ program, interpretation }, report) => {
    const { app, ext } = program.config
    const declared = new Set([...namesIn(app.value), ...namesIn(ext?.value)])
    const used = APIS.filter((api) => interpretation.callsOf(api).some((call) => call.ns === 'wx' && call.contexts.length > 0))
    const idle = APIS.filter((api) => !used.includes(api) && !declared.has(api)).flatMap((api) => {
      const mention = interpretation.mentions.find((one) => one.ns === 'wx' && one.api === api && one.called)
      return mention ? [{ api, at: mention.at }] : []
    })
    if (used.length === 0 && declared.size === 0 && idle.length === 0) return 'inapplicable'
    for (const { api, at } of idle)
      report('in-package', {
        at,
        data: { api, file: at.file.slice(at.file.lastIndexOf('/') + 1) },
        related: [{ at: app.keyAt([DECLARED]) ?? { file: app.file, start: 0, end: 0 } }],
        verdict: 'review',
        severity: 'warning',
        confidence: 'medium',
      })

    const missing = used.filter((api) => !declared.has(api))
    const all = [...declared, ...missing]
    // Which of the two positions is meant only people know.
    const torn = all.includes(FUZZY) && all.some((api) => PRECISE.has(api))
    const edit = missing.length === 0 || torn ? undefined : declare(app, program.files.text(app.file) ?? '', missing)
    const fix: Fix | undefined = edit && {
      kind: 'safe',
      title: { zh: `在 app.json 声明 ${missing.join('、')}`, en: `Declare ${missing.join(', ')} in app.json` },
      edits: [edit],
    }
    for (const api of missing) {
      const [first, ...others] = interpretation.callsOf(api).filter((call) => call.ns === 'wx' && call.contexts.length > 0)
      if (!first) continue
      const config = app.keyAt([DECLARED]) ?? { file: app.file, start: 0, end: 0 }
      report('undeclared', {
        at: first.nameAt,
        data: { api },
        related: [{ at: config, note: { zh: '声明应在这里', en: 'to be declared here' } }, ...others.map((call) => ({ at: call.nameAt }))],
        ...(fix ? { fix } : {}),
      })
    }
    const precise = [...declared].find((api) => PRECISE.has(api))
    const list = app.at([DECLARED])
    if (declared.has(FUZZY) && precise && list) report('exclusive', { at: list, data: { api: precise } })
  },
)
