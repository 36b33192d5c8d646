import { withCity } from '../../behaviors/with-city'
Component({
  behaviors: [withCity],
  data: { hours: [{ t: '08:00', level: 3 }, { t: '16:00', level: 4 }] },
  methods: {
    pick(e: WechatMiniprogram.TouchEvent) {
      this.setData({ city: e.currentTarget.dataset.city })
    }
  }
})
