import { answered, call, type Example, finger, type Sketched, sketchMove, sketchPass, sketchRun, tapped } from '../kit.ts'

const board = {
  'pages/board/board.wxml':
    '<view wx:for="{{posts}}" wx:key="_id">{{item.text}}</view><textarea bindinput="type" placeholder="说说村里的事" /><button bindtap="post">发布</button>',
  'pages/board/board.js':
    "const wall = require('../../wall')\nPage({ data: { posts: [], text: '' }, onShow() { wall.all().then((r) => this.setData({ posts: r.data })) }, type(e) { this.setData({ text: e.detail.value }) }, post() { wall.add(this.data.text) } })",
}

// Where a text goes and who sees it, only a run shows for certain.
const wall = {
  'pages/wall/wall.wxml': '<view wx:for="{{list}}">{{item}}</view>',
  'pages/wall/wall.js': "Page({ data: { list: [] }, onShow() { this.setData({ list: require('../../lib/n').all() }) } })",
  'pages/write/write.wxml': '<textarea bindinput="type" /><button bindtap="send">贴</button>',
  'pages/write/write.js': "Page({ type(e) { this.t = e.detail.value }, send() { require('../../lib/n').put(this.t) } })",
  'lib/n.js':
    "const post = (o) => wx.request(o)\nexports.put = (t) => post({ url: 'https://api.example.org/notes', data: t })\nexports.all = () => []",
}
const improper = '门神测试乙 加微信线上赌场稳赢 裸聊约炮'
const read = [
  call('request', { answer: 'ok', by: 'responses', summary: { data: { list: ['溪边的石凳修好了'] } } }),
  answered('https://api.example.org/notes'),
]
const sent = [
  finger('贴', 'send', 1),
  call('request', {
    at: 'lib/n.js:1:24',
    cause: tapped(1),
    args: { url: 'https://api.example.org/notes', data: improper },
    answer: 'ok',
    by: 'responses',
  }),
  answered('https://api.example.org/notes', { method: 'POST' }),
]
const posted = (records: readonly Sketched[], ...texts: readonly string[]) =>
  sketchRun(
    sketchPass(
      { kind: 'posting' },
      sketchMove({ do: 'open', route: 'pages/write/write', query: '' }, { screen: { texts: ['贴'] } }),
      sketchMove({ do: 'input', selector: 'textarea', value: improper }, { screen: { texts: ['贴'] }, purpose: 'post-improper' }),
      sketchMove({ do: 'tap', selector: 'button', text: '贴' }, { records, screen: { texts: ['贴'] }, purpose: 'post-improper' }),
      sketchMove({ do: 'open', route: 'pages/wall/wall', query: '' }, { records: read, screen: { texts }, purpose: 'posted-improper' }),
    ),
  )
const picture = (records: readonly Sketched[], said: string) =>
  sketchRun(
    sketchPass(
      { kind: 'taps' },
      sketchMove({ do: 'open', route: 'pages/write/write', query: '' }, { screen: { texts: ['选一张'] } }),
      sketchMove({ do: 'tap', selector: 'button', text: '选一张' }, { records, screen: { texts: ['选一张', said] } }),
    ),
  )
const upload = call('uploadFile', { at: 'lib/n.js:1:24', cause: tapped(1), answer: 'ok', by: 'responses' })

