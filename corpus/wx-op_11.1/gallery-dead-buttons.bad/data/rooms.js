module.exports = [{ n: '一号厅', to: 'rooms/one/one' }, { n: '二号厅', to: 'rooms/two/two' }]
