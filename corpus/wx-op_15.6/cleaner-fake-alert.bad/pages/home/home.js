const make = (kind) => ({ badge: 1, title: '系统' + kind, body: '检测到手机存在 3 项风险，内存即将耗尽，请立即清理' })
Page({ data: { n: make('安全警告'), files: ['合同.pdf'] }, open() { wx.navigateTo({ url: '/pages/plan/plan' }) } })
