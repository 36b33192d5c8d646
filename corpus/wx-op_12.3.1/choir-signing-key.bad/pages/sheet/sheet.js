const { fetch } = require('../../api/client')
Page({ data: { list: [] }, onLoad() { fetch('/sheets').then((list) => this.setData({ list })) } })
