const { pool } = require('../../data/pool')
Page({ data: { q: '' }, draw() { const list = pool(); this.setData({ q: list[Math.floor(Math.random() * list.length)] }) } })
