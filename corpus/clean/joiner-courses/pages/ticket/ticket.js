const school = require('../../services/school')
Page({
  data: { state: 'loading', t: null, said: '' },
  onLoad(q) { this.id = q.id || 'k1'; this.read() },
  read() { this.setData({ state: 'loading' }); school.ticket(this.id).then((t) => this.setData({ t, state: t ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) },
  cancel() { tt.showModal({ title: '取消报名', content: '学费三天内退回原账户', success: (r) => r.confirm && school.cancel(this.id).then(() => this.setData({ said: '已取消，学费三天内退回' }), () => this.setData({ said: '没有取消成功，请拨 400-000-4545' })) }) }
})
