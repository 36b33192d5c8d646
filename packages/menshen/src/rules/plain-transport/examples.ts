import type { Example } from '../kit.ts'

const page = { 'pages/a/a.wxml': '<input placeholder="密码" password bindinput="set" /><button bindtap="go">登录</button>' }

export const examples: readonly Example[] = [
  {
    name: { zh: '协议由配置表拼出来', en: 'the scheme comes from a table' },
    files: {
      ...page,
      'lib/http.js':
        "const hosts = { api: ['http', 'api.shop.example.org:8080'] }\nmodule.exports = (path, data) => wx.request({ url: hosts.api.join('://') + path, data })",
      'pages/a/a.js':
        "const http = require('../../lib/http')\nPage({ set(e) { this.setData({ pwd: e.detail.value }) }, go() { http('/login', { pwd: this.data.pwd }) } })",
    },
    expect: [{ message: 'plain-address', file: 'lib/http.js', excerpt: 'wx.request', verdict: 'violation' }],
  },
  {
    name: { zh: '记住密码', en: 'the password is remembered' },
    files: {
      ...page,
      'pages/a/a.js': "Page({ set(e) { this.setData({ pwd: e.detail.value }) }, go() { wx.setStorageSync('pwd', this.data.pwd) } })",
    },
    expect: [{ message: 'kept-in-clear', excerpt: 'wx.setStorageSync' }],
  },
  {
    name: {
      zh: 'http 只在注释和命名空间里，开发者工具里才用本机地址',
      en: 'http in a comment and a namespace; a local address in the developer tool only',
    },
    files: {
      ...page,
      'pages/a/a.js':
        "// http://old.example.org\nconst svg = '<svg xmlns=\"http://www.w3.org/2000/svg\"/>'\nPage({ data: { svg }, set(e) { this.setData({ name: e.detail.value }) }, go() { if (__wxConfig.envVersion === 'develop') wx.request({ url: 'http://127.0.0.1:3000' }); wx.request({ url: 'https://api.shop.example.org' }); wx.setStorageSync('token', this.data.name) } })",
    },
    expect: [],
  },
  {
    name: { zh: '选好的照片由 http 上传', en: 'a picture that was picked goes up over http' },
    files: {
      'pages/a/a.wxml': '<button bindtap="add">上传照片</button>',
      'lib/up.js':
        "const env = { scheme: 'http', host: 'up.example.org' }\nmodule.exports = (filePath) => wx.uploadFile({ url: [env.scheme, '://', env.host, '/pic'].join(''), filePath, name: 'f' })",
      'pages/a/a.js':
        "const up = require('../../lib/up')\nPage({ add() { wx.chooseMedia({ success: (r) => r.tempFiles.forEach((f) => up(f.tempFilePath)) }) } })",
    },
    expect: [{ message: 'plain-address', file: 'lib/up.js', verdict: 'violation' }],
  },
  {
    name: { zh: '状态库把填写的身份证号原样存下来', en: 'a store keeps the identity number as it was typed' },
    files: {
      'pages/a/a.wxml':
        '<input placeholder="姓名" data-k="name" bindinput="fill" /><input placeholder="身份证号" data-k="idno" bindinput="fill" /><button bindtap="done">提交</button>',
      'store.js':
        "const state = {}\nexports.commit = (patch) => { Object.assign(state, patch); wx.setStorageSync('guest', JSON.stringify(state)) }",
      'pages/a/a.js':
        "const { commit } = require('../../store')\nPage({ fill(e) { this.form = { ...this.form, [e.currentTarget.dataset.k]: e.detail.value } }, done() { commit(this.form) } })",
    },
    expect: [{ message: 'kept-in-clear', file: 'store.js', verdict: 'violation' }],
  },
  {
    name: { zh: '只存加密之后的；普通备注照存', en: 'only what is enciphered is kept, and a plain remark' },
    files: {
      'pages/a/a.wxml': '<input placeholder="身份证号" bindinput="fill" /><input placeholder="备注" bindinput="note" />',
      'pages/a/a.js':
        "const { encrypt } = require('../../lib/aes')\nPage({ fill(e) { wx.setStorageSync('guest', encrypt(e.detail.value)) }, note(e) { wx.setStorageSync('note', e.detail.value) } })",
    },
    expect: [{ message: 'kept-in-clear', verdict: 'review' }],
  },
  {
    name: { zh: '会员卡号存在本机', en: 'the number of a loyalty card is kept' },
    files: {
      'pages/a/a.wxml': '<view>会员卡 {{card.card_no}}</view>',
      'pages/a/a.js':
        "Page({ onShow() { wx.request({ url: 'https://api.example.com/card', success: (r) => { const card = { card_no: r.data.card_no, points: r.data.points }; this.setData({ card }); wx.setStorageSync('card', card) } }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '方案和主机出自同一张表，正式版走明文', en: 'scheme and host out of one table; the released edition sends in the clear' },
    files: {
      'env.js':
        "const table = { develop: { s: 'http', h: '127.0.0.1:8080' }, trial: { s: 'https', h: 'test.example.org' }, release: { s: 'http', h: 'api.example.org' } }\nconst cur = table[wx.getAccountInfoSync().miniProgram.envVersion] || table.release\nmodule.exports = cur.s + '://' + cur.h",
      'pages/a/a.wxml':
        '<form bindsubmit="save"><input name="user" placeholder="工号" /><input name="pass" password placeholder="密码" /><button form-type="submit">登录</button></form>',
      'pages/a/a.js':
        "const base = require('../../env')\nPage({ save(e) { wx.request({ url: base + '/login', method: 'POST', data: e.detail.value }) } })",
    },
    expect: [{ message: 'plain-address', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '同一张表，只有本机调试走明文', en: 'the same table, in the clear on the developer’s own machine only' },
    files: {
      'env.js':
        "const table = { develop: { s: 'http', h: '127.0.0.1:8080' }, trial: { s: 'https', h: 'test.example.org' }, release: { s: 'https', h: 'api.example.org' } }\nconst cur = table[wx.getAccountInfoSync().miniProgram.envVersion] || table.release\nmodule.exports = cur.s + '://' + cur.h",
      'pages/a/a.wxml':
        '<form bindsubmit="save"><input name="user" placeholder="工号" /><input name="pass" password placeholder="密码" /><button form-type="submit">登录</button></form>',
      'pages/a/a.js':
        "const base = require('../../env')\nPage({ save(e) { wx.request({ url: base + '/login', method: 'POST', data: e.detail.value }) } })",
    },
    expect: [],
  },
]
