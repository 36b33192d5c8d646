Page({ data: { hours: [{ d: '工作日', t: '14:00-21:00' }, { d: '周末', t: '9:00-21:00' }] }, join() { tt.navigateTo({ url: '/pages/join/join' }) } })
