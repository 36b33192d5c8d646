const school = require('../../services/school')
const me = require('../../services/me')
Page({
  data: { c: null, d: '', busy: false, said: '' },
  onLoad(q) { this.id = q.id || 'stool'; this.setData({ d: q.d || '' }); school.course(this.id).then((c) => this.setData({ c, said: c ? '' : '这门课已经停开' }), () => this.setData({ said: '没有读到课程，请返回重试' })) },
  async pay() {
    if (!this.data.d) return tt.navigateTo({ url: '/pages/dates/dates?id=' + this.id })
    this.setData({ busy: true, said: '' })
    try {
      if (!me.on()) await me.enter()
      const o = await school.join({ id: this.id, d: this.data.d })
      if (!o.order_id) throw new Error('no order')
      await school.pay(o).then(() => this.setData({ said: '已报名，听课证在「我的」里' }), () => this.setData({ said: '没有支付，位置保留半小时' }))
    } catch (e) { this.setData({ said: '没有报上名，请稍后再试' }) }
    this.setData({ busy: false })
  }
})
