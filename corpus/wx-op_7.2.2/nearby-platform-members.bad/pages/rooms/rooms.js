Page({ data: { rooms: [{ n: '海边屋', h: '房东小陈' }, { n: '山间木屋', h: '房东老吴' }] }, join() { wx.navigateTo({ url: '/pages/join/join' }) } })
