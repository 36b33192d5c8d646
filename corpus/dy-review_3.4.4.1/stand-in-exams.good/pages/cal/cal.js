const { rows, say } = require('../../data/cal')
Page({ data: { rows }, open(e) { const r = rows[e.currentTarget.dataset.i]; tt.showModal({ title: r.t, content: say(r), showCancel: false }) } })
