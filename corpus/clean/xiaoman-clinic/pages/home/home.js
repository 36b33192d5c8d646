Page({
  data: { notes: ['周日上午开诊', '请携带既往病历'], steps: ['选科室', '选医生和时间', '支付挂号费', '按时到诊'] },
  rooms() { wx.switchTab({ url: '/pages/rooms/rooms' }) },
  guide() { wx.navigateTo({ url: '/pages/guide/guide' }) },
  call() { wx.makePhoneCall({ phoneNumber: '400-000-7878', fail: () => {} }) }
})
