Page({ data: { list: [{ n: '暖声小鹿', p: 30 }, { n: '夜话阿岚', p: 50 }] }, call(e) { wx.showModal({ title: '连线 ' + e.currentTarget.dataset.n, content: '每半小时 ' + e.currentTarget.dataset.p + ' 元' }) } })
