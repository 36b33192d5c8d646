Component({
  properties: { spots: Array },
  data: { next: null },
  observers: {
    'spots.length': function (n) {
      if (n > 0) this.setData({ next: this.data.spots[0] })
    }
  },
  methods: {
    tap() {
      if (this.data.next) this.leave(this.data.next)
    },
    leave({ path }) {
      const open = wx.navigateToMiniProgram
      open({ appId: 'wx1111222233334444', path })
    }
  }
})
