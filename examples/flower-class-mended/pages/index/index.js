const cities = ['上海', '杭州', '成都']

Page({
  data: {
    cities,
    city: 0,
    lessons: [
      { id: 1, name: '春日花束', minutes: 18 },
      { id: 2, name: '桌面花环', minutes: 25 },
      { id: 3, name: '瓶插入门', minutes: 12 },
    ],
  },
  pick(e) {
    this.setData({ city: Number(e.detail.value) })
  },
  open(e) {
    tt.navigateTo({ url: `/pages/course/course?id=${e.currentTarget.dataset.id}` })
  },
  vip() {
    tt.navigateTo({ url: '/pages/vip/vip' })
  },
  me() {
    tt.navigateTo({ url: '/pages/me/me' })
  },
})
