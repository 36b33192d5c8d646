Component({ properties: { c: Object }, methods: { tap() { this.triggerEvent('buy', this.data.c) } } })
