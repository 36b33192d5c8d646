module.exports = { must: true, title: '付费添加', text: '支付 ¥19.9 后方可添加并使用本小程序', act: '支付并添加' }
