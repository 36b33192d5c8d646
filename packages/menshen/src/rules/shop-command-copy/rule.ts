import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/2.1.2.2', 'wx-op/3.9'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      command: {
        what: {
          zh: '让用户复制口令或链接去别的平台：“{text}”',
          en: 'People are told to copy a command or link to another platform: “{text}”',
        },
        why: {
          zh: '小程序里的服务应当在小程序里完成，复制口令、领券链接去别处购买属于站外导流。',
          en: 'What a program offers has to be done in it; copying commands or coupon links to buy elsewhere leads people away.',
        },
        fix: {
          zh: '在小程序内完成下单；复制功能只用于自己的订单号、地址等。',
          en: 'Let people order here; copy only your own order numbers or addresses.',
        },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      command: { lists: ['command'] },
    }),
)
