import type { Example } from '../kit.ts'

const home = {
  'pages/a/a.wxml': '<view/>',
  'pages/a/a.js': "const c = require('../../config')\nPage({ onLoad() { wx.login({ success: (r) => c.use(r.code) }) } })",
}

export const examples: readonly Example[] = [
  {
    name: { zh: '配置里写着 AppSecret', en: 'the AppSecret in a table of settings' },
    files: {
      ...home,
      'config.js': "module.exports = { appid: 'wx0000000000000000', secret: '9f86d081884c7d659a2feaa0c55ad015', use() {} }",
    },
    expect: [{ message: 'in-code', file: 'config.js', excerpt: '9f86d081884c7d659a2feaa0c55ad015', verdict: 'violation' }],
  },
  {
    name: { zh: '拆成几段的私钥', en: 'a private key in pieces' },
    files: { ...home, 'config.js': "module.exports = ['-----BEGIN', 'RSA', 'PRIVATE', 'KEY-----'].join(' ')" },
    expect: [{ message: 'in-code', file: 'config.js' }],
  },
  {
    name: { zh: '客户端直接换取会话', en: 'the session is fetched on the phone' },
    files: {
      ...home,
      'config.js':
        "const base = 'https://api.weixin.qq.com'\nmodule.exports = { use(code) { wx.request({ url: base + '/sns/jscode2session?js_code=' + code }) } }",
    },
    expect: [{ message: 'server-call', file: 'config.js', excerpt: 'wx.request' }],
  },
  {
    name: { zh: '公钥证书、地图 key、文件摘要和占位符', en: 'a certificate, a map key, a digest and a placeholder' },
    files: {
      ...home,
      'config.js':
        "module.exports = { cert: '-----BEGIN CERTIFICATE-----', mapKey: 'OB4BZ-D4W3U-B7VVO-4PJWW-6TKDJ-WPB77', md5: '5d41402abc4b2a76b9719d911017c592', appSecret: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', use(code) { wx.request({ url: 'https://api.example.com/session', data: { code } }) } }",
    },
    expect: [],
  },
  {
    name: { zh: '两截拼起来，放在环境表里，随请求发出', en: 'in two halves in a table of environments, sent with a request' },
    files: {
      'pages/a/a.wxml': '<view>谱架</view>',
      'pages/a/a.js':
        "const env = require('../../env')\nPage({ onLoad() { wx.request({ url: `https://choir.example.org/token?appid=${env.appid}&secret=${env.part}` }) } })",
      'env.js':
        "const all = { prod: { appid: 'wx1f0e2d3c4b5a6978', part: ['9c41e07ab3d258f6', '0b7d93e1c6a4f852'].join('') } }\nmodule.exports = all.prod",
    },
    expect: [{ message: 'in-code', verdict: 'violation' }],
  },
  {
    name: { zh: '随请求发出的是会话和缓存标签', en: 'what is sent is a session and the tag of a cache' },
    files: {
      'pages/a/a.wxml': '<view>谱架</view>',
      'pages/a/a.js':
        "const tag = ['9c41e07ab3d258f6', '0b7d93e1c6a4f852'].join('')\nPage({ onLoad() { wx.request({ url: 'https://choir.example.org/sheets?session=' + wx.getStorageSync('session'), header: { 'If-None-Match': tag } }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '放在项目里的上传脚本带着私钥', en: 'a script for uploads lies in the project with a private key' },
    files: {
      ...home,
      'config.js': 'module.exports = { use() {} }',
      'upload.js':
        "const ci = require('miniprogram-ci')\nconst fs = require('fs')\nfs.writeFileSync('k', `-----BEGIN RSA PRIVATE KEY-----`)\nci.upload({})",
    },
    expect: [{ message: 'in-code', file: 'upload.js', verdict: 'review' }],
  },
  {
    name: { zh: '同一个密钥写在三个文件里是一件事', en: 'one secret in three files is one thing to reset' },
    files: {
      ...home,
      'config.js': "module.exports = { SECRETKEY: '7be1c40f92d35a68e01b7c4d96f2a853' }",
      'pages/a/im.js': "module.exports = { SECRETKEY: '7be1c40f92d35a68e01b7c4d96f2a853' }",
      'pages/a/chat.js': "module.exports = { SECRETKEY: '7be1c40f92d35a68e01b7c4d96f2a853' }",
    },
    expect: [{ message: 'in-code', verdict: 'violation' }],
  },
]
