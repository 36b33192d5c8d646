const docs = { privacy: '我们收集手机号、住址和宝宝生日，仅用于安排保姆上门，会提供给接单的保姆，不做广告用途。服务结束 30 天后删除；你可在「我的」修改、删除，或写信 hi@example.org。' }
Page({ data: { t: '' }, onLoad(q) { this.setData({ t: docs[q.k] || '' }) } })
