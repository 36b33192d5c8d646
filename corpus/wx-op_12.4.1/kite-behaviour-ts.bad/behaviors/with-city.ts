export const withCity = Behavior({
  data: { city: '杭州' },
  lifetimes: {
    attached() {
      this.refreshCity()
    }
  },
  methods: {
    refreshCity(): void {
      const { getFuzzyLocation: where } = wx as WechatMiniprogram.Wx
      where.call(wx, {
        type: 'wgs84',
        success: (res: { latitude: number }) => this.setData({ city: res.latitude > 30 ? '杭州' : '广州' })
      })
    }
  }
})
