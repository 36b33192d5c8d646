const copy = require('../../config/copy')
Component({ properties: { show: Boolean }, data: { copy }, methods: { close() { this.triggerEvent('close') } } })
