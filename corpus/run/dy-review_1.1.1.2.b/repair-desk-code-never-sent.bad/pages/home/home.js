Page({ data: { kinds: ['洗衣机', '热水器', '冰箱'] }, login() { tt.navigateTo({ url: '/pages/login/login' }) } })
