const ways = ['指法', '定弦', '减字谱']
Page({ data: { hint: '由于相关规范，iOS功能暂不可用。免费课程：' + ways.join(' / ') } })
