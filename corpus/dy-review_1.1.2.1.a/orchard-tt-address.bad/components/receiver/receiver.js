const { ask } = require('../../api/table')
Component({
  data: { text: '请选择收货地址' },
  ready() {
    ask('addr').then((r) => {
      this.setData({ text: `${r.userName} ${r.detailInfo}` })
      this.triggerEvent('change', { city: r.cityName })
    }, () => {})
  },
  methods: { tip() { tt.showToast({ title: '在结算时填写', icon: 'none' }) } }
})
