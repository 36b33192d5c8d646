import { Track, boot } from '../../services/track'
Page({
  data: { at: { latitude: 30.25, longitude: 120.16 }, riding: false, note: '' },
  onShow() {
    for (const job of boot) job(this as any)
  },
  hint(note: string) { this.setData({ note }) },
  start() {
    if (this.data.riding) { wx.stopLocationUpdate(); this.setData({ riding: false }); return }
    wx.showModal({
      title: '骑行中将使用你的位置', content: '用于在地图上画出本次轨迹并按里程计费，结束骑行即停止。', confirmText: '同意',
      success: (r) => {
        if (!r.confirm) return
        this.setData({ riding: true })
        new Track().follow((at) => this.setData({ at }))
      },
    })
  },
})
