Component({
  properties: { fields: Array },
  data: { v: {} },
  methods: {
    type(e) { this.setData({ [`v.${e.currentTarget.dataset.k}`]: e.detail.value }) },
    submit() { this.triggerEvent('done', this.data.v) }
  }
})
