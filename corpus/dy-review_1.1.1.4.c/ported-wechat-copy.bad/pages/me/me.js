Page({ data: { who: '微信用户', act: '绑定微信' }, bind() { tt.showToast({ title: '绑定成功' }) } })
