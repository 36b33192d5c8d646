const bus = require('../../services/bus')
Page({ data: { state: 'loading', list: [], words: '近期没有线路变动' }, onLoad() { this.read() }, read() { this.setData({ state: 'loading' }); bus.news((list) => this.setData({ list, state: list.length ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) } })
