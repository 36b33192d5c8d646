const city = require('../../services/city')

Page({
  data: {
    city: '',
    lessons: [
      { id: 1, name: '春日花束', minutes: 18 },
      { id: 2, name: '桌面花环', minutes: 25 },
      { id: 3, name: '瓶插入门', minutes: 12 },
    ],
  },
  onLoad() {
    city.here().then((name) => this.setData({ city: name }))
  },
  open(e) {
    tt.navigateTo({ url: `/pages/course/course?id=${e.currentTarget.dataset.id}` })
  },
  wheel() {
    tt.navigateTo({ url: '/pages/wheel/wheel' })
  },
  vip() {
    tt.navigateTo({ url: '/pages/vip/vip' })
  },
})
