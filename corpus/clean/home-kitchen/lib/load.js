/** 一次读取的三种结局，各页共用。 */
module.exports = (page, promise, take) => {
  page.setData({ state: 'loading' })
  return promise.then((a) => { const some = take(a || {}); page.setData({ state: some ? 'ok' : 'empty' }) }, () => page.setData({ state: 'failed' }))
}
