const page = (name) => `/pages/${name}/${name}`
module.exports = [
  { name: '茶友笔记', url: page('notes') },
  { name: '新人福利', url: page('activity') },
  { name: '预订雅间', url: page('booking') },
]
