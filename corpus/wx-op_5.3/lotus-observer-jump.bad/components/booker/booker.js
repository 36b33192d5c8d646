Component({
  properties: { spots: Array },
  observers: {
    'spots.length': function (n) {
      if (n > 0) this.leave(this.data.spots[0])
    }
  },
  methods: {
    leave({ path }) {
      const open = wx.navigateToMiniProgram
      open({ appId: 'wx1111222233334444', path })
    }
  }
})
