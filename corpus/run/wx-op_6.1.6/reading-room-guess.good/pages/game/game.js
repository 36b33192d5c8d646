const calm = { n: '夜读', lines: ['自带书一本', '九点茶歇'], go: '知道了' }
Page({ data: { act: calm, said: '' }, onLoad() { const act = getApp().globalData.act; if (act) this.setData({ act }) }, go() { this.setData({ said: this.data.act.after || '晚上见' }) } })
