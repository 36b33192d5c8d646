const tools = { place: 'getLocation', phone: 'makePhoneCall' }
Component({
  data: { text: '' },
  methods: {
    ask() { tt.showModal({ title: '用到位置', content: '只用来显示车队所在城市', success: (r) => { if (r.confirm) this.use('place') } }) },
    use(kind) { tt[tools[kind]]({ success: (r) => this.setData({ text: r.city }) }) }
  }
})
