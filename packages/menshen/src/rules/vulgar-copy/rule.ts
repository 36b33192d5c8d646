import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: [
      'dy-review/3.1.1',
      'wx-op/6.1.5',
      'dy-review/3.1.3',
      'dy-review/3.1.2',
      'dy-review/3.1.4',
      'dy-review/3.1.5',
      'dy-review/3.1.6',
      'dy-review/3.1.7',
      'dy-review/3.1.8',
      'dy-review/3.1.9',
      'wx-op/6.1.10',
    ],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      suggestive: {
        what: { zh: '擦边或暗示性的文字，请看画面：“{text}”', en: 'Suggestive words; look at the pictures: “{text}”' },
        why: {
          zh: '衣着暴露、局部特写和借位等擦边内容不被接受，画面须由人来看。',
          en: 'Revealing or misleading poses are not accepted; a human has to see the pictures.',
        },
        fix: { zh: '换成普通的图片和文字。', en: 'Use ordinary pictures and words.' },
      },
      innuendo: {
        what: { zh: '性暗示或低俗言论：“{text}”', en: 'Sexual innuendo or vulgar talk: “{text}”' },
        why: { zh: '涉性的问答、大冒险和露骨言语不被接受。', en: 'Sexual questions, dares and explicit talk are not accepted.' },
        fix: { zh: '删去这些题目和文字，例如题库只留旅行、美食等话题。', en: 'Remove them; a question bank may keep to travel and food.' },
      },
      lure: {
        what: { zh: '引诱浏览色情内容：“{text}”', en: 'People are lured to pornography: “{text}”' },
        why: { zh: '诱导或鼓励浏览淫秽色情内容会被拒绝。', en: 'Luring people to obscene content is refused.' },
        fix: { zh: '删除内容和入口；标题如实概括正文。', en: 'Remove the content and its entry; titles say what the text holds.' },
      },
      trade: {
        what: { zh: '疑似性交易信息：“{text}”', en: 'Sexual services: “{text}”' },
        why: { zh: '有偿性服务信息违法，会被拒绝。', en: 'Offers of paid sexual services are unlawful and refused.' },
        fix: { zh: '删除内容，并在发布前审核用户投稿。', en: 'Remove it, and check what users post before it shows.' },
      },
      devices: {
        what: { zh: '售卖或展示性器具：“{text}”', en: 'Sexual devices are sold or shown: “{text}”' },
        why: {
          zh: '性器具的展示和推销受限，逼真的更不可展示。',
          en: 'Such devices may not be advertised; realistic ones may not be shown.',
        },
        fix: { zh: '下架此类商品。', en: 'Take these goods down.' },
      },
      garments: {
        what: { zh: '售卖贴身旧物或迎合性癖好：“{text}”', en: 'Worn garments or fetishes: “{text}”' },
        why: { zh: '穿过的内衣、丝袜和性癖好内容不被接受。', en: 'Worn underwear and fetish content are not accepted.' },
        fix: { zh: '删除内容；衣物须为全新，例如“全新棉袜，三双装”。', en: 'Remove it; garments have to be new.' },
      },
      body: {
        what: { zh: '低俗的人体内容或婚闹：“{text}”', en: 'Vulgar display of bodies or wedding pranks: “{text}”' },
        why: { zh: '低俗婚闹、人体盛宴和低俗漫画不被接受。', en: 'Vulgar wedding games, body banquets and comics are not accepted.' },
        fix: { zh: '换成得体的内容。', en: 'Use decent content instead.' },
      },
      affairs: {
        what: { zh: '宣扬婚外情、包养等关系：“{text}”', en: 'Affairs or paid relations are promoted: “{text}”' },
        why: { zh: '宣扬不正当关系有违公序良俗。', en: 'Promoting affairs offends public morals.' },
        fix: { zh: '删除此类信息；婚姻内容以普法、咨询为限。', en: 'Remove it; keep to law and counselling.' },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      suggestive: { lists: ['suggestive', 'intimacy'], most: 'review' },
      innuendo: { lists: ['innuendo'] },
      lure: { lists: ['lure'] },
      trade: { lists: ['trade'] },
      devices: { lists: ['devices'] },
      garments: { lists: ['garments'] },
      body: { lists: ['body'] },
      affairs: { lists: ['affairs'] },
    }),
)
