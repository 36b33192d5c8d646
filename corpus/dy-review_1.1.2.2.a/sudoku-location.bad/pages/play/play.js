const rank = require('../../lib/rank')
Page({
  data: { cells: [5, 0, 3, 0, 7, 0], label: '查看排名', area: '' },
  rank() { tt.showModal({ title: '排名', content: '将读取你的位置用于排名', success: (r) => r.confirm && rank.mine().then((d) => this.setData({ area: d.text })) }) }
})
