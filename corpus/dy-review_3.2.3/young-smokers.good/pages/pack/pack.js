const who = ['家中是否有人吸烟', '你是否知道']
const act = ['（健康问卷第 3 题）', '未满 18 岁不得吸烟饮酒、不得进入网吧']
Page({ data: { list: who.map((w, i) => w + act[i]) } })
