Page({
  data: { trips: [], hotline: '400-000-1234' },
  onLoad() { wx.request({ url: 'https://ride.example.org/trips', success: (r) => this.setData({ trips: r.data.map((t) => ({ id: t.id, from: t.from, to: t.to, at: t.at, user: { nick: t.nick, tel: t.maskedPhone } })) }) }) },
  call() { wx.makePhoneCall({ phoneNumber: this.data.hotline }) }
})
