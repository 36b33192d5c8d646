module.exports = (...steps) => (x) => steps.reduce((p, f) => p.then(f), Promise.resolve(x))
