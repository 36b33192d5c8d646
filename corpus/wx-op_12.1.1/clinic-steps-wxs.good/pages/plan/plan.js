const page = require('../../lib/page')
const health = require('../../mixins/health')
page({
  data: { plan: ['晨间拉伸 10 分钟', '饭后慢走 20 分钟'], today: 0, asked: false },
  open() { this.setData({ asked: true }) },
  skip() { this.setData({ asked: false }) }
}, health)
