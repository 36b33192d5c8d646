import { scopes } from '../../conf/scopes'
Page({
  data: { scopes },
  turn(e) {
    const s = scopes[e.currentTarget.dataset.i]
    tt.showModal({ title: s.label, content: '用于' + s.why, success: ({ confirm }) => { if (confirm) getApp().one(s.key) } })
  }
})
