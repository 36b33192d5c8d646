import { findTerms, type Interpretation, type ProgramModel, rule, saidIn } from '../kit.ts'

const width = (text: string): number => [...text].reduce((sum, one) => sum + (/[\u0000-\u00ff]/.test(one) ? 1 : 2), 0)
/** WeChat takes 4 to 120 characters. */
const LEAST = 4
const MOST = 240
/** Something that a program does, or a thing that it does it with. */
const DOES =
  /查|看|算|记录?|写|画|拍|录|听|读|学|练|测(?!试版)|测量|买|订|预订|预约|点餐|点单|报名|缴|付|租|借|还|寄|取|领|投|评|搜|找|定位|导航|翻译|扫|识别|生成|制作|提醒|打卡|签到|管理|统计|分享|下载|上传|播放|直播|聊|发布|登记|登录|填|选|比|换|收集|整理|浏览|展示|介绍|推荐|教程|资料|日历|清单|课程|目录|地图|计算|录入|输入|排|抽|玩|答题|背|背诵|复习|咨询|挂号|问诊|配送|外卖|核销|工具|查询/
const GOODS = /图解|步骤|题库|菜谱|食谱|时刻表|票|菜|房|车|书|花|药|衣|鞋|茶|酒|面馆|诗|词|琴|棋|字帖|星/
/** What a name says outright. */
const THING =
  /画板|画画|日历|天气|翻译|计算器|相机|相册|记账|账本|食谱|菜谱|菜场|外卖|点餐|餐厅|奶茶|咖啡|酒店|民宿|租房|房产|租车|打车|公交|地铁|车票|旅行|题库|刷题|背单词|单词|课堂|课程|作业|听书|小说|诗词|字典|音乐|歌词|吉他|钢琴|棋|象棋|围棋|拼图|跑步|健身|瑜伽|减肥|挂号|药房|医院|诊所|美甲|美发|美容|洗车|加油|停车|快递|寄件|维修|家政|保洁|招聘|求职|简历|相亲|婚礼|宠物|花店|鲜花|水果|超市|团购|商城|拍卖|彩妆|证件照|壁纸|头像|打印|投票|问卷|报名|打卡|备忘|便签|闹钟|倒计时|番茄钟|汇率|股票|基金|保险|贷款|报税|发票|法律|律师/
const FILL =
  /致力于|专业|贴心|优质|一站式|美好|品质|用心|服务每一|让生活|更好|领先|值得信赖|欢迎|体验|为您|为用户|提供|服务|平台|追求|卓越|极致|专注|信赖|创新|品味|品位|提升|提高/g

const bigrams = (text: string): ReadonlySet<string> => {
  const out = new Set<string>()
  for (const run of text.match(/\p{Script=Han}+|[A-Za-z]{2,}/gu) ?? [])
    if (/[A-Za-z]/.test(run)) out.add(run.toLowerCase())
    else for (let i = 0; i + 2 <= run.length; i++) out.add(run.slice(i, i + 2))
  return out
}
const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((one) => b.has(one)).length
const singles = (text: string): ReadonlySet<string> => new Set(text.match(/\p{Script=Han}/gu) ?? [])
const COMMON = /[的小大了和与记家网城店馆社坊手帮助点一上中这我你本新好]/

const pageText = (program: ProgramModel, interpretation: Interpretation): string =>
  [...saidIn(interpretation).map((one) => one.text), ...program.tabBar.map((tab) => tab.text)].join(' ').slice(0, 20_000)

