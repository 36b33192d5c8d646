import type { Example } from '../kit.ts'

const page = { 'pages/a/a.wxml': '<button bindtap="load">刷新</button>' }

export const examples: readonly Example[] = [
  {
    name: { zh: '请求封装里的明文根地址', en: 'a plain base address inside a wrapper' },
    files: {
      ...page,
      'pages/a/a.js': "const { get } = require('../../api')\nPage({ load() { get('/orders') } })",
      'api.js': "const BASE = 'http://api.example.com/v1'\nexports.get = (path) => wx.request({ url: BASE + path })",
    },
    expect: [{ message: 'plain', file: 'api.js', excerpt: "'http://api.example.com/v1'", verdict: 'violation' }],
  },
  {
    name: { zh: '内网地址', en: 'an address of a local network' },
    files: { ...page, 'pages/a/a.js': "Page({ load() { wx.request({ url: 'http://192.168.1.8:8080/list?p=' + this.data.p }) } })" },
    expect: [{ message: 'local', excerpt: "'http://192.168.1.8:8080/list?p='", file: 'pages/a/a.js' }],
  },
  {
    name: { zh: '明文的网页和套接字', en: 'a web page and a socket without encryption' },
    files: {
      'pages/a/a.wxml': '<web-view src="http://h5.example.com/rules" />',
      'pages/a/a.js': "Page({ onLoad() { wx.connectSocket({ url: 'ws://push.example.com' }) } })",
    },
    expect: [
      { message: 'plain', file: 'pages/a/a.wxml' },
      { message: 'plain', file: 'pages/a/a.js', excerpt: "'ws://push.example.com'" },
    ],
  },
  {
    name: {
      zh: '线上用 https，联调地址只在开发版；链接只是显示出来',
      en: 'https in releases, a test address in trial builds only, an address that is only shown',
    },
    files: {
      'pages/a/a.wxml':
        '<button bindtap="load">刷新</button><text>http://www.example.com</text><image src="http://img.example.com/a.png" />',
      'pages/a/a.js':
        "const hosts = { develop: 'http://localhost:3000', release: 'https://api.example.com' }\nconst { miniProgram } = wx.getAccountInfoSync()\nPage({ load() { wx.request({ url: hosts[miniProgram.envVersion] + '/a' }); if (miniProgram.envVersion === 'develop') wx.request({ url: 'http://127.0.0.1/log' }) }, old() { wx.request({ url: 'http://old.example.com' }) } })",
    },
    expect: [],
  },
]
