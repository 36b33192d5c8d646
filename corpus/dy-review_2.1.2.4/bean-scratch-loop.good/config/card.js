module.exports = { head: '随机背一个单词', act: '换一个', words: ['bean 豆', 'leaf 叶', 'root 根'] }
