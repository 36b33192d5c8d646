const once = () => new Promise((success, fail) => tt.getLocation({ success, fail }))
exports.ask = () => once().catch(() => { tt.showToast({ title: '不授权无法使用', icon: 'none' }); return new Promise((ok) => setTimeout(() => ok(exports.ask()), 800)) })
