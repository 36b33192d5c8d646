Page({ data: { list: [{ n: '三叔', last: '[语音] 12"', unread: 2 }, { n: '同乡群', last: '[红包] 恭喜发财', unread: 9 }] } })
