module.exports = (g) => tt.setClipboardData({ data: `订单 ${g.code}`, success: () => tt.showToast({ title: '订单号已复制' }) })
