const at = (h, f) => setInterval(() => new Date().getHours() === h && f(), 3600e3)
App({
  onLaunch() { at(6, () => wx.showToast({ title: '该起床啦', icon: 'none' })) }
})
