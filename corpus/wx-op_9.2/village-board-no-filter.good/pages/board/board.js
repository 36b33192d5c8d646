const post = require('../../services/post')
Page({ data: { posts: [], text: '' }, async onShow() { this.setData({ posts: await post.all() }) }, type(e) { this.data.text = e.detail.value }, post() { post.add(this.data.text, '').then(() => this.onShow(), (e) => wx.showToast({ title: e.message, icon: 'none' })) } })
