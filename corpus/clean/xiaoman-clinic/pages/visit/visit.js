const clinic = require('../../services/clinic')
const reading = require('../../lib/reading')
Page(reading(function () { return clinic.visit(this.id) }, {
  data: { said: '' },
  onLoad(q) { this.id = q.id || 'v1'; this.read() },
  cancel() { wx.showModal({ title: '取消预约', content: '挂号费将在三天内退回', success: (r) => r.confirm && clinic.cancel(this.id).then(() => this.setData({ said: '已取消，挂号费三天内退回' }), () => this.setData({ said: '没有取消成功，请拨 400-000-7878' })) }) }
}))
