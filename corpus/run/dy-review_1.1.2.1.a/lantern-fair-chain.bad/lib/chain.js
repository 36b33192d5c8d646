module.exports = (...links) => links.reduce((p, link) => p.then(() => new Promise((go) => setTimeout(() => { link(); go() }, 500))), Promise.resolve())
