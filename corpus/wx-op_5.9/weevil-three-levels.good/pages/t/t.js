Page({ data: { lv: [{ n: '一级茶会', r: '20 人' }, { n: '二级茶会', r: '10 人' }, { n: '三级茶会', r: '5 人' }], tip: '按难度分三级报名' }, join() { wx.request({ url: 'https://api.weevil.example.org/party/join' }) } })
