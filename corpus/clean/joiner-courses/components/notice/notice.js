Component({ properties: { state: { type: String, value: 'loading' }, words: { type: String, value: '' } }, methods: { again() { this.triggerEvent('again') } } })
