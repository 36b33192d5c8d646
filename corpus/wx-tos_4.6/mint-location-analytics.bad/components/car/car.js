Component({
  properties: { name: String, near: Object },
  methods: {
    pick() {
      this.triggerEvent('chosen', { name: this.data.name, near: this.data.near })
    }
  }
})
