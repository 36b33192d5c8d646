Component({ properties: { way: { type: String, value: 'getPhoneNumber' } }, methods: { got(e) { this.triggerEvent('code', e.detail) } } })
