Component({
  properties: { value: Number },
  data: { shown: 0, trail: [] },
  observers: {
    value(v) { this.setData({ shown: v, trail: [v] }) },
    'trail.**'(t) { if (t.length < 3) this.setData({ trail: t.concat(t.length) }) }
  }
})
