Page({ data: { list: ['九宫格', '飞雁', '风车'] } })
