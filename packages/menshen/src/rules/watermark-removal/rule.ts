import { allSaid, callPath, rule, saidIn, wayBack, wordingsIn } from '../kit.ts'

const SAVES = ['saveVideoToPhotosAlbum', 'saveImageToPhotosAlbum', 'downloadFile', 'saveFile', 'saveFileToDisk']
const PARSES =
  /pars(?:e|ing)|jiexi|analy|extract|resolve|no_?wm|no_?water|un_?water|(?:remove|del|de|clear|qu)_?-?(?:water)?mark|watermark[/_-](?:remove|del|clear)|quwatermark|qushuiyin|clean/i
const ADDS = /(?:add|make|put|create)[/_-]?water_?mark|water_?mark[/_-](?:add|make|create)/i
const LINK = /(?:粘贴|复制|输入)[^。]{0,12}(?:链接|地址|分享)|(?:视频|作品|短视频|分享)链接/
const CLEAN = /去(?:除|掉)?水印|无水印|干净(?:原片|视频|版)|无标识|原片|解析/
const OWN = /加水印|添加水印|我的水印/

export default rule(
  {
    clauses: ['dy-review/3.4.2.1', 'wx-op/6.1.9'],
    needs: ['program', 'interpretation', 'copy'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      tool: {
        what: { zh: '把别人的作品去掉水印后保存', en: 'Other people’s works are saved without their marks' },
        why: {
          zh: '不得提供去水印的工具、方法或服务，有侵权风险。',
          en: 'Tools, methods and services that remove marks are not allowed; they infringe rights.',
        },
        fix: { zh: '去掉解析和去水印功能。', en: 'Remove the resolving and cleaning of other people’s links.' },
      },
      offered: {
        what: { zh: '文案提供去水印：“{text}”', en: 'The words offer to remove marks: "{text}"' },
        why: { zh: '不得提供或介绍去水印。', en: 'Removing marks may be neither offered nor explained.' },
        fix: { zh: '删去该功能和文案。', en: 'Remove the function and the words.' },
      },
    },
  },
  ({ program, interpretation, copy }, report) => {
    const words = wordingsIn(program, copy, ['watermark']).filter(({ strength, copy: one }) => strength !== 'weak' && !OWN.test(one.text))
    const said = saidIn(interpretation)
    const whole = allSaid(interpretation)
    const asks = LINK.test(whole) ? said.find(({ text }) => LINK.test(text)) : undefined
    const cleans = CLEAN.test(whole) ? said.find(({ text }) => CLEAN.test(text) && !OWN.test(text)) : undefined
    const saves = interpretation.callsOf(...SAVES).filter(({ contexts }) => contexts.some(({ root }) => root.kind !== 'unbound'))
    for (const call of interpretation.callsOf('request', 'cloud.callFunction')) {
      const context = call.contexts.find(({ root, args }) => {
        const [options] = args
        const data = options?.get('data')
        const from = wayBack([
          ...(data?.origins ?? []),
          ...(data?.keys() ?? []).flatMap((key) => data?.get(key)?.origins ?? []),
          ...(options?.get('url')?.origins ?? []),
        ])
        const names = [
          ...(options?.get('url')?.constants ?? []),
          ...(options?.get('url')?.pieces.flat() ?? []),
          ...(options?.get('name')?.constants ?? []),
        ].flatMap((one) => (typeof one === 'string' ? [one.replace(/^https?:\/\/[^/]+/, '')] : []))
        const named = [...names, ...(data?.keys() ?? [])]
        const typed = from.some(({ source, name }) => source === 'event' || name === 'getClipboardData') || asks !== undefined
        return root.kind === 'gesture' && typed && named.some((one) => PARSES.test(one) && !ADDS.test(one))
      })
      if (!context || saves.length === 0 || !(asks || cleans || words.length > 0)) continue
      const sure = cleans !== undefined || words.some(({ strength }) => strength === 'strong')
      report('tool', {
        at: call.nameAt,
        ...callPath(call, context),
        related: [
          ...[asks, cleans].flatMap((one) => (one ? [{ at: one.at }] : [])),
          ...saves.slice(0, 3).map(({ nameAt }) => ({ at: nameAt, note: { zh: '保存', en: 'saved here' } })),
          ...callPath(call, context).related,
        ],
        ...(sure ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
      })
      return
    }
    const [first, ...others] = words
    if (first)
      report('offered', {
        at: first.at,
        data: { text: first.text },
        related: others.slice(0, 12).map(({ at }) => ({ at })),
        ...(first.strength === 'strong' ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
      })
  },
)
