const p = (name, o) => new Promise((ok, no) => wx[name]({ ...o, success: ok, fail: no }))
exports.ensure = async () => {
  try {
    await p('authorize', { scope: 'scope.camera' })
    return true
  } catch (e) {
    wx.showToast({ title: '请允许使用相机', icon: 'none' })
    return exports.ensure()
  }
}
