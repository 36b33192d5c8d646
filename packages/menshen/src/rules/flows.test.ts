import { expect, test } from 'vitest'
import { collectors } from '../check/collectors.ts'
import { loadProgram } from '../program/load.ts'
import { memoryFiles } from '../program/memory.ts'
import { hostKind, hostOf, personalByLabel, personalByName, sendings, siteOf } from './flows.ts'

test('a host is read out of an address, and nothing else is taken for one', () => {
  expect(hostOf('https://api.shop.example.com:8443/a?b=1')).toBe('api.shop.example.com')
  expect(hostOf('wss://PUSH.example.com')).toBe('push.example.com')
  for (const none of ['/pages/a/a', 'https://', 'shop.example.com/a', 'https://…/login', 'data:image/png;base64,aa'])
    expect(hostOf(none)).toBeNull()
})
test('the site of a host is what somebody registers, also under two-part endings', () => {
  expect(siteOf('a.b.example.com')).toBe('example.com')
  expect(siteOf('api.shop.com.cn')).toBe('shop.com.cn')
  expect(siteOf('example.org')).toBe('example.org')
})
test('a host is told by whole labels of its name', () => {
  expect(hostKind('leads.partner.example.com')).toBe('trades')
  expect(hostKind('sg-1.example.com')).toBe('abroad')
  expect(hostKind('apis.map.qq.com')).toBe('serves')
  for (const plain of ['download.example.com', 'hkust-shop.example.com', 'graphics.example.com', 'adele.example.com'])
    expect(hostKind(plain)).toBe('plain')
})
test('fields are personal by their names, not by parts of other words', () => {
  expect(['userPhone', 'mobile', 'idCard', 'wx_openid', 'nickName', 'newPassword'].map(personalByName)).toEqual([
    'phone',
    'phone',
    'identity',
    'openid',
    'profile',
    'password',
  ])
  expect(['telescope', 'platform', 'latest', 'name', 'phoneModel', 'position'].map(personalByName)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ])
  expect(personalByLabel('请输入收货人手机号')).toBe('phone')
  expect(personalByLabel('搜索菜谱')).toBeNull()
})

test('a list that holds itself, and rows that hold one another, are read to an end', () => {
  const program = loadProgram(
    memoryFiles(
      {
        'app.json': '{"pages":["pages/o/o"]}',
        'app.js': 'App({})',
        'pages/o/o.wxml': '<input placeholder="手机号" bindinput="type" /><button bindtap="send">提交</button>',
        'pages/o/o.js': `const rows = []
Page({
  type(e) { this.setData({ who: e.detail.value }) },
  send() {
    rows.push(rows)
    rows.push([rows])
    const a = {}, b = { a }
    a.b = b
    wx.request({ url: 'https://api.shop.example.org/o', data: { rows, a, phone: this.data.who } })
  },
})`,
      },
      'shop',
    ),
    { root: '', platform: 'wechat' },
  )
  const [sent] = sendings(program, collectors.interpretation(program))
  expect(sent?.pieces.map(({ path, personal }) => [path, personal])).toEqual([['phone', 'phone']])
})
