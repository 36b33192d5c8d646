Page({ data: { copy: '', done: 0 }, onLoad(q) { this.setData({ copy: q.copy || '多宝塔' }) }, one() { this.setData({ done: this.data.done + 1 }) } })
