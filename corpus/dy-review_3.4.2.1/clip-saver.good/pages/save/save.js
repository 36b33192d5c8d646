const mark = (f, text) => new Promise((ok) => tt.uploadFile({ url: 'https://clip.example.org/watermark/add', filePath: f, name: 'v', formData: { text }, success: (r) => ok(JSON.parse(r.data).url) }))
Page({
  data: { hint: '水印文字（你的署名）', act: '给我的视频加水印', src: '' },
  type(e) { this.data.u = e.detail.value },
  run() { tt.chooseVideo({ success: (r) => mark(r.tempFilePath, this.data.u).then((src) => this.setData({ src })) }) }
})
