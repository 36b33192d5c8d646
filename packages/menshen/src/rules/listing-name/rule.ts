import { findTerms, rule, type Text } from '../kit.ts'

/** Han and full-width characters count double on both platforms. */
const width = (text: string): number => [...text].reduce((sum, one) => sum + (/[\u0000-\u00ff]/.test(one) ? 1 : 2), 0)
/** WeChat 4 to 30, Douyin 4 to 20 (2026-11). */
const LIMITS = { wechat: [4, 30], douyin: [4, 20] } as const
/** Signs that no word needs; a dot between Han words, brackets and hyphens may belong to a brand. */
const DECOR =
  /[★☆♥♡❤✿❀※◆◇●○■□▲△▼◎§¤→←↑↓♪♫✔✘✨🔥~～^_`|\\*#@$￥=<>{}[\]]|[!！?？。.,，、;；:：…]{1,}$|(.)\1{3,}|[\u{1f000}-\u{1faff}]|[\u2460-\u24ff]/u
/** Letters and digits that mean nothing, hung onto a Han name. */
const FILLER = /(?<=\p{Script=Han})(?:[a-z]\d{1,3}|\d{1,2}[a-z]|[a-z]{1,2}|0{2,}\d*|6{2,}|8{2,}|9{2,}|v\d{1,3})[~～\s]*$/iu

/** Douyin's company and its products. */
const PLATFORM_MARK = /抖音|抖[ -]?音|douyin|tik ?tok|字节跳动|bytedance|今日头条|西瓜视频|抖店|巨量|剪映|番茄小说/i
const CONTACT =
  /(?:加|添加)?(?:微信号?|薇信|v信|vx|wx|QQ群?号?|扣扣)[:：\s]{0,2}[a-z0-9][\w-]{4,19}|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)|https?:\/\/\S+|www\.\S+/i

/** A store, a centre or a list of mini programs, or an office. */
const OFFICIAL = /小程序(?:商店|中心|市场|大全|平台|官网)|应用(?:商店|市场)|官方(?:平台|助手|小程序|认证|中心)$|^官方/

/** Programs, apps and catchwords that everybody searches for. */
const HOT =
  /抖音|快手|拼多多|淘宝|支付宝|京东|美团|饿了么|小红书|微博|哔哩哔哩|[bB]站|王者荣耀|和平精英|原神|吃鸡|羊了个羊|合成大西瓜|跳一跳(?!的)|蚂蚁森林|滴滴|携程|知乎|yyds|绝绝子|栓q|芭比q|泰酷辣|显眼包|破防|emo了|神曲|网红|爆款|city不city/gi

export default rule(
  {
    clauses: ['wx-op/2.5', 'wx-op/2.6', 'wx-op/2.7', 'wx-op/14.1', 'later/douyin-basic-info'],
    needs: ['program', 'listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    // Whether another program has the name, the platform knows.
    partial: true,
    messages: {
      generic: {
        what: { zh: '名称“{text}”是泛称，没有识别性', en: 'The name “{text}” is a generic word' },
        why: { zh: '宽泛、普遍的词作名称会干扰搜索结果。', en: 'Generic words as names spoil what people search for.' },
        fix: { zh: '加上自己的品牌或特点，如“青梅家庭日历”。', en: 'Put your own brand or trait before it.' },
      },
      words: {
        what: {
          zh: '{field}里有营销或广告法禁用词：“{text}”',
          en: 'The {field} holds a sales word or one that advertising law forbids: “{text}”',
        },
        why: {
          zh: '名称、简介里不得混入商业化用语、流行语和“国家级”“最高级”一类的词。',
          en: 'Sales words, fashionable words and superlatives may stand in neither name nor introduction.',
        },
        fix: { zh: '删去这些词，只写功能。', en: 'Remove them and say what the program does.' },
      },
      decorated: {
        what: { zh: '名称“{text}”夹了无意义的符号或字母', en: 'The name “{text}” holds signs or letters that mean nothing' },
        why: { zh: '不得靠加字母、符号绕过重名等规则。', en: 'Letters and signs may not be added to get round the rules on names.' },
        fix: { zh: '去掉它们；名称已被占用就换一个。', en: 'Remove them; choose another name if it is taken.' },
      },
      platform: {
        what: { zh: '名称“{text}”像是平台官方的', en: 'The name “{text}” looks like the platform’s own' },
        why: {
          zh: '非平台官方的小程序，名称不得含平台及其产品的字样，也不得自称官方；涉品牌的须交商标证明。',
          en: 'A program that is not the platform’s own bears neither its marks nor the word “official”; brands need proof of the trademark.',
        },
        fix: { zh: '去掉这些字样，换成自己的名称。', en: 'Remove them and use a name of your own.' },
      },
      contact: {
        what: { zh: '{field}里有联系方式：“{text}”', en: 'The {field} holds a contact: “{text}”' },
        why: {
          zh: '名称和简介只说服务本身，不得留微信号、电话、网址等引流信息。',
          en: 'Name and introduction say what the service is; accounts, numbers and addresses that lead elsewhere are refused.',
        },
        fix: { zh: '删去，把电话填在后台的客服信息里。', en: 'Remove it and give the number in the console’s service fields.' },
      },
      length: {
        what: {
          zh: '名称长 {length}，应在 {least} 到 {most} 之间（汉字算 2）',
          en: 'The name is {length} long; {least} to {most} is allowed, Han counting two',
        },
        why: { zh: '平台后台不接受这个长度的名称。', en: 'The console does not take a name of this length.' },
        fix: { zh: '改成合适的长度。', en: 'Make it fit.' },
      },
    },
  },
  ({ program, listing }, report) => {
    const { platform } = program
    const fields = [
      ['name', listing.name, { zh: '名称', en: 'name' }],
      ['intro', listing.intro, { zh: '简介', en: 'introduction' }],
      ['description', listing.description, { zh: '功能说明', en: 'description' }],
    ] as const satisfies readonly (readonly [string, string | undefined, Text])[]
    if (fields.every(([, text]) => !text))
      return { notChecked: { zh: 'listing.json 里没有名称和简介', en: 'the listing has neither a name nor an introduction' } }

    for (const [field, text, called] of fields) {
      if (!text) continue
      const matches = findTerms(text, {
        platform,
        scope: field === 'name' ? 'name' : 'intro',
        lists: ['ad-law', 'marketing', 'contacts', 'hot-names', 'fad', 'fads', 'hot'],
      }).filter((one) => one.strength !== null)
      const hard = matches.filter((one) => one.strength === 'strong' || (one.strength === 'medium' && one.context.length === 0))
      const [first] = hard.length > 0 ? hard : matches
      const hot = [...new Set(text.match(HOT) ?? [])]
      if (!first && hot.length > 0 && platform === 'wechat')
        report('words', {
          at: { listing: field },
          data: { field: called, text: hot.slice(0, 4).join('、') },
          clauses: ['wx-op/2.5'],
          // One may be what the service is about.
          verdict: hot.length > 1 ? 'violation' : 'review',
        })
      if (first)
        report('words', {
          at: { listing: field },
          data: { field: called, text: [...new Set(hard.map((one) => one.matched))].slice(0, 4).join('、') || first.matched },
          clauses: ['wx-op/2.5', 'later/douyin-basic-info'],
          // One superlative may be harmless; two of them, or one in the name, are not.
          verdict:
            hard.some((one) => one.strength === 'strong') || hard.length > 1 || (field === 'name' && hard.length > 0)
              ? 'violation'
              : 'review',
        })
    }

    // What reaches people elsewhere belongs to the contact fields of the console.
    for (const [field, text, called] of fields) {
      const contact = platform === 'douyin' && text ? CONTACT.exec(text) : null
      if (contact)
        report('contact', {
          at: { listing: field },
          data: { field: called, text: contact[0] },
          clauses: ['later/douyin-basic-info'],
        })
    }

    const { name } = listing
    if (!name) return
    const own = platform === 'douyin' ? (PLATFORM_MARK.exec(name) ?? OFFICIAL.exec(name)) : OFFICIAL.exec(name)
    if (own) {
      const mark = platform === 'douyin' && PLATFORM_MARK.test(name)
      report('platform', {
        at: { listing: 'name' },
        data: { text: name },
        clauses: platform === 'douyin' ? ['later/douyin-basic-info'] : ['wx-op/2.7'],
        verdict: mark ? 'violation' : 'review',
        confidence: mark ? 'high' : 'low',
      })
    }
    const bare = name.replace(/[\s\u200b-\u200f\p{P}\p{S}]+/gu, '')
    const generic = findTerms(bare, { platform, scope: 'name', lists: ['generic-name'] }).find((one) => one.strength !== null)
    if (platform === 'wechat' && generic)
      report('generic', {
        at: { listing: 'name' },
        data: { text: name },
        clauses: ['wx-op/2.6'],
        verdict: 'violation',
        confidence: generic.strength === 'strong' ? 'high' : 'medium',
      })
    else if (DECOR.test(name) || FILLER.test(name.trim())) {
      const decor = DECOR.test(name)
      report('decorated', {
        at: { listing: 'name' },
        data: { text: name },
        clauses: ['wx-op/2.7', 'later/douyin-basic-info'],
        verdict: decor ? 'violation' : 'review',
      })
    }
    const [least, most] = LIMITS[platform]
    const length = width(name.trim())
    if (length < least || length > most)
      report('length', {
        at: { listing: 'name' },
        data: { length: String(length), least: String(least), most: String(most) },
        clauses: ['wx-op/14.1', 'later/douyin-basic-info'],
        verdict: generic ? 'review' : 'violation',
      })
  },
)
