module.exports = Behavior({
  methods: {
    clip(id) { return (this._c = this._c || wx.createVideoContext(id, this)) },
    roll(id) { const c = this.clip(id); c['pl' + 'ay']() }
  }
})
