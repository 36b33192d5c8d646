const p = (name, o) => new Promise((ok, no) => wx[name]({ ...o, success: ok, fail: no }))
exports.ensure = async () => {
  try {
    await p('authorize', { scope: 'scope.camera' })
    return true
  } catch (e) {
    wx.showToast({ title: '可改为手动输入', icon: 'none' })
    return false
  }
}
