module.exports = { bed: 89 }
