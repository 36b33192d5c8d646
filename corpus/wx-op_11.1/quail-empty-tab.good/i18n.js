module.exports = { mall: { title: '书店' } }
