const school = require('../../services/school')
Page({ data: { state: 'loading', list: [] }, onLoad() { this.read() }, read() { this.setData({ state: 'loading' }); school.teachers().then((list) => this.setData({ list, state: list.length ? 'ok' : 'empty' }), () => this.setData({ state: 'failed' })) } })
