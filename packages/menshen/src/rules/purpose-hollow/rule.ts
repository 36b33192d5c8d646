import { type ApiCall, copyOf, findTerms, rule, type Span, textsOf, type Unit, type Value, wayTo } from '../kit.ts'

const PROFILE = ['getUserProfile', 'getUserInfo']
const PROMPTS = [
  ...PROFILE,
  'getLocation',
  'getFuzzyLocation',
  'startLocationUpdate',
  'chooseAddress',
  'chooseImage',
  'chooseMedia',
  'authorize',
  'RecorderManager.start',
  'saveImageToPhotosAlbum',
]
const GOAL = /用于|用来|以便|为了|为您|方便|供|帮(?:你|您)|将(?:按|在|把)|显示|展示|保存|查找|计算|生成|推荐|只|仅/
const ITEMS = /头像|昵称|用户名|手机号|位置|性别|地区|相册|录音|麦克风|地址/
const POLITE = /[请您你的我们本小程序需要获取授权允许使用信息以便为了更好良体验服务功能提供位置用户相机权限，。、！!\s]/g

/** Says what for: names something besides the asking itself. */
const hollow = (text: string, platform: 'wechat' | 'douyin'): boolean => {
  const plain = text.replace(/\s+/g, '')
  if (plain === '') return false
  if (findTerms(plain, { platform, scope: 'purpose', lists: ['purpose.concrete'] }).some(({ strength }) => strength !== null)) return false
  if (
    findTerms(plain, { platform, scope: 'purpose', lists: ['purpose.vague'] }).some(
      ({ strength }) => strength === 'strong' || strength === 'medium',
    )
  )
    return plain.replace(POLITE, '').length < 10
  return plain.replace(POLITE, '').length < 3 || (!GOAL.test(plain) && plain.length < 6)
}

export default rule(
  {
    clauses: ['dy-review/1.1.2.1.b', 'dy-review/1.1.1.4.a', 'wx-op/12.1.1', 'wx-tos/4.4.4'],
    needs: ['program', 'interpretation', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    partial: true,
    messages: {
      vague: {
        what: { zh: '授权用途写得空泛：“{text}”', en: 'The stated purpose is hollow: "{text}"' },
        why: {
          zh: '用户要知道数据具体拿来做什么，“获取良好体验”这类说法等于没说。',
          en: 'People have to learn what exactly it is for; "a better experience" says nothing.',
        },
        fix: { zh: '写明用在哪项功能上，例如“用于查找附近的门店”。', en: 'Name the function, as in 用于查找附近的门店.' },
      },
      'nobody-named': {
        what: {
          zh: '获取用户信息前的说明没有写清谁要、要什么：“{text}”',
          en: 'The words before the profile do not say who asks, and for what data: "{text}"',
        },
        why: { zh: '授权文案须写明应用或商户名称，以及具体的信息。', en: 'They have to name the program or merchant and the exact data.' },
        fix: { zh: '写成“「某某」将获取你的头像、昵称，用于……”。', en: 'Write 「name」将获取你的头像、昵称，用于…….' },
      },
    },
  },
  ({ program, interpretation, copy, listing }, report) => {
    const douyin = program.platform === 'douyin'
    const verdict = douyin ? 'violation' : 'review'
    const said = new Set<string>()
    const clauses = (profile: boolean) =>
      profile
        ? ['dy-review/1.1.1.4.a', 'dy-review/1.1.2.1.b', 'wx-op/12.1.1', 'wx-tos/4.4.4']
        : ['dy-review/1.1.2.1.b', 'wx-op/12.1.1', 'wx-tos/4.4.4']
    const permission = (program.config.app.value as { permission?: Record<string, { desc?: unknown }> } | null)?.permission
    for (const scope of Object.keys(permission ?? {})) {
      const desc = permission?.[scope]?.desc
      const at = program.config.app.at(['permission', scope, 'desc'])
      if (typeof desc === 'string' && at && hollow(desc, program.platform))
        report('vague', { at, data: { text: desc }, verdict, clauses: clauses(false) })
    }
    const written = (value: Value, text: string, fallback: Span): Span =>
      value.places.find(({ constant }) => constant === text)?.at ?? fallback
    const titles = [
      listing?.name,
      ...copy.copies.filter(({ via, slot }) => via === 'config' && slot === 'navigationBarTitleText').map(({ text }) => text),
    ].filter((one): one is string => !!one && one.length >= 2)
    for (const call of interpretation.callsOf(...PROMPTS)) {
      const profile = PROFILE.includes(call.api)
      for (const context of call.contexts) {
        if (context.root.kind === 'unbound') continue
        const own = profile ? context.args[0]?.get('desc') : undefined
        for (const text of own ? textsOf(own) : [])
          if (own && hollow(text, program.platform) && !said.has(text)) {
            said.add(text)
            report('vague', {
              at: written(own, text, call.nameAt),
              related: [{ at: call.nameAt }],
              data: { text },
              verdict,
              clauses: clauses(true),
            })
          }
        const dialog = context.after[0]
        if (dialog?.api !== 'showModal' || !douyin) continue
        judgeDialog(dialog, call, context.root.unit, profile)
      }
    }
    function judgeDialog(dialog: ApiCall, call: ApiCall, unit: Unit, profile: boolean): void {
      const around = copyOf(program, copy, unit)
        .map(({ text }) => text)
        .join(' ')
      for (const { args, root } of dialog.contexts) {
        const content = args[0]?.get('content')
        const title = args[0]?.get('title')
        if (!content || content.open || root.kind === 'unbound') continue
        for (const text of textsOf(content)) {
          const whole = `${title ? textsOf(title).join('') : ''}${text}`
          if (said.has(whole)) continue
          // A wrapper shows many dialogs; only those that speak of this permission count.
          if (dialog.contexts.length > 1 && !root.unit.base.startsWith(unit.base)) continue
          said.add(whole)
          const at = written(content, text, dialog.nameAt)
          const related = [{ at: dialog.nameAt }, ...wayTo(call, call.contexts.slice(0, 1), program).related]
          if (hollow(text, program.platform)) report('vague', { at, related, data: { text }, clauses: clauses(profile) })
          else if (
            profile &&
            !(ITEMS.test(whole) && (/[「『“"《].+[」』”"》]/.test(whole) || titles.some((name) => whole.includes(name)))) &&
            !around.includes('将获取')
          )
            report('nobody-named', { at, related, data: { text }, verdict: 'review', clauses: ['dy-review/1.1.1.4.a'] })
        }
      }
    }
  },
)
