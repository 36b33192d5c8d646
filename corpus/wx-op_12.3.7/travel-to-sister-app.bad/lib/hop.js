const TARGET = 'wx2222222222222222'
module.exports = (bag) => wx.showModal({ title: '将打开古镇票务', content: '是否继续？', success: (r) => r.confirm && wx.navigateToMiniProgram({ appId: TARGET, path: 'pages/buy/buy', extraData: bag }) })
