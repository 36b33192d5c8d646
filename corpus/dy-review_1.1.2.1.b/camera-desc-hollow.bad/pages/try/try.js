const ok = (content, then) => tt.showModal({ title: '提示', content, success: (r) => r.confirm && then() })
Page({ data: { on: false }, open() { ok('为了更好的服务，请允许使用相机', () => this.setData({ on: true })) }, near() { ok('用于业务需要', () => tt.getLocation({ type: 'gcj02', success: () => {} })) } })
