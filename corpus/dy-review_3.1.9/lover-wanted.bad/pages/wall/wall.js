const ad = (who, want, pay) => `${who}，${want}，每月 ${pay}`
Page({ data: { posts: [ad('已婚男 42', '求长期情人，不打扰家庭', '一万包养'), ad('夫妻 30+', '诚寻同好交换', '面议')] } })
