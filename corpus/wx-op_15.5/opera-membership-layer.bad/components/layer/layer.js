Component({ properties: { show: Boolean, text: String }, methods: { x() { this.triggerEvent('dismiss') }, hold() {} } })
