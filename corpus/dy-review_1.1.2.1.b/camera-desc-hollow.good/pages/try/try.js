const ok = (content, then) => tt.showModal({ title: '试镜小屋', content, success: (r) => r.confirm && then() })
Page({ data: { on: false }, open() { ok('相机画面用于在镜中试戴镜框，不保存不上传', () => this.setData({ on: true })) }, near() { ok('位置用于按距离排列试镜门店，可改为手选城市', () => tt.getLocation({ type: 'gcj02', success: () => {} })) } })
