// 微信授权登录的旧代码已经删除
const words = ['抖', '音', '授权', '登录'].join('')
Page({ data: { words, name: '' }, login() { tt.login({ success: () => this.setData({ name: '游客' }) }) } })
