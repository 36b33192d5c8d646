const once = () => new Promise((success, fail) => tt.getLocation({ success, fail }))
exports.ask = () => once().catch(() => { tt.showToast({ title: '已按默认港口显示，可手动选择', icon: 'none' }); return { port: '石浦' } })
