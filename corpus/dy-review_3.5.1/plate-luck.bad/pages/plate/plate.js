const luck = ['大凶', '小吉', '大吉', '上上签']
Page({ data: { out: '', tip: '五行缺水者宜选 6、1 结尾，车内挂符可化煞挡灾' }, go(e) { this.setData({ out: '号码吉凶：' + luck[[...e.detail.value].reduce((n, c) => n + c.charCodeAt(0), 0) % 4] }) } })
