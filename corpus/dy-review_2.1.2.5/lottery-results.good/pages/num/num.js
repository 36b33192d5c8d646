const pens = [['双色', '圆珠笔'], ['大号', '透明尺']].map((g) => g.join(''))
Page({ data: { rows: pens.map((n) => ({ n, v: '库存 12' })), hint: '输入货号查询', out: '' }, check(e) { this.setData({ out: e.detail.value ? '有货' : '' }) } })
