import { pictureUse, rule } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/1.2.1.1.b', 'dy-review/1.2.1.1.c'],
    needs: ['program', 'pictures'],
    since: '2026-11',
    severity: 'error',
    // The code is read without doubt; whether people are to pay by it, a human sees.
    confidence: 'high',
    platforms: ['douyin'],
    messages: {
      'purse-in-picture': {
        what: { zh: '图片里有{of}的收款码', en: 'A picture holds the code of {of}' },
        why: {
          zh: '不接受扫第三方二维码付款或转账，须用平台支付；请看这张图是否给用户付款用。',
          en: 'Paying by scanning a code or by transfer is not accepted; somebody has to see whether people are to pay by this one.',
        },
        fix: { zh: '去掉收款码图片，改用平台支付。', en: 'Remove the picture and use the platform’s payment.' },
      },
    },
  },
  ({ program, pictures }, report) => {
    for (const picture of pictures.pictures)
      for (const code of picture.codes) {
        if (code.meaning !== 'payment') continue
        const { at } = pictureUse(program, picture.path)
        report('purse-in-picture', {
          at: { file: picture.path, start: 0, end: 0, box: code.box },
          data: { of: code.of },
          verdict: 'review',
          related: at.slice(0, 6).map((span) => ({ at: span, note: { zh: '这里用到', en: 'used here' } })),
        })
      }
  },
)
