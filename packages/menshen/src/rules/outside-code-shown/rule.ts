import { type Code, pictureUse, rule } from '../kit.ts'

export default rule(
  {
    clauses: ['wx-op/5.1', 'wx-op/3.9', 'wx-op/5.10', 'dy-review/1.2.2.3', 'dy-review/2.1.2.2'],
    needs: ['program', 'pictures'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    // Codes that a server sends, and words that lure without a code, are other rules' concern.
    partial: true,
    messages: {
      contact: {
        what: { zh: '图片里的二维码指向{of}', en: 'A picture holds a code that leads to {of}' },
        why: {
          zh: '不得用图片诱导关注、加人或进群，也不得把用户引到别处付款；客服联系方式可以，请看图上和周围怎么说。',
          en: 'Pictures may not lure people to follow, add or join, nor lead them elsewhere to pay. A way to reach the service is fine: see what the picture and its page say.',
        },
        fix: {
          zh: '用平台的客服、关注组件代替二维码；确为客服联系方式的，不要附带奖励或条件。',
          en: 'Use the platform’s own contact and follow components; a code for service must not promise or demand anything.',
        },
      },
      program: {
        what: { zh: '图片里有{of}', en: 'A picture holds {of}' },
        why: {
          zh: '未经允许不得展示、推荐或汇集其他小程序；若是本小程序自己的码则没有问题。',
          en: 'Other mini programs may not be shown, recommended or gathered without permission; the program’s own code is fine.',
        },
        fix: { zh: '扫码核对；是其他小程序的，去掉。', en: 'Scan it; remove it when it belongs to another program.' },
      },
      download: {
        what: { zh: '图片里的二维码指向{of}的下载', en: 'A picture holds a code for downloading {of}' },
        why: {
          zh: '不得诱导下载，也不得以使用其他应用为条件。',
          en: 'People may not be lured into downloading an app, nor may functions depend on one.',
        },
        fix: { zh: '去掉下载二维码，在小程序内提供功能。', en: 'Remove it and offer the function in the program.' },
      },
      link: {
        what: { zh: '图片里的二维码指向网页 {of}', en: 'A picture holds a code that leads to the page {of}' },
        why: { zh: '不得把用户引到外链去领取或购买。', en: 'People may not be led to pages outside to collect or buy.' },
        fix: { zh: '去掉二维码，在小程序内完成。', en: 'Remove it and let people do it in the program.' },
      },
    },
  },
  ({ program, pictures }, report) => {
    const wechat = program.platform === 'wechat'
    for (const picture of pictures.pictures) {
      if (picture.role === 'icon') continue
      const { at } = picture.role === 'packaged' ? pictureUse(program, picture.path) : { at: [] }
      for (const code of picture.codes) {
        const clauses = clausesOf(code, wechat)
        if (clauses.length === 0) continue
        const bait = (picture.lines ?? []).some(({ text }) => BAIT.test(text))
        report(code.meaning as 'contact' | 'program' | 'download' | 'link', {
          at: { file: picture.path, start: 0, end: 0, box: code.box },
          data: { of: code.of },
          verdict: 'review',
          severity: bait ? 'error' : code.meaning === 'program' || at.length === 0 ? 'info' : 'warning',
          confidence: bait ? 'high' : code.kind === 'mini-program' || at.length === 0 ? 'low' : 'medium',
          clauses,
          related: at.slice(0, 6).map((span) => ({ at: span, note: { zh: '这里用到', en: 'used here' } })),
        })
      }
    }
  },
)

/** Words beside a code that promise or demand. */
const BAIT = /红包|奖励|免费领|领取|福利|返现|优惠|赠送|抽奖|解锁|限时|关注后|进群|加群|立减|送/

const clausesOf = ({ meaning }: Code, wechat: boolean): readonly string[] => {
  switch (meaning) {
    case 'contact':
      return wechat ? ['wx-op/5.1', 'wx-op/3.9'] : ['dy-review/1.2.2.3', 'dy-review/2.1.2.2']
    case 'program':
      return wechat ? ['wx-op/3.9', 'wx-op/5.10'] : ['dy-review/2.1.2.2']
    case 'download':
      return wechat ? ['wx-op/5.1', 'wx-op/3.9'] : ['dy-review/2.1.2.2']
    // WeChat's clauses speak of programs, accounts and apps, not of pages.
    case 'link':
      return wechat ? [] : ['dy-review/2.1.2.2']
    default:
      return []
  }
}
