Page({ data: { plays: [{ n: '三打白骨精', t: '周六 15:00' }, { n: '狐狸与酒坛', t: '周日 15:00' }] }, me() { tt.navigateTo({ url: '/pages/me/me' }) } })
