const gate = require('../../lib/gate')
Page({ behaviors: [], got(e) { if (e.detail.encryptedData) gate.pass(e.detail) } })
