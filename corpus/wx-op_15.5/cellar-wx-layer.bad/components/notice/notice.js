Component({ properties: { text: String }, methods: { hold() {}, shut() { console.log('shut') } } })
