const api = require('../../lib/api')
Page({
  data: { title: '学校食堂满意度（由学校发起）', opts: ['满意', '一般', '不满意'], kind: 0 },
  kind(e) { this.setData({ kind: e.detail.value }) },
  done() { api('/answers', { kind: this.data.kind }).then(() => tt.showToast({ title: '感谢填写' })) }
})
