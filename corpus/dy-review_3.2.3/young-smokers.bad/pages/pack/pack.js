const who = ['初二学生', '小学生']
const act = ['课间抽烟才叫酷', '放学去网吧喝两杯']
Page({ data: { list: who.map((w, i) => w + act[i]) } })
