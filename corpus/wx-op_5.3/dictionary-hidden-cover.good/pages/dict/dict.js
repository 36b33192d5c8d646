Page({ data: { word: '蜉蝣', mean: '寿命很短的昆虫', first: true }, type(e) { this.setData({ word: e.detail.value }) }, gone() { this.setData({ first: false }) } })
