Page({ data: { w: '', list: [] }, onLoad(q) { this.setData({ w: decodeURIComponent(q.w || ''), list: ['呼兰河传', '边城'] }) } })
