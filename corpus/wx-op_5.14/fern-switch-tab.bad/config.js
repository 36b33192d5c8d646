module.exports = { build: '3.2.0', api: 'https://fern.example.org' }
