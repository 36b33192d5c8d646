Component({ properties: { item: Object }, methods: { go() { this.triggerEvent('pick', this.data.item) } } })
