import { expect, test } from 'vitest'
import { collectors } from '../check/collectors.ts'
import { loadProgram } from '../program/load.ts'
import { memoryFiles } from '../program/memory.ts'
import { shapesOf, synthesisedServer } from './shapes.ts'

const files = memoryFiles(
  {
    'app.json': '{"pages":["p/p"]}',
    'app.js': 'App({})',
    'lib/ask.js': `module.exports = (url, done) => wx.request({
  url,
  success(res) { if (res.data.code === 0) done(res.data.data) }
})`,
    'p/p.js': `const ask = require('../lib/ask.js')
Page({
  data: { list: [], head: null },
  onLoad() {
    ask('https://a.com/list', (d) => this.setData({ list: d.rows, head: d.head }))
  },
  go(e) { wx.navigateTo({ url: '/q/q?id=' + this.data.list[0].id }) }
})`,
    'p/p.wxml': `<view wx:if="{{head}}">{{head.title}}</view>
<view wx:for="{{list}}" wx:key="id" bindtap="go"><image src="{{item.cover}}"/><text>{{item.name}}</text><text>{{item.price}}</text></view>`,
  },
  'shapes',
)
const program = loadProgram(files, { root: '' })
const shapes = shapesOf(collectors.interpretation(program), files)

test('an answer is made up after the way in which the page reads it, with what its wrapper checks', () => {
  const server = synthesisedServer(shapes)
  const answer = server.answer({
    method: 'GET',
    url: 'https://a.com/list',
    stack: [
      { file: 'lib/ask.js', line: 1 },
      { file: 'p/p.js', line: 5 },
    ],
  })
  expect(answer.source).toBe('synthesised')
  const body = JSON.parse(answer.body)
  expect(body.code).toBe(0)
  expect(body.data.head.title).toEqual(expect.any(String))
  expect(body.data.rows).toHaveLength(3)
  expect(new Set(body.data.rows.map((row: { id: number }) => row.id)).size).toBe(3)
  expect(body.data.rows[0]).toMatchObject({ cover: expect.stringMatching(/^https:/), price: expect.any(Number), name: expect.any(String) })
})
test('who asks where nothing is read gets an empty object', () => {
  expect(synthesisedServer(shapes).answer({ method: 'GET', url: 'https://a.com/x', stack: [] }).body).toBe('{}')
})
