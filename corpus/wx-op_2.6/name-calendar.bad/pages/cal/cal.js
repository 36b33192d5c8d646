const days = (y, m) => new Date(y, m, 0).getDate()
Page({ data: { y: 2026, m: 9, list: [] }, onLoad() { this.turn({ currentTarget: { dataset: { d: 0 } } }) }, turn(e) { let { y, m } = this.data; m += Number(e.currentTarget.dataset.d); if (m < 1) { m = 12; y-- } if (m > 12) { m = 1; y++ } this.setData({ y, m, list: Array.from({ length: days(y, m) }, (_, i) => i + 1) }) } })
