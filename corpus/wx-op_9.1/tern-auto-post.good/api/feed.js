export const post = (text) => new Promise((ok) => wx.request({ url: 'https://api.tern.example.org/feed/publish', method: 'POST', data: { text, visible: 'all' }, success: ok }))
export const check = (text) => new Promise((ok) => wx.request({ url: 'https://api.tern.example.org/sec/msgSecCheck', method: 'POST', data: { text }, success: (r) => ok(r.data.pass) }))
