export const grab = (url) => new Promise((ok) => wx.downloadFile({ url, success: (r) => ok(r.tempFilePath), fail: () => ok('') }))
export const all = (urls) => Promise.all(urls.map(grab))
