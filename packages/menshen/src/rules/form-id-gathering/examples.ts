import type { Example } from '../kit.ts'

const form = '<form bindsubmit="take" report-submit="{{true}}">'

export const examples: readonly Example[] = [
  {
    name: { zh: '三层表单包住商品', en: 'three forms around the goods' },
    files: {
      'pages/a/a.wxml': `${form}${form}<form bindsubmit="take" reportSubmit><button form-type="submit">茶</button></form></form></form>`,
      'pages/a/a.js': 'Page({ take() {} })',
    },
    expect: [{ message: 'forms-nested', file: 'pages/a/a.wxml', excerpt: form, verdict: 'violation' }],
  },
  {
    name: { zh: '一个表单，formId 发给服务器', en: 'one form whose id goes to a server' },
    files: {
      'pages/a/a.wxml': `${form}<button form-type="submit">提交</button></form>`,
      'pages/a/a.js': "Page({ take(e) { wx.request({ url: 'https://api.example.org/ids', data: { id: e.detail.formId } }) } })",
    },
    expect: [{ message: 'ids-sent', file: 'pages/a/a.js', excerpt: 'wx.request', verdict: 'review' }],
  },
  {
    name: { zh: '普通表单', en: 'a plain form' },
    files: {
      'pages/a/a.wxml': '<form bindsubmit="take"><input name="t" /><button form-type="submit">提交</button></form>',
      'pages/a/a.js': "Page({ take(e) { wx.request({ url: 'https://api.example.org/t', data: e.detail.value }) } })",
    },
    expect: [],
  },
]
