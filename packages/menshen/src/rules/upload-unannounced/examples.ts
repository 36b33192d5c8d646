import { call, type Example, lifecycle, sketchMove, sketchPass, sketchRun, tapped } from '../kit.ts'

const queue =
  "const held = []\nexports.add = (paths) => { held.push(...paths); exports.flush() }\nexports.flush = () => held.forEach((filePath) => wx.uploadFile({ url: 'https://api.example.org/p', filePath, name: 'p' }))\n"
const page = '<button bindtap="pick">添加照片</button><button bindtap="send">提交</button>'

const shot = {
  'pages/s/s.wxml': '<button bindtap="choose">选一张照片</button>',
  'pages/s/s.js': "const net = require('net')\nPage({\n  later() {\n    net.wx.uploadFile()\n  },\n})",
}
const opened = { do: 'open', route: 'pages/s/s', query: '' } as const
const tap = { do: 'tap', selector: 'view{选一张照片}', text: '选一张照片' } as const
const up = (cause: ReturnType<typeof lifecycle>) =>
  call('uploadFile', { at: 'pages/s/s.js:4:9', cause, args: { url: 'https://api.example.org/p', name: 'p', filePath: 'http://tmp/1.png' } })
const chain = (...names: string[]) => ({ ...tapped(2), chain: ['tap', 'chooseMedia', ...names] })
const wait = { do: 'wait', milliseconds: 2500 } as const

