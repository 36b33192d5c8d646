import { station } from '../../lib/base'
import { near } from '../../lib/steps'
station({
  data: { piers: [{ n: '东渡口', km: '' }, { n: '石埠', km: '' }] },
  find() {
    wx.showModal({ title: '用到位置', content: '只用来按距离排列渡口，不保存', success: (r) => r.confirm && near(this) })
  },
  near(r) { this.setData({ 'piers[0].km': r.latitude.toFixed(1) }) }
})
