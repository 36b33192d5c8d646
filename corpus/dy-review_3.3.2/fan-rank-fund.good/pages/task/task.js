const tasks = [{ t: '行程日历', d: '10 月 5 日 音乐节' }, { t: '理性追星', d: '不集资、不刷榜、不和其他粉丝互骂，未成年人请勿消费应援' }]
Page({ data: { tasks }, do(e) { tt.showToast({ title: tasks[e.currentTarget.dataset.i].t, icon: 'none' }) } })
