Component({
  properties: { value: Number },
  data: { shown: 0, trail: [] },
  observers: {
    value(v) { this.setData({ shown: v, trail: [v] }) },
    'trail.**'(t) { this.setData({ trail: t.concat(t.length) }) }
  }
})
