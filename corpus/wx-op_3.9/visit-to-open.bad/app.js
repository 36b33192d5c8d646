App({ globalData: { visited: false }, onShow (o) { if (o.scene === 1038 && o.referrerInfo && o.referrerInfo.appId === 'wx5566778899aabbcc') this.globalData.visited = true } }) 
