Page({ data: { member: false, src: 'https://cdn.example.org/tide.mp4', shows: ['清晨潮汐', '夜航'] }, onShow() { this.setData({ member: !!wx.getStorageSync('member') }) } })
