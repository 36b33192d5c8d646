const take = (u) => new Promise((ok) => tt.request({ url: 'https://clip.example.org/parse', data: { u, nowm: 1 }, success: (r) => ok(r.data.clean) }))
Page({
  data: { hint: '粘贴短视频分享链接', act: '提取干净原片（无标识）', src: '' },
  type(e) { this.data.u = e.detail.value },
  run() { take(this.data.u).then((src) => { this.setData({ src }); tt.downloadFile({ url: src, success: (r) => tt.saveVideoToPhotosAlbum({ filePath: r.tempFilePath }) }) }) }
})
