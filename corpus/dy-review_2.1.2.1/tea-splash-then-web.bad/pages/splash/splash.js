Page({ onReady() { setTimeout(() => tt.redirectTo({ url: '/pages/web/web' }), 800) } })
