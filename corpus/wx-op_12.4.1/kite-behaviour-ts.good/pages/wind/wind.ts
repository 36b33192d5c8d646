import { withCity } from '../../behaviors/with-city'
Component({
  behaviors: [withCity],
  data: { hours: [{ t: '08:00', level: 3 }, { t: '16:00', level: 4 }] },
  methods: {
    async byPlace() {
      const { confirm } = await wx.showModal({ title: '使用大致位置', content: '用于判断你所在城市，显示当地风力；拒绝后可手动选择城市' })
      if (!confirm) return
      this.refreshCity()
    },
    pick(e: WechatMiniprogram.TouchEvent) {
      this.setData({ city: e.currentTarget.dataset.city })
    }
  }
})
