import { rule, type Span, textsOf, type Value } from '../kit.ts'

/** What the platform tells of a person. */
const GIVEN =
  /^(?:getUserProfile|getUserInfo|getWeRunData|getFriendCloudStorage|getGroupCloudStorage|getPhoneNumber|chooseAddress|getLocation|chooseInvoiceTitle)$/
const DECISION =
  /(?:评估|审核|申请|授信|资格|信用)[^，。]{0,6}(?:未?通过|不通过|不符|失败|成功|拒绝|批准)|(?:已|未|不予|予以)(?:通过|批准|授信)|(?:日|月|年)?(?:费率|利率|利息)[^，。]{0,6}(?:\d|…|%)|(?:可借|授信|免押|信用|贷款)额度[^，。]{0,6}(?:\d|…|为)|(?:信用|综合)(?:评分|分)[^，。]{0,4}(?:\d|…)/

const PURPOSE = /评估|额度|授信|信用|评分|资格|免押|风控/

const fromPlatform = (value: Value) =>
  value.origins.find((origin) => (origin.source === 'api' || origin.source === 'response') && GIVEN.test(origin.name))

export default rule(
  {
    clauses: ['wx-op/12.2.7'],
    needs: ['interpretation'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    platforms: ['wechat'],
    // A server may decide as well.
    partial: true,
    messages: {
      decided: {
        what: {
          zh: '用从微信取得的数据（{api}）作出资格、费率的决定：“{text}”',
          en: 'Data from WeChat ({api}) decides on eligibility or a rate: “{text}”',
        },
        why: {
          zh: '未经授权，不得用从微信和小程序得到的数据批准、拒绝申请或确定利率。',
          en: 'Without permission such data may not approve or refuse an application or set a rate.',
        },
        fix: {
          zh: '按用户自己提交、与业务有关的材料决定，不用头像、昵称、地区等平台数据。',
          en: 'Decide by what people submit for the purpose, not by avatar, nickname, region and the like.',
        },
      },
    },
  },
  ({ interpretation }, report) => {
    const seen = new Set<string>()
    /** Asked for in the same handler, where a computation hides what became of the answer. */
    const asked = (at: Span, unit: string) =>
      interpretation.calls.find(
        (call) =>
          GIVEN.test(call.api) &&
          call.contexts.some(({ root }) => root.unit.base === unit && root.at.file === at.file && root.at.start === at.start),
      )
    for (const write of interpretation.writes) {
      if (write.root.kind === 'unbound') continue
      const keys = write.value.keys()
      const values = keys.length === 0 ? [write.value] : [write.value, ...keys.slice(0, 20).flatMap((key) => write.value.get(key) ?? [])]
      for (const value of values) {
        const text = textsOf(value).find((one) => DECISION.test(one))
        if (!text || seen.has(`${write.at.file}:${write.at.start}`)) continue
        const given =
          fromPlatform(value) ??
          write.guards
            .flatMap((guard) => guard.origins)
            .find(
              (origin) =>
                (origin.source === 'api' || origin.source === 'response') &&
                GIVEN.test(origin.name) &&
                !/errMsg|authSetting|confirm/.test(origin.path),
            )
        if (!given) {
          const beside = asked(write.root.at, write.root.unit.base)
          if (!beside || !value.open) continue
          seen.add(`${write.at.file}:${write.at.start}`)
          const said = beside.contexts.flatMap(({ args }) => args[0]?.get('desc')?.constants ?? []).map(String)
          report('decided', {
            at: write.at,
            data: { api: beside.api, text: text.slice(0, 30) },
            related: [{ at: beside.nameAt }, { at: write.root.at }],
            // The program says itself what it asks for.
            verdict: said.some((one) => PURPOSE.test(one)) ? 'violation' : 'review',
          })
          continue
        }
        seen.add(`${write.at.file}:${write.at.start}`)
        report('decided', {
          at: write.at,
          data: { api: given.name, text: text.slice(0, 30) },
          related: [{ at: given.at, note: { zh: '数据来自这里', en: 'the data comes from here' } }, { at: write.root.at }],
        })
      }
    }
  },
)
