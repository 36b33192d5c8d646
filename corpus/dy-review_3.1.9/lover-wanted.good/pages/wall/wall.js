const post = (who, want, pay) => ({ who, want, pay })
Page({ data: { posts: [post('读者 42', '发现伴侣有婚外情怎么办', '答：先照顾好自己，可以求助婚姻咨询'), post('读者 30', '有人提出包养我', '答：请拒绝并保留证据，必要时报警')] } })
