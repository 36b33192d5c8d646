const Task = require('./task')
const line = []
let busy = false
const step = () => { const t = line.shift(); if (!t) { busy = false; return } t.run().then(step) }
exports.push = (kind, done) => { line.push(new Task(kind, done)); if (!busy) { busy = true; step() } }
