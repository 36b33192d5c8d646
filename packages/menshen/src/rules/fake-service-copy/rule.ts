import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: [
      'dy-review/3.4.4.1',
      'wx-op/6.1.11',
      'wx-op/6.1.7',
      'wx-op/5.2',
      'dy-review/3.4.4.2',
      'dy-review/3.4.4.3',
      'wx-op/6.2.4',
      'later/easy-money',
    ],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      papers: {
        what: { zh: '提供假证、挂靠或代考：“{text}”', en: 'False papers, lent certificates or stand-ins: “{text}”' },
        why: {
          zh: '办假证、证件挂靠、代考代写都属造假，违法违规。',
          en: 'False papers, lending certificates, sitting exams and writing theses for others are fraud.',
        },
        fix: { zh: '删除服务和联系方式，可保留报名时间、备考资料。', en: 'Remove the service; exam dates and study material may stay.' },
      },
      traffic: {
        what: { zh: '提供刷单、刷量、买粉等服务：“{text}”', en: 'Bought followers, likes, orders or removals: “{text}”' },
        why: {
          zh: '买卖粉丝和点赞、刷单、有偿删帖是流量造假。',
          en: 'Trading followers and likes, fake orders and paid removals falsify traffic.',
        },
        fix: { zh: '去掉这些服务，可改为拍摄、运营教程。', en: 'Remove them; lessons on filming or running an account are fine.' },
      },
      earning: {
        what: { zh: '以轻松赚钱引人入群、交费：“{text}”', en: 'Easy money is promised: “{text}”' },
        why: {
          zh: '用网赚吸引用户导流，或要求先交钱才能入群，属违法违规。',
          en: 'Luring people elsewhere with easy money, or asking for money before they may join, is unlawful.',
        },
        fix: { zh: '删除；真实招聘写明岗位、地点和劳动合同。', en: 'Remove it; real jobs name post, place and contract.' },
      },
    },
  },
  (evidence, report) =>
    // Easy money is a demand of its own since then.
    sayThemes(
      evidence,
      (message, detail) =>
        report(message, message === 'earning' ? { ...detail, clauses: [...(detail.clauses ?? []), 'later/easy-money'] } : detail),
      {
        papers: { lists: ['fake-papers'] },
        traffic: { lists: ['brush'] },
        earning: { lists: ['easy-money'] },
      },
    ),
)
