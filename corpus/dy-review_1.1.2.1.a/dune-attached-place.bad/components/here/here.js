const tools = { place: 'getLocation', phone: 'makePhoneCall' }
Component({
  data: { text: '' },
  pageLifetimes: { show() { this.use('place') } },
  methods: { use(kind) { tt[tools[kind]]({ success: (r) => this.setData({ text: r.city }) }) } }
})
