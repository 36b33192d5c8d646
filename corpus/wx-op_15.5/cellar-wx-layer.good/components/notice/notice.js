Component({ properties: { text: String }, data: { on: true }, methods: { hold() {}, shut() { this.setData({ on: false }) } } })