export const examples: readonly Example[] = [
  {
    name: { zh: '直接写进云数据库', en: 'straight into the cloud database' },
    files: {
      ...board,
      'wall.js':
        "const posts = () => wx.cloud.database().collection('posts')\nconst check = (t) => (t.trim() ? t : '')\nexports.add = (text) => posts().add({ data: { text: check(text) } })\nexports.all = () => posts().get()",
    },
    expect: [{ message: 'unchecked', excerpt: 'posts', file: 'wall.js', verdict: 'violation' }],
  },
  {
    name: { zh: '云函数里没有检测', en: 'the cloud function does not check' },
    files: {
      ...board,
      'wall.js':
        "exports.add = (text) => wx.cloud.callFunction({ name: 'addPost', data: { text } })\nexports.all = () => wx.cloud.database().collection('posts').get()",
      'cloudfunctions/addPost/index.js':
        "const cloud = require('wx-server-sdk')\nexports.main = ({ text }) => cloud.database().collection('posts').add({ data: { text } })",
    },
    expect: [{ message: 'unchecked', file: 'wall.js', verdict: 'violation' }],
  },
  {
    name: { zh: '发到自己的服务器，检测在不在服务器上看不到', en: 'posted to a server that may or may not check' },
    files: {
      ...board,
      'wall.js':
        "exports.add = (text) => wx.request({ url: 'https://api.example.com/comments', method: 'POST', data: { text } })\nexports.all = () => new Promise((success) => wx.request({ url: 'https://api.example.com/comments', success }))",
    },
    expect: [{ message: 'check-unseen', file: 'wall.js', excerpt: 'wx.request', verdict: 'review' }],
  },
  {
    name: { zh: '云函数先检测再写入', en: 'the cloud function checks before it writes' },
    files: {
      ...board,
      'wall.js':
        "exports.add = (text) => wx.cloud.callFunction({ name: 'addPost', data: { text } })\nexports.all = () => wx.cloud.database().collection('posts').get()",
      'cloudfunctions/addPost/index.js':
        "const cloud = require('wx-server-sdk')\nexports.main = async ({ text }) => { const r = await cloud.openapi.security.msgSecCheck({ content: text }); return r.result.suggest === 'pass' && cloud.database().collection('posts').add({ data: { text } }) }",
    },
    expect: [],
  },
  {
    name: {
      zh: '只展示别人的内容；自己的搜索、地址和反馈不算发布',
      en: 'others’ content is only shown; a search, an address and feedback are not published',
    },
    files: {
      'pages/a/a.wxml':
        '<view wx:for="{{list}}" wx:key="id">{{item.content}}</view><input bindconfirm="search" /><textarea bindinput="type" /><button bindtap="send">提交反馈</button>',
      'pages/a/a.js':
        "Page({ data: { list: [], text: '' }, search(e) { wx.request({ url: 'https://api.example.com/search', data: { text: e.detail.value }, success: (r) => this.setData({ list: r.data }) }) }, type(e) { this.setData({ text: e.detail.value }) }, send() { wx.request({ url: 'https://api.example.com/feedback', method: 'POST', data: { content: this.data.text } }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '运行时：违规文字和别人的一起挂在墙上', en: 'seen in a run: the improper text hangs among the others' },
    files: wall,
    run: posted(sent, improper, '刚刚', '溪边的石凳修好了'),
    expect: [{ message: 'shown-at-once', excerpt: 'request', file: 'lib/n.js' }],
  },
  {
    name: { zh: '运行时：只有自己看得到，写着等待审核', en: 'seen in a run: marked as waiting, for its author alone' },
    files: wall,
    run: posted(sent, '我的便条', improper, '等待审核，仅自己可见', '溪边的石凳修好了'),
    expect: [],
  },
  {
    name: { zh: '运行时：先送去检测', en: 'seen in a run: it goes to a check first' },
    files: wall,
    run: posted([answered('https://api.example.org/text-check', { method: 'POST' }), ...sent], improper, '刚刚', '溪边的石凳修好了'),
    expect: [],
  },
  {
    name: { zh: '运行时：只存在手机里的记事', en: 'seen in a run: a note that stays on the telephone' },
    files: wall,
    run: posted([finger('贴', 'send', 1)], improper, '刚刚', '溪边的石凳修好了'),
    expect: [],
  },
  {
    name: { zh: '运行时：图片传上去就上墙', en: 'seen in a run: a picture hangs as soon as it is uploaded' },
    files: wall,
    run: picture([upload], '已上墙'),
    expect: [{ message: 'picture-at-once', excerpt: 'request', file: 'lib/n.js' }],
  },
  {
    name: { zh: '运行时：图片等待审核', en: 'seen in a run: the picture waits' },
    files: wall,
    run: picture([upload], '审核中，通过后上墙'),
    expect: [],
  },
  {
    name: {
      zh: '云数据库：只有集合名说明是大家都看的留言墙',
      en: 'cloud database: the collection’s name tells that it is everybody’s wall',
    },
    files: {
      'pages/a/a.wxml': '<view wx:for="{{notes}}" wx:key="_id">{{item.text}}</view><button bindtap="say">写一张</button>',
      'pages/a/a.js':
        "Page({ data: { notes: [] }, async onShow() { const { data } = await wx.cloud.database().collection('wall').orderBy('at', 'desc').get(); this.setData({ notes: data }) }, say() { wx.navigateTo({ url: '/pages/say/say' }) } })",
      'pages/say/say.wxml': '<form bindsubmit="send"><textarea name="text" /><button form-type="submit">贴上去</button></form>',
      'pages/say/say.js':
        "Page({ async send(e) { await wx.cloud.database().collection('wall').add({ data: { text: e.detail.value.text, at: Date.now() } }); wx.navigateBack() } })",
    },
    expect: [{ message: 'unchecked', file: 'pages/say/say.js', verdict: 'violation' }],
  },
  {
    name: { zh: '云数据库：自己的待办集合', en: 'cloud database: one’s own things to do' },
    files: {
      'pages/a/a.wxml':
        '<view wx:for="{{list}}" wx:key="_id">{{item.text}}</view><form bindsubmit="add"><input name="text" /><button form-type="submit">记下</button></form>',
      'pages/a/a.js':
        "Page({ data: { list: [] }, async onShow() { const { data } = await wx.cloud.database().collection('todos').get(); this.setData({ list: data }) }, async add(e) { await wx.cloud.database().collection('todos').add({ data: { text: e.detail.value.text } }) } })",
    },
    expect: [],
  },
]
