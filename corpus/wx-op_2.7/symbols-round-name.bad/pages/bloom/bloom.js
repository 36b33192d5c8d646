Page({ data: { list: [{ n: '梅', d: '小寒' }, { n: '杏', d: '雨水' }], mine: [] }, mark(e) { this.setData({ mine: this.data.mine.concat(e.currentTarget.dataset.n) }) } })
