Page({ data: { n: '' }, onLoad(q) { this.setData({ n: decodeURIComponent(q.n || '') }) }, ask() { tt.makePhoneCall({ phoneNumber: '400-000-9090' }) } })