export const examples: readonly Example[] = [
  {
    name: { zh: '每次显示页面都上传保存的照片', en: 'the kept picture is sent whenever the page shows' },
    files: {
      'lib/queue.js':
        "exports.flush = () => wx.uploadFile({ url: 'https://api.example.org/p', filePath: wx.getStorageSync('last'), name: 'p' })\n",
      'pages/a/a.wxml': page,
      'pages/a/a.js': "const q = require('../../lib/queue')\nPage({ onShow() { q.flush() }, pick() {}, send() {} })",
    },
    expect: [{ message: 'uploaded-unasked', file: 'lib/queue.js', excerpt: 'wx.uploadFile', verdict: 'violation' }],
  },
  {
    name: { zh: '选完即传，提交再传', en: 'sent when chosen and again on submit' },
    files: {
      'lib/queue.js': queue,
      'pages/a/a.wxml': page,
      'pages/a/a.js':
        "const q = require('../../lib/queue')\nPage({ pick() { wx.chooseMedia({ success: (r) => q.add(r.tempFiles.map((f) => f.tempFilePath)) }) }, send() { q.flush() } })",
    },
    expect: [{ message: 'uploaded-twice', verdict: 'violation' }],
  },
  {
    name: { zh: '提交时上传并提示', en: 'uploaded on submit with a sign' },
    files: {
      'pages/a/a.wxml': page,
      'pages/a/a.js':
        "Page({ pick() { wx.chooseMedia({ success: (r) => { this.path = r.tempFiles[0].tempFilePath } }) }, send() { wx.showLoading({ title: '上传中' }); wx.uploadFile({ url: 'https://api.example.org/p', filePath: this.path, name: 'p', complete: () => wx.hideLoading() }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '服务器没有确认，就每秒再传一次同一张', en: 'the same picture goes up again every second until the server agrees' },
    files: shot,
    run: sketchRun(
      sketchPass(
        { kind: 'people' },
        sketchMove(opened, { screen: { texts: ['选一张照片'] } }),
        sketchMove(tap, { records: [up(chain())] }),
        sketchMove(wait, { records: [up(chain('uploadFile', 'setTimeout 1000')), up(chain('uploadFile', 'setTimeout 1000'))] }),
      ),
    ),
    expect: [{ message: 'uploaded-twice', file: 'pages/s/s.js', excerpt: 'wx.uploadFile', verdict: 'violation' }],
  },
  {
    name: { zh: '失败后自动再试一次，请人看', en: 'one more try after a failure is for a person' },
    files: shot,
    run: sketchRun(
      sketchPass(
        { kind: 'people' },
        sketchMove(opened, { screen: { texts: ['选一张照片'] } }),
        sketchMove(tap, { records: [up(chain()), up(chain('uploadFile'))] }),
      ),
    ),
    expect: [{ message: 'uploaded-twice', file: 'pages/s/s.js', verdict: 'review' }],
  },
  {
    name: { zh: '打开页面就上传，屏幕上什么也没说', en: 'uploads as the page opens, and nothing on the screen says so' },
    files: shot,
    run: sketchRun(sketchPass({}, sketchMove(opened, { records: [up(lifecycle('onLoad'))], screen: { texts: ['选一张照片'] } }))),
    expect: [{ message: 'uploaded-unasked', file: 'pages/s/s.js', verdict: 'violation' }],
  },
  {
    name: { zh: '每选一次传一次', en: 'goes up once for each choice' },
    files: shot,
    run: sketchRun(
      sketchPass(
        { kind: 'people' },
        sketchMove(opened, { screen: { texts: ['选一张照片'] } }),
        sketchMove(tap, { records: [up(chain())] }),
        sketchMove(tap, { records: [up({ ...chain(), tap: 9 })] }),
      ),
    ),
    expect: [],
  },
  {
    name: {
      zh: '选好的文件交给组件，组件一出现就上传',
      en: 'a file that was picked is handed to a component, which uploads it as it appears',
    },
    files: {
      'pages/a/a.json': '{ "usingComponents": { "file": "/components/file" } }',
      'pages/a/a.wxml': '<view bindtap="pick">添加文件</view><file wx:for="{{files}}" wx:key="path" data="{{item}}" />',
      'pages/a/a.js':
        'Page({ data: { files: [] }, pick() { wx.chooseMessageFile({ count: 1, success: (r) => this.setData({ files: r.tempFiles }) }) } })',
      'components/file.json': '{ "component": true }',
      'components/file.wxml': '<view>{{data.name}} {{state}}</view>',
      'components/file.js':
        "Component({ properties: { data: { type: Object, value: { name: '', path: '' } } }, lifetimes: { attached() { const { path } = this.data.data; wx.cloud.uploadFile({ cloudPath: 'a', filePath: path, success: () => this.setData({ state: 1 }) }) } } })",
    },
    expect: [],
  },
  {
    name: { zh: '定时器让摄像头自己拍照上传', en: 'a timer lets the camera go off, and uploads what it took' },
    files: {
      'pages/a/a.wxml': '<camera device-position="front"></camera>',
      'pages/a/a.js':
        "Page({ onReady() { setInterval(() => wx.createCameraContext().takePhoto({ success: (r) => wx.uploadFile({ url: 'https://api.example.org/f', filePath: r.tempImagePath, name: 'f' }) }), 10000) } })",
    },
    expect: [{ message: 'uploaded-unasked', file: 'pages/a/a.js', excerpt: 'wx.uploadFile', verdict: 'violation' }],
  },
  {
    name: { zh: '点按钮拍照，上传时有提示', en: 'a button takes the picture, and the upload shows' },
    files: {
      'pages/a/a.wxml': '<camera device-position="front"></camera><button bindtap="snap">拍照并上传</button>',
      'pages/a/a.js':
        "Page({ snap() { wx.createCameraContext().takePhoto({ success: (r) => { wx.showLoading({ title: '上传中' }); wx.uploadFile({ url: 'https://api.example.org/f', filePath: r.tempImagePath, name: 'f', complete: () => wx.hideLoading() }) } }) } })",
    },
    expect: [],
  },
  {
    name: { zh: '选来变黑白的照片被悄悄传走', en: 'pictures picked for a filter are sent up without a word' },
    files: {
      'lib/up.js':
        "const queue = []\nexports.push = (list) => { queue.push(...list); next() }\nfunction next() { const filePath = queue.shift(); if (filePath) wx.uploadFile({ url: 'https://api.example.org/f', name: 'f', filePath, complete: next }) }\n",
      'pages/a/a.wxml': '<button bindtap="pick">选照片变黑白</button><image src="{{list[0]}}" />',
      'pages/a/a.js':
        "const up = require('../../lib/up')\nPage({ data: { list: [] }, pick() { wx.chooseMedia({ success: (r) => { const list = r.tempFiles.map((f) => f.tempFilePath); this.setData({ list }); up.push(list) } }) } })",
    },
    expect: [{ message: 'uploaded-unsaid', file: 'lib/up.js', excerpt: 'wx.uploadFile', verdict: 'violation' }],
  },
  {
    name: { zh: '发帖时选好就上传，地址要用', en: 'a picture for a post goes up when picked, and its address is used' },
    files: {
      'pages/a/a.wxml': '<view bindtap="pick">＋</view><image src="{{src}}" />',
      'pages/a/a.js':
        "Page({ data: { src: '' }, pick() { wx.chooseMedia({ success: (r) => wx.uploadFile({ url: 'https://api.example.org/f', name: 'f', filePath: r.tempFiles[0].tempFilePath, success: (x) => this.setData({ src: x.data }) }) }) } })",
    },
    expect: [],
  },
]
