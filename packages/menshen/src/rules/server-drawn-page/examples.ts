import type { Example } from '../kit.ts'

const tree =
  '<template name="node"><view bindtap="act" data-n="{{node}}">{{node.text}}</view><block wx:for="{{node.children}}" wx:key="id"><template is="node" data="{{node: item}}" /></block></template><template is="node" data="{{node: root}}" />'

export const examples: readonly Example[] = [
  {
    name: { zh: '递归模板按下发的结构画页面，动作也下发', en: 'a recursive template draws what is sent, actions included' },
    files: {
      'pages/a/a.wxml': tree,
      'pages/a/a.js':
        "Page({ data: { root: {} }, onLoad() { wx.request({ url: 'https://api.example.com/page', success: (r) => { this.page = r.data; this.setData({ root: r.data.root }) } }) }, act() { const { action } = this.page; if (action.method) wx[action.method](action.args) ; wx.navigateTo({ url: action.action }) } })",
    },
    expect: [{ message: 'drawn', file: 'pages/a/a.wxml', verdict: 'review' }],
  },
  {
    name: { zh: '评论的楼中楼也是递归模板，但动作写在包里', en: 'nested comments use a recursive template, with actions of the package' },
    files: {
      'pages/a/a.wxml': tree,
      'pages/a/a.js':
        "Page({ data: { root: {} }, onLoad() { wx.request({ url: 'https://api.example.com/comments', success: (r) => this.setData({ root: r.data.root }) }) }, act() { wx.navigateTo({ url: '/pages/a/a' }) } })",
    },
    expect: [],
  },
]
