module.exports = (data, title) => tt.setClipboardData({ data, success: () => tt.showToast({ title, icon: 'none' }) })
