import type { Example } from '../kit.ts'

const page = {
  'pages/a/a.json': '{ "usingComponents": { "tally": "/tally/tally" } }',
  'pages/a/a.wxml': '<tally value="{{n}}" />',
  'pages/a/a.js': 'Page({ data: { n: 1 } })',
  'tally/tally.json': '{ "component": true }',
  'tally/tally.wxml': '<view>{{shown}}</view>',
}

export const examples: readonly Example[] = [
  {
    name: { zh: '监听器改写自己监听的字段', en: 'an observer rewrites what it watches' },
    files: {
      ...page,
      'tally/tally.js':
        "Component({ properties: { value: Number }, data: { shown: '' }, observers: { value(v) {\n  const text = String(v).trim()\n  this.setData({ value: text })\n} } })",
    },
    expect: [{ message: 'circle', file: 'tally/tally.js', excerpt: 'this.setData({ value: text })', verdict: 'violation' }],
  },
  {
    name: { zh: '两个监听器互相触发', en: 'two observers that set each other off' },
    files: {
      ...page,
      'tally/tally.js':
        "Component({ properties: { value: Number }, data: { low: 0, high: 0 }, observers: { 'value, low'() { this.setData({ high: this.data.low + 1 }) }, high(h) { this.setData({ low: h - 1 }) } } })",
    },
    expect: [
      { message: 'circle', file: 'tally/tally.js' },
      { message: 'circle', file: 'tally/tally.js' },
    ],
  },
  {
    name: { zh: '写入子字段，而监听的是全部子字段', en: 'a part is written and all parts are watched' },
    files: {
      ...page,
      'tally/tally.js':
        "const sum = Behavior({ data: { rows: { n: 0 } }, observers: { 'rows.**'(r) { this.setData({ 'rows.n': r.n + 1 }) } } })\nComponent({ behaviors: [sum], properties: { value: Number }, observers: { value(v) { this.setData({ rows: { n: v } }) } } })",
    },
    expect: [{ message: 'circle', file: 'tally/tally.js' }],
  },
  {
    name: {
      zh: '写别的字段，先比较再写，只写没有被监听的子字段，点按后才写',
      en: 'another field, a comparison first, a part that is not watched, a write after a tap',
    },
    files: {
      ...page,
      'tally/tally.js':
        "Component({ properties: { value: Number }, data: { shown: '', user: {}, list: [] }, observers: { value(v) { this.setData({ shown: v + ' 个' }) }, shown(s) { if (s.length > 9) this.setData({ shown: s.slice(0, 9) }) }, user() { this.setData({ 'user.seen': true }) }, list(l) { const kept = l.slice(0, 3); if (kept.length === l.length) return; this.setData({ list: kept }) } }, methods: { tap() { this.setData({ value: 2 }) } } })",
    },
    expect: [],
  },
]
