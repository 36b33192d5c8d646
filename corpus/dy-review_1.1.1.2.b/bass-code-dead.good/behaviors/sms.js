module.exports = Behavior({ methods: { sms() { tt.request({ url: 'https://api.bass.example.org/sms', data: { t: this.data.t }, success: () => tt.showToast({ title: '已发送' }) }) } } })
