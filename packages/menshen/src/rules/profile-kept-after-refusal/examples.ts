import { call, type Example, finger, type Sketched, sketchMove, sketchPass, sketchRun, tapped } from '../kit.ts'

const grant = "grant() { wx.getUserProfile({ desc: '显示在评论区', success: (r) => wx.setStorageSync('nick', r.userInfo.nickName) }) }"
const view = { 'pages/me/me.wxml': '<button bindtap="grant">使用我的昵称</button><button bindtap="revoke">停止使用昵称</button>' }

// Given once, refused the next time: what is left of it then, a run shows.
const renewal = {
  'pages/me/me.wxml': '<text>{{card.nickName}}</text><button bindtap="renew">更新头像昵称</button>',
  'pages/me/me.js':
    "Page({ renew() { wx.getUserProfile({ desc: '显示在信上', success: (r) => require('../../lib/c').keep(r.userInfo), fail: () => require('../../lib/c').no() }) } })",
  'lib/c.js': "exports.keep = (u) => wx.setStorageSync('card', u)\nexports.no = () => wx.showToast({ title: '没有变' })",
}
const info = { nickName: '微信用户', avatarUrl: '/avatar.png' }
const renew = (text: string, records: readonly Sketched[]) =>
  sketchMove(
    { do: 'tap', selector: 'button', text },
    { records: [finger(text, 'renew', 1), ...records], screen: { route: 'pages/me/me', texts: [text] } },
  )
const change = (...after: readonly Sketched[]) =>
  sketchRun(
    sketchPass(
      { kind: 'people' },
      sketchMove({ do: 'open', route: 'pages/me/me', query: '' }, { screen: { texts: ['用微信头像昵称'] } }),
      renew('用微信头像昵称', [
        call('getUserProfile', { at: 'pages/me/me.js:1:21', cause: tapped(1), answer: 'ok', summary: { userInfo: info } }),
        { kind: 'storage', action: 'set', key: 'card', value: info },
      ]),
      renew('更新头像昵称', [call('getUserProfile', { at: 'pages/me/me.js:1:21', cause: tapped(1), answer: 'fail auth deny' }), ...after]),
    ),
  )

export const examples: readonly Example[] = [
  {
    name: { zh: '只记下一个时间', en: 'only a time is noted' },
    files: { ...view, 'pages/me/me.js': `Page({ ${grant}, revoke() { wx.setStorageSync('refused', Date.now()) } })` },
    expect: [{ message: 'still-kept', verdict: 'violation' }],
  },
  {
    name: { zh: '删除缓存', en: 'the key is removed' },
    files: { ...view, 'pages/me/me.js': `Page({ ${grant}, revoke() { ['nick'].forEach((k) => wx.removeStorageSync(k)) } })` },
    expect: [],
  },
  {
    name: { zh: '运行时：拒绝之后名片还在', en: 'seen in a run: refused, and the card is still there' },
    files: renewal,
    run: change(),
    expect: [{ message: 'still-kept', file: 'pages/me/me.js' }],
  },
  {
    name: { zh: '运行时：拒绝之后清掉了', en: 'seen in a run: refused, and the card is gone' },
    files: renewal,
    run: change({ kind: 'storage', action: 'remove', key: 'card', value: null }),
    expect: [],
  },
]
