Page({ data: { lv: [{ n: '一级代理', r: '20%' }, { n: '二级代理', r: '10%' }, { n: '三级代理', r: '5%' }], tip: '邀请下级加入，三级分销躺赚佣金' }, join() { wx.request({ url: 'https://api.weevil.example.org/agent/join' }) } })
