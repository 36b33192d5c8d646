Component({ properties: { of: { type: String, value: 'loading' }, empty: { type: String, value: '这里暂时没有内容' } }, methods: { again() { this.triggerEvent('again') } } })
