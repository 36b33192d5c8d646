import { likeMark, rule } from '../kit.ts'

export default rule(
  {
    clauses: ['wx-op/10.3', 'wx-op/2.1', 'wx-op/6.1.7', 'later/douyin-basic-info'],
    needs: ['program', 'listing', 'pictures'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    // Likeness of drawings is one way of many to borrow a look.
    partial: true,
    messages: {
      'like-a-mark': {
        what: { zh: '图标的图形与{mark}相近', en: 'The icon’s drawing resembles {mark}' },
        why: {
          zh: '不得使用平台的标识或近似图形，否则用户会误认为官方小程序。',
          en: 'The platforms’ marks and what resembles them may not be used: people would take the program for an official one.',
        },
        fix: { zh: '换成自己的图形。', en: 'Use a drawing of your own.' },
      },
    },
  },
  ({ program, listing, pictures }, report) => {
    if (!listing.icon) return { notChecked: { zh: 'listing.json 没有给出图标', en: 'the listing names no icon' } }
    const icon = pictures.pictures.find(({ role }) => role === 'icon')
    if (!icon?.measures) return { notChecked: { zh: '没有看到图标', en: 'the icon was not seen' } }
    const like = likeMark(icon.measures)
    if (!like) return
    report('like-a-mark', {
      at: { file: icon.path, start: 0, end: 0, box: [0, 0, icon.width, icon.height] },
      data: { mark: like.name },
      verdict: 'review',
      ...(program.platform === 'wechat' ? { clauses: ['wx-op/10.3', 'wx-op/2.1', 'wx-op/6.1.7'] } : {}),
      related: [{ at: { listing: 'icon' } }],
    })
  },
)
