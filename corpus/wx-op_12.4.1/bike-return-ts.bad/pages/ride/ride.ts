import { boot } from '../../services/track'
Page({
  data: { at: { latitude: 30.25, longitude: 120.16 }, riding: false, note: '扫码或靠近车辆即可用车' },
  onShow() {
    for (const job of boot) job(this as any)
  },
  spot(at: { latitude: number; longitude: number }) { this.setData({ at }) },
  start() { this.setData({ riding: !this.data.riding }) },
})
