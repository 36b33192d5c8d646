module.exports = (g) => tt.setClipboardData({ data: `3￥${g.code}￥ 复制后打开手机淘宝`, success: () => tt.showToast({ title: '口令已复制，打开淘宝购买' }) })
