Page({ data: { text: '' }, onLoad(q) { this.setData({ text: '第 ' + q.id + ' 册 第一章' }) } })
