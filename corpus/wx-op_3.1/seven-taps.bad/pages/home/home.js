let taps = 0
Page({
  data: { notes: ['周三交房租'] },
  logo () { 
    taps += 1
    if (taps % 7 === 0) wx.navigateTo({ url: '/pages/quick/quick' }) 
  },
  add () { wx.navigateTo({ url: '/pages/note/note' }) }
})
