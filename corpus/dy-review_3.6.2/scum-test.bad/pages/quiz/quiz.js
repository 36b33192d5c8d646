const { titles, judge } = require('../../data/quiz')
Page({ data: { titles, now: '', s: 0, out: '' }, start(e) { this.setData({ now: e.currentTarget.dataset.t, s: 0 }) }, yes() { this.setData({ s: this.data.s + 1, out: judge(this.data.s + 1) }) } })
