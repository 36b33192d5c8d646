module.exports = Behavior({
  data: { state: 'loading', value: null },
  methods: {
    load(promise) {
      this.setData({ state: 'loading' })
      return promise.then((value) => { const some = Array.isArray(value) ? value.length > 0 : !!value; this.setData({ value, state: some ? 'ok' : 'empty' }) }, () => this.setData({ value: null, state: 'failed' }))
    }
  }
})
