Page({ data: { list: [{ n: '橘猫，缺一只耳尖', w: '河边' }, { n: '玳瑁，怕生', w: '北街' }] }, write() { wx.navigateTo({ url: '/pages/write/write' }) } })
