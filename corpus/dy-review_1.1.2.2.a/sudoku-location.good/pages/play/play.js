const rank = require('../../lib/rank')
Page({
  data: { cells: [5, 0, 3, 0, 7, 0], label: '查看全服排名', area: '' },
  rank() { tt.showActionSheet({ itemList: ['新手', '进阶', '大师'], success: (r) => rank.mine(r.tapIndex).then((d) => this.setData({ area: d.text })) }) }
})
