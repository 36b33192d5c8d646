const choir = require('../../services/choir')
const member = require('../../services/member')
Page({
  behaviors: [require('../../behaviors/load')],
  data: { said: '' },
  onLoad(q) { this.id = q.id || 'r1'; this.again() },
  again() { return this.load(choir.date(this.id)) },
  async come() { try { if (!member.on()) await member.enter(); await choir.come(this.id); this.setData({ said: '已报到，记得带谱' }) } catch (e) { this.setData({ said: '没有报到成功，到场签名也可以' }) } }
})
