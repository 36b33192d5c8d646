const ask = (type) => new Promise((resolve, reject) => wx.getLocation({ type, success: resolve, fail: reject }))
export const steps = [
  (page) => page.setData({ ready: true }),
  (page) => ask('gcj02').then((r) => page.near(r)).catch(() => {})
]
