module.exports = (run, wait) => { let t = 0; return (...a) => { clearTimeout(t); t = setTimeout(() => run(...a), wait) } }
