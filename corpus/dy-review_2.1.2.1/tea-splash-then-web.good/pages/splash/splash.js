Page({ onReady() { setTimeout(() => tt.redirectTo({ url: '/pages/list/list' }), 800) } })
