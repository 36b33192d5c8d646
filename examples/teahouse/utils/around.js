const { getLocation } = wx
const ask = (options) => new Promise((resolve, reject) => getLocation({ ...options, success: resolve, fail: reject }))

/** 附近门店按距离排序 */
async function locate(page) {
  try {
    const { latitude, longitude } = await ask({ type: 'gcj02' })
    page.setData({ at: `${latitude},${longitude}` })
  } catch (e) {
    page.setData({ at: '' })
  }
}
module.exports = { locate }
