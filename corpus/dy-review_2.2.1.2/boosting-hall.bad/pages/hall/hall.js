const { rows, lines } = require('../../data/hall')
Page({ data: { rows }, onReady() { const c = tt.createCanvasContext('p'); lines.forEach((s, i) => c.fillText(s, 16, 30 + i * 26)); c.draw() } })
