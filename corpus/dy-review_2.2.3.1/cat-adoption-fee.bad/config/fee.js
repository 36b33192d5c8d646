module.exports = { small: 300, deposit: 500 }
