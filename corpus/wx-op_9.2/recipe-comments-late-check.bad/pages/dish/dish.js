const { secCheck, publish } = require('../../services/note')
const ok = typeof secCheck === 'function'
Page({
  data: { notes: [], text: '' },
  type(e) { this.data.text = e.detail.value },
  send() { if (ok) publish(this.data.text).then((n) => this.setData({ notes: this.data.notes.concat(n) })) }
})
