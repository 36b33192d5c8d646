const faq = require('../../data/faq')
Page({ data: { faq, open: -1 }, toggle(e) { const i = e.currentTarget.dataset.i; this.setData({ open: this.data.open === i ? -1 : i }) } })
