module.exports = Behavior({ methods: { order() { wx.showModal({ title: '预约参观', content: '周二至周日，现场登记', showCancel: false }) } } })
