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
]
