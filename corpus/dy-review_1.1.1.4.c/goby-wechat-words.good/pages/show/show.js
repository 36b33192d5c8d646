Page({ data: { t: ['10:00 企鹅巡游', '14:00 喂食'] }, me() { tt.navigateTo({ url: '/pages/me/me' }) } })
