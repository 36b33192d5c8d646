import { post, check } from '../../api/feed'
Page({ data: { km: 0 }, onLoad() { this.t = setInterval(() => { this.setData({ km: this.data.km + 0.1 }); if (this.data.km > 5) { clearInterval(this.t); this.done() } }, 60000) }, done() { wx.showModal({ title: '跑完 5 公里', content: '要发一条跑团动态吗？', success: async ({ confirm }) => { if (confirm && (await check('跑完'))) post('我刚刚跑完了 5 公里') } }) } })
