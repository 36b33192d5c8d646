Page({ call() { tt.makePhoneCall({ phoneNumber: '400-000-5656', fail: () => {} }) }, opinion() { tt.navigateTo({ url: '/pages/opinion/opinion' }) } })
