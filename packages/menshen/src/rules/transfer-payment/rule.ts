import { rule, wordingsIn } from '../kit.ts'

const SAFE = /不要|请勿|切勿|谨防|不接受|不支持|拒绝/

export default rule(
  {
    clauses: ['dy-review/1.2.1.1.b', 'dy-review/1.2.1.1.c'],
    needs: ['program', 'copy'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['douyin'],
    messages: {
      'scan-to-pay': {
        what: { zh: '让用户扫第三方二维码付款：“{text}”', en: 'People are to scan a code of a third party to pay: "{text}"' },
        why: {
          zh: '不接受扫码付款，须用平台的担保支付。',
          en: 'Paying by scanning a code is not accepted; the platform’s payment has to be used.',
        },
        fix: { zh: '去掉收款码，接入平台支付。', en: 'Remove the code and use the platform’s payment.' },
      },
      'transfer-to-pay': {
        what: { zh: '让用户转账付款：“{text}”', en: 'People are to transfer money: "{text}"' },
        why: {
          zh: '不支持向账户转账来付款，须用平台的担保支付。',
          en: 'Paying by transfer to an account is not accepted; the platform’s payment has to be used.',
        },
        fix: {
          zh: '去掉转账说明和凭证上传，接入平台支付。',
          en: 'Remove the transfer and the upload of slips and use the platform’s payment.',
        },
      },
    },
  },
  ({ program, copy }, report) => {
    for (const [list, message, clause] of [
      ['pay-qr', 'scan-to-pay', 'dy-review/1.2.1.1.b'],
      ['transfer', 'transfer-to-pay', 'dy-review/1.2.1.1.c'],
    ] as const) {
      const [first, ...others] = wordingsIn(program, copy, [list]).filter(
        ({ strength, copy: one }) => strength !== 'weak' && !SAFE.test(one.text),
      )
      if (first)
        report(message, {
          at: first.at,
          data: { text: first.text },
          clauses: [clause],
          related: others.slice(0, 10).map(({ at }) => ({ at })),
          ...(first.strength === 'strong' ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
        })
    }
  },
)
