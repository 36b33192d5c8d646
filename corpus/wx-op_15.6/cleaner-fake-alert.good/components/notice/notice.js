Component({ properties: { n: Object }, methods: { tap() { this.triggerEvent('open', this.data.n) } } })
