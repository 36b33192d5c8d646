import { session } from '../../services/session'
Page({
  data: { times: ['09:30', '10:30'], login: false },
  login() { wx.login({ success: async ({ code }) => { await session(code); this.setData({ login: true }) } }) }
})
