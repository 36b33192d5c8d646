Page({
  call() {
    wx.makePhoneCall({ phoneNumber: "02100000000" })
  },
})
