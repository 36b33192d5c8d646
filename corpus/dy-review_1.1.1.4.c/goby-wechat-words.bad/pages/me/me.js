const words = ['微', '信', '授权', '登录'].join('')
Page({ data: { words, name: '' }, login() { tt.login({ success: () => this.setData({ name: '游客' }) }) } })