export default rule(
  {
    clauses: ['wx-op/2.3', 'wx-op/2.4', 'wx-op/3.1', 'wx-op/14.1'],
    needs: ['program', 'interpretation', 'listing'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    platforms: ['wechat'],
    partial: true,
    messages: {
      hollow: {
        what: { zh: '简介没有说明小程序做什么：“{text}”', en: 'The introduction does not say what the program does: “{text}”' },
        why: {
          zh: '简介须明确介绍功能，反映核心体验，空泛的口号不行。',
          en: 'It has to say plainly what the functions are; slogans do not.',
        },
        fix: { zh: '写明用户能做什么，如“输入墙长和层高，算出墙漆用量”。', en: 'Say what people can do with it.' },
      },
      missing: {
        what: { zh: '没有简介', en: 'There is no introduction' },
        why: { zh: '提审须填写简介，说明功能。', en: 'A submission needs one that says what the functions are.' },
        fix: { zh: '写一段 4 到 120 字的简介。', en: 'Write one of 4 to 120 characters.' },
      },
      length: {
        what: { zh: '简介长度不合要求（{length}）', en: 'The introduction has the wrong length ({length})' },
        why: { zh: '平台后台只接受 4 到 120 字。', en: 'The console takes 4 to 120 characters.' },
        fix: { zh: '改成合适的长度。', en: 'Make it fit.' },
      },
      unrelated: {
        what: { zh: '名称“{name}”与简介、页面没有关联', en: 'The name “{name}” has nothing to do with the introduction and the pages' },
        why: { zh: '名称、图标、简介等基本信息须相互关联。', en: 'Name, icon and introduction have to relate to each other.' },
        fix: {
          zh: '换成与服务有关的名称，或在简介里说明。',
          en: 'Choose a name that fits the service, or explain it in the introduction.',
        },
      },
      'other-service': {
        what: { zh: '简介说的内容在页面上找不到', en: 'What the introduction speaks of is not to be found on the pages' },
        why: { zh: '实际提供的服务必须与简介一致。', en: 'What is offered has to be what the introduction says.' },
        fix: { zh: '更新简介，或补上所说的功能。', en: 'Bring it up to date, or add what it promises.' },
      },
    },
  },
  ({ program, interpretation, listing }, report) => {
    const intro = listing.intro?.trim() ?? ''
    const about = `${intro} ${listing.description ?? ''}`
    if (intro === '') {
      report('missing', { at: { listing: 'intro' }, clauses: ['wx-op/2.3'], verdict: listing.description ? 'review' : 'violation' })
      return
    }
    const length = width(intro)
    if (length < LEAST || length > MOST)
      report('length', { at: { listing: 'intro' }, data: { length: String(length) }, clauses: ['wx-op/14.1'], verdict: 'violation' })

    const left = intro.replace(FILL, '')
    const vague = findTerms(intro, { platform: 'wechat', scope: 'intro', lists: ['vague'] }).some((one) => one.strength !== null)
    const does = DOES.test(left) || GOODS.test(left)
    // The description may say what the introduction does not; then it is only a matter of moving it.
    if (!does && (vague || (intro.match(FILL)?.length ?? 0) >= 2))
      report('hollow', {
        at: { listing: 'intro' },
        data: { text: intro.slice(0, 30) },
        clauses: ['wx-op/2.3'],
        verdict: DOES.test((listing.description ?? '').replace(FILL, '')) ? 'review' : 'violation',
      })

    const pages = pageText(program, interpretation)
    const { name } = listing
    if (name) {
      const names = [...singles(name)].filter((one) => !COMMON.test(one))
      const elsewhere = `${about} ${pages}`
      if (names.length >= 2 && !names.some((one) => elsewhere.includes(one)) && width(about) >= 16)
        report('unrelated', {
          at: { listing: 'name' },
          data: { name },
          clauses: ['wx-op/2.4'],
          // A made-up name may stand for anything; one that names a thing promises it.
          // The introduction may say the same in other words, unless it names another thing.
          verdict: THING.test(name) && THING.test(elsewhere) ? 'violation' : 'review',
        })
    }
    const wanted = bigrams(left)
    if (does && wanted.size >= 8 && bigrams(pages).size >= 30 && shared(wanted, bigrams(pages)) === 0 && interpretation.opaque.size === 0)
      report('other-service', { at: { listing: 'intro' }, clauses: ['wx-op/3.1', 'wx-op/2.3'], verdict: 'review', confidence: 'low' })
  },
)
