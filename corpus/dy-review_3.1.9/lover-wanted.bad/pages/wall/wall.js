const post = (who, want, pay) => ({ who, want, pay })
Page({ data: { posts: [post('已婚男 42', '求长期情人，不打扰彼此家庭', '每月一万包养'), post('夫妻 30+', '诚寻同好换伴', '面议')] } })
