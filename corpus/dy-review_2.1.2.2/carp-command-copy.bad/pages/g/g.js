const copy = require('../../lib/copy')
Page({ data: { g: [{ n: '竹席', code: 'Cz8kXy1pLmQ' }] }, on(e) { copy(this.data.g[e.currentTarget.dataset.i]) } })
