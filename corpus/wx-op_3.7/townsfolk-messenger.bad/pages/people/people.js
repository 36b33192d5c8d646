Page({ data: { list: [{ n: '民政所', p: '0000-1111' }, { n: '农技站', p: '0000-2222' }] }, call(e) { wx.makePhoneCall({ phoneNumber: e.currentTarget.dataset.p }) } })
