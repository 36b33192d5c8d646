const confirm = (content) => new Promise((ok, no) => wx.showModal({ title: '离开读书会', content, success: (r) => (r.confirm ? ok() : no()) }))
module.exports = async () => {
  await confirm('将永久删除你的资料、手机号和读书笔记，无法恢复。')
  await confirm('再次确认：现在删除全部数据？')
  await new Promise((success, fail) => wx.request({ url: 'https://club.example.org/members/me', method: 'DELETE', header: { token: wx.getStorageSync('token') }, success, fail }))
  wx.clearStorageSync()
}
