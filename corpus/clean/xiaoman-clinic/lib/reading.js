/** 让一个页面带上读取与重读：pick 说明怎样读。 */
module.exports = (pick, page) => ({
  ...page,
  data: { state: 'loading', v: null, ...(page.data || {}) },
  read() {
    this.setData({ state: 'loading' })
    return pick.call(this).then((v) => this.setData({ v, state: (Array.isArray(v) ? v.length : v) ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' }))
  }
})
