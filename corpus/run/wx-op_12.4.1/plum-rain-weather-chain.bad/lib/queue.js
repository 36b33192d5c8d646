module.exports = function queue(tasks) {
  const next = () => { const t = tasks.shift(); if (t) setTimeout(() => t(next), 120) }
  next()
}
