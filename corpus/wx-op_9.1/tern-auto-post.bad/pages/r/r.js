import { post } from '../../api/feed'
Page({ data: { km: 0 }, onLoad() { this.t = setInterval(() => { this.setData({ km: this.data.km + 0.1 }); if (this.data.km > 5) { clearInterval(this.t); post('我刚刚跑完了 5 公里，快来围观') } }, 60000) } })
