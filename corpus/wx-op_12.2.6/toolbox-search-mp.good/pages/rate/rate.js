Page({ data: { out: '' }, calc(e) { this.setData({ out: (Number(e.detail.value) * 7.1).toFixed(2) }) } })
