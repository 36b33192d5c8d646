const ask = require('../../lib/ask')
const { stopsOf } = require('../../data/lines')
Component({
  properties: { line: String },
  observers: {
    line(v) { this.setData({ ready: !!v }) }
  },
  methods: {
    locate() {
      const line = this.data.line
      ask('locate', { type: 'gcj02' }).then((p) => {
        const best = stopsOf(line).slice().sort((a, b) => Math.abs(a.lat - p.latitude) - Math.abs(b.lat - p.latitude))[0]
        this.triggerEvent('found', { id: best.id })
      }, () => wx.showToast({ title: '未授权，可直接查看下方列表', icon: 'none' }))
    },
    explain() {
      wx.showModal({
        title: '位置用途', content: '仅在本机用来算出离你最近的站点，不上传、不保存。', confirmText: '同意', cancelText: '不用了',
        success: ({ confirm }) => confirm && this.locate()
      })
    }
  }
})
