const { make, act } = require('../../lib/words')
Page({ data: { line: '', act }, make() { this.setData({ line: make() }) }, copy() { tt.setClipboardData({ data: this.data.line }) } })
