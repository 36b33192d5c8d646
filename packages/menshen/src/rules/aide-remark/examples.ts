import type { AideEvidence, Example } from '../kit.ts'

const files = {
  'pages/a/a.wxml': '<view>每天三分钟，躺着也能月入过万</view><view>先交 99 元押金再派单</view>',
  'pages/a/a.js': 'Page({})',
}
const at = (text: string) => {
  const start = files['pages/a/a.wxml'].indexOf(text)
  return { file: 'pages/a/a.wxml', start, end: start + text.length }
}
const passage = (text: string) => ({ id: 'p1', kind: 'text' as const, text, at: at(text), units: ['pages/a/a'] })
const heard: AideEvidence = {
  model: 'm',
  remarks: [],
  refused: {},
  addressed: [],
  count: { requests: 1, cached: 0, unasked: 0, tokens: 10 },
}
const deposit = passage('先交 99 元押金再派单')

export const examples: readonly Example[] = [
  {
    name: { zh: '模型指出一句话', en: 'the model points at a sentence' },
    files,
    aide: { ...heard, remarks: [{ clause: 'wx-op/5.2', passage: deposit, quote: '押金再派单', why: '先收费后派单，疑似欺诈' }] },
    expect: [{ message: 'remark', file: 'pages/a/a.wxml', excerpt: '押金再派单', verdict: 'review' }],
  },
  {
    name: { zh: '写给审核机器看的文字', en: 'words for a reviewing machine' },
    files,
    aide: { ...heard, addressed: [{ ...passage('每天三分钟，躺着也能月入过万'), id: 'a1' }] },
    expect: [{ message: 'addressed', verdict: 'review' }],
  },
  { name: { zh: '模型没有意见', en: 'the model has nothing to say' }, files, aide: heard, expect: [] },
  { name: { zh: '没有请模型帮忙', en: 'nobody asked the model' }, files, expect: [] },
  {
    name: { zh: '模型引用了没有问过的条款', en: 'a clause of the other platform' },
    files,
    aide: { ...heard, remarks: [{ clause: 'dy-review/2.2.2.1', passage: deposit, quote: '押金', why: '…' }] },
    expect: [],
  },
]
