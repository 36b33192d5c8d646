import { call, type Example, lifecycle, sketchMove, sketchPass, sketchRun } from '../kit.ts'

const page = { 'pages/calc/calc.wxml': '<button bindtap="count">计算</button>' }
const nodes = [
  'Program',
  'ExpressionStatement',
  'CallExpression',
  'MemberExpression',
  'Identifier',
  'Literal',
  'BinaryExpression',
  'AssignmentExpression',
  'IfStatement',
  'BlockStatement',
  'VariableDeclaration',
  'FunctionDeclaration',
  'FunctionExpression',
  'ReturnStatement',
  'ObjectExpression',
  'ForStatement',
]

const menu = { 'pages/m/m.wxml': '<view>菜单</view>', 'pages/m/m.js': "Page({\n  onLoad() {\n    require('kit').run(this)\n  },\n})" }
const ran = (text: string, ...after: readonly string[]) =>
  sketchRun(
    sketchPass(
      {},
      sketchMove(
        { do: 'open', route: 'pages/m/m', query: '' },
        {
          records: [call('Function', { at: 'pages/m/m.js:3:5', args: text, cause: lifecycle('onLoad', ...after) })],
          screen: { texts: ['菜单'] },
        },
      ),
    ),
  )

export const examples: readonly Example[] = [
  {
    name: { zh: '服务器下发的公式交给 Function 执行', en: 'a formula from the server is run by Function' },
    files: {
      ...page,
      'pages/calc/calc.js':
        "const run = require('../../run')\nPage({ count() { wx.request({ url: 'https://api.example.com/formula', success: (r) => this.setData({ out: run(r.data.code)() }) }) } })",
      'run.js': "const Make = (() => {}).constructor\nmodule.exports = (code) => Make('a', code)",
    },
    expect: [{ message: 'downloaded', file: 'run.js', excerpt: 'Make', verdict: 'violation' }],
  },
  {
    name: { zh: '定时器执行文本、间接 eval', en: 'a timer runs a text, eval by another name' },
    files: {
      ...page,
      'pages/calc/calc.js':
        "const indirect = (0, eval)\nPage({ count() { wx.request({ url: 'https://api.example.com/r', success: (r) => { setTimeout(r.data + '', 9); indirect(r.data) } }) } })",
    },
    expect: [
      { message: 'downloaded', excerpt: 'setTimeout' },
      { message: 'downloaded', excerpt: 'indirect' },
    ],
  },
  {
    name: { zh: '用户输入的算式交给 eval', en: 'what the user types is given to eval' },
    files: {
      'pages/calc/calc.wxml': '<input bindinput="count" />',
      'pages/calc/calc.js': 'Page({ count(e) { this.setData({ out: eval(e.detail.value) }) } })',
    },
    expect: [{ message: 'made', excerpt: 'eval', verdict: 'review' }],
  },
  {
    name: { zh: '压缩过的解释器放在第三方目录', en: 'a minified interpreter in a vendor folder' },
    files: {
      ...page,
      'pages/calc/calc.js': "const vm = require('../../vendor/mini')\nPage({ count() { vm({ type: 'Program', body: [] }) } })",
      'vendor/mini.js': `module.exports=function(){var n={${nodes.map((name) => `${name}:function(e,s){return v(e,s)}`).join(',')}};function v(e,s){return n[e.type](e,s)}return v}()`,
    },
    expect: [{ message: 'interpreter', file: 'vendor/mini.js', verdict: 'violation' }],
  },
  {
    name: { zh: '引用解释器包', en: 'an interpreter package is required' },
    files: { ...page, 'pages/calc/calc.js': "const { evaluate } = require('eval5')\nPage({ count() { evaluate('1 + 1') } })" },
    expect: [{ message: 'interpreter', file: 'pages/calc/calc.js', excerpt: "'eval5'" }],
  },
  {
    name: {
      zh: '哈希库里的死分支、找全局对象的老写法、函数表、传函数的定时器',
      en: 'a dead branch of a hash library, an old way to the global object, a table of functions, timers with functions',
    },
    files: {
      ...page,
      'pages/calc/calc.js':
        "const md5 = require('../../md5')\nconst root = Function('return this')()\nconst table = { add: (a, b) => a + b }\nPage({ count() { setTimeout(() => this.setData({ out: table.add(1, 2), hash: md5('a'), root: !!root }), 9) }, evaluate(rule) { return table[rule] } })",
      'md5.js':
        "var NODE = typeof process === 'object' && process.versions\nmodule.exports = function (text) { if (NODE) { var crypto = eval(\"require('crypto')\"); return crypto.createHash('md5').update(text) } return text.length }",
    },
    expect: [],
  },
  {
    name: { zh: '运行时执行了服务器给的文本', en: 'a text that a server sent is run' },
    files: menu,
    run: ran('page.setData({ on: 1 })', 'request'),
    expect: [{ message: 'downloaded', file: 'pages/m/m.js', excerpt: 'require', verdict: 'violation' }],
  },
  {
    name: { zh: '只是寻找全局对象', en: 'a library only looks for the global object' },
    files: menu,
    run: ran('return this'),
    expect: [],
  },
  {
    name: { zh: '异步函数的构造器执行服务器的脚本', en: 'the maker of async functions runs a server’s script' },
    files: {
      'pages/a/a.wxml': '<button bindtap="run">报价</button>',
      'pages/a/a.js':
        "const Maker = Object.getPrototypeOf(async function () {}).constructor\nPage({ run() { wx.request({ url: 'https://api.example.org/rule', success: (r) => new Maker('input', r.data.body)(1) }) } })",
    },
    expect: [{ message: 'downloaded', file: 'pages/a/a.js', verdict: 'violation' }],
  },
  {
    name: { zh: '取对象的原型只为比较类型', en: 'a prototype is read to tell kinds of objects apart' },
    files: {
      'pages/a/a.wxml': '<button bindtap="run">报价</button>',
      'pages/a/a.js':
        "const plain = (o) => Object.getPrototypeOf(o) === Object.prototype\nPage({ run() { wx.request({ url: 'https://api.example.org/rule', success: (r) => this.setData({ total: plain(r.data) ? r.data.total : 0 }) }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '定时器执行传来的回调', en: 'a timer runs a callback that was handed over' },
    files: {
      'pages/a/a.wxml': '<canvas id="c" type="2d" />',
      'pages/a/a.js':
        "Page({ onReady() { wx.createSelectorQuery().in(this).select('#c').fields({ node: true }).exec((r) => this.frame(r[0].draw)) }, frame(f) { return setTimeout(f, 16) } })",
    },
    expect: [],
  },
]
