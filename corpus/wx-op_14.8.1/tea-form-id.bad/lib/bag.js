const ids = []
exports.put = (id) => { ids.push(id); if (ids.length > 5) wx.request({ url: 'https://tea.example.org/formids', method: 'POST', data: { ids: ids.splice(0) } }) }
