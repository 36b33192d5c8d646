const { ask } = require('../../api/table')
Component({
  data: { text: '请选择收货地址' },
  ready() {
    this.setData({ text: tt.getStorageSync('receiver') || '请选择收货地址' })
  },
  methods: {
    tip() {
      tt.showModal({
        title: '使用抖音收货地址',
        content: '山桃果园将读取你选中的收货地址，仅用于本单配送',
        success: (m) => {
          if (!m.confirm) return
          ask('addr').then((r) => {
            this.setData({ text: `${r.userName} ${r.detailInfo}` })
            this.triggerEvent('change', { city: r.cityName })
          }, () => {})
        }
      })
    }
  }
})
