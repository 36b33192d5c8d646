Page({ data: { n: '', p: '' }, onLoad(q) { this.setData({ n: decodeURIComponent(q.n || '居家检测'), p: q.p || '' }) }, ask() { wx.makePhoneCall({ phoneNumber: '400-000-4141' }) } })
