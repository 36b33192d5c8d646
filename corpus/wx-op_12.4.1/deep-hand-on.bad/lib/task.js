const strategy = require('./strategy')
class Task {
  constructor(kind, done) { this.kind = kind; this.done = done }
  run() { return strategy.get(this.kind)({ type: 'gcj02' }).then(this.done, () => this.done(null)) }
}
module.exports = Task
