Page({ data: { tips: ['胎压 2.3', '链条上油'] }, near () { tt.navigateTo({ url: '/pages/near/near' }) } })
