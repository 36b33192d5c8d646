module.exports = Behavior({
  data: { state: 'loading', list: [] },
  methods: {
    take(promise) {
      this.setData({ state: 'loading' })
      return promise.then((a) => { const list = a && Array.isArray(a.list) ? a.list : []; this.setData({ list, state: list.length ? 'ok' : 'empty' }) }, () => this.setData({ state: 'failed' }))
    }
  }
})
