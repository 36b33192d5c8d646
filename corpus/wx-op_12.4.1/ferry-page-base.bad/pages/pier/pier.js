import { station } from '../../lib/base'
station({
  data: { piers: [{ n: '东渡口', km: '' }, { n: '石埠', km: '' }] },
  near(r) { this.setData({ 'piers[0].km': r.latitude.toFixed(1) }) }
})
