import { family, hasTag, rule, wayTo } from '../kit.ts'

const APIS = ['getLocation', 'getFuzzyLocation', 'startLocationUpdate', 'startLocationUpdateBackground']
/** What cannot be offered without knowing where people are, or is offered better with it. */
const PLACES =
  /附近|周边|身边|就近|最近的|离.{0,6}近|码头|渡口|港口|机场|火车|高铁|路况|里程|出车|接单|门店|店铺|商家|网点|同城配送|配送范围|配送费|外卖|送餐|自提|地图|导航|路线|天气|气温|降雨|空气质量|城市|同城|本地|距离|公里|千米|[0-9}]\s*km|打卡|签到|考勤|外勤|骑行|跑步|徒步|轨迹|公交|地铁|车站|站点|停车|车位|充电桩|加油|骑手|酒店|民宿|景点|景区|旅游|出行|打车|拼车|潮汐|台风|水位|地震|日出|日落|星空|指南针|朝向|房源|租房|楼盘|家政|上门|维修|救援|求助|急救|医院|药店|网吧|影院|餐厅|咖啡|场馆|球场|健身房|校区|经纬度|海拔|钓点|农田|地块/
/** A field of the data that tells where something is. */
const PLACE_FIELD = /\{\{[^{}]*(?:city|district|province|address|distance)/i
const CITY_FIELD = /出生地|籍贯|^请?选择(?:城市|地区|省市)/

export default rule(
  {
    clauses: ['wx-op/12.4.4', 'later/location-scenes', 'dy-review/1.1.2.2.a'],
    needs: ['program', 'interpretation', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'warning',
    // What a service needs is judged from what it says.
    confidence: 'medium',
    partial: true,
    messages: {
      'nothing-needs-it': {
        what: {
          zh: '获取用户位置，却看不出哪项服务离不开位置（{api}）',
          en: 'The position is taken ({api}), but nothing offered seems to depend on it',
        },
        why: {
          zh: '位置只能提供给必须依靠位置才能提供的服务；与业务无关的定位会被驳回。',
          en: 'A position may be taken only for a service that cannot be given without it.',
        },
        fix: {
          zh: '不需要就删掉定位；需要的话，在页面上写清楚位置用来做什么。',
          en: 'Remove it; or say on the page what the position is for.',
        },
      },
    },
  },
  ({ program, interpretation, copy, listing }, report) => {
    const calls = interpretation.callsOf(...APIS).filter((call) => call.contexts.some(({ root }) => root.kind !== 'unbound'))
    if (calls.length === 0) return 'inapplicable'
    const said = [listing?.name, listing?.intro, listing?.description, ...(listing?.categories ?? [])].join(' ')
    if (PLACES.test(said)) return
    if (hasTag(program, 'map') || interpretation.callsOf('openLocation', 'chooseLocation', 'createMapContext').length > 0) return
    // A field to fill in asks where something goes, not where somebody is.
    const spoken = copy.copies.filter(
      ({ text, slot, at, carrier }) =>
        PLACES.test(text) &&
        !CITY_FIELD.test(text) &&
        !/^(?:desc|placeholder|label)$/.test(slot) &&
        carrier !== 'wx.showToast' &&
        !/miniprogram_npm\//.test(at.file),
    )
    // The address book of a shop, a weather module and the like stand anywhere; on the page itself they speak for the call.
    for (const call of calls) {
      const contexts = call.contexts.filter(({ root }) => root.kind !== 'unbound')
      const units = new Set(contexts.flatMap(({ root }) => [...family(program, root.unit)]))
      if (units.has(program.app.base) && spoken.length > 0) continue
      const here = spoken.filter(({ units: of, reachable, via }) => (reachable || via === 'config') && of.some((unit) => units.has(unit)))
      if (here.length > 0) continue
      // A page that shows a town, an address or a distance does something with the place: whether it needs it is for a person.
      const shows = program.pages.some(
        ({ base, template }) => template !== null && units.has(base) && PLACE_FIELD.test(program.files.text(template) ?? ''),
      )
      const elsewhere = shows || spoken.some(({ reachable }) => reachable)
      report('nothing-needs-it', {
        ...wayTo(call, contexts, program),
        data: { api: `${call.ns}.${call.api}` },
        verdict: elsewhere ? 'review' : 'violation',
        confidence: elsewhere ? 'low' : 'medium',
      })
    }
  },
)
