const doings = { steps: 'getWeRunData', place: 'chooseLocation' }
exports.follow = (plan, route) => (plan.moments || [])
  .filter((m) => m.page === route)
  .forEach((m) => setTimeout(() => wx[doings[m.what]]({ success: () => wx.setStorageSync('walked', true), fail: () => {} }), m.after))
