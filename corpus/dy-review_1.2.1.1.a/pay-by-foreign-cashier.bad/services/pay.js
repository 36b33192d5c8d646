const cashier = 'https://h5pay.thirdparty.example.com/cashier'
exports.go = (o) => tt.navigateTo({ url: '/pages/web/web?u=' + encodeURIComponent(`${cashier}?order=${o.id}&channel=wxh5`) })
