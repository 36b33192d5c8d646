Page({ data: { l: 0, w: 0, s: 0 }, set(e) { const d = { ...this.data, [e.currentTarget.dataset.k]: Number(e.detail.value) }; this.setData({ ...d, s: (d.l * d.w).toFixed(2) }) } })
