const { acts } = require('../../config/copy')
const names = { scan: '扫描发票', list: '发票列表', export: '导出报销单' }
Page({
  data: { acts: Object.keys(names).map((k) => ({ k, n: names[k] })), wall: false },
  run(e) { if (!acts[e.currentTarget.dataset.k]) this.setData({ wall: true }) },
  close() { this.setData({ wall: false }) }
})
