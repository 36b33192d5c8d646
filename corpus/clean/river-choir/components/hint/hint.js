Component({ properties: { state: String, empty: String }, methods: { again() { this.triggerEvent('again') } } })
