// TODO 开发中的想法写在内部文档
const parts = { new: ['《建设中的城市》', '《春山》'], talk: ['10 月 3 日 古籍修复，报名从速，敬请期待'], map: ['东馆 9:00-21:00', '西馆 9:00-17:00'], seat: ['二楼靠窗 剩 6 席'] }
Page({ data: { rows: [] }, onLoad(q) { this.setData({ rows: parts[q.k] || ['没有这一栏'] }) } })
