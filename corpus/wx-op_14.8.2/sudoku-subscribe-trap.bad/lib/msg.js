const t = { sale: 'tmpl-sale-01', coupon: 'tmpl-coupon-02', recall: 'tmpl-recall-03' }
exports.ask = () => wx.requestSubscribeMessage({ tmplIds: Object.values(t) })
