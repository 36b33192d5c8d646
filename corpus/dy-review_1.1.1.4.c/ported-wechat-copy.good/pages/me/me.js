Page({ data: { who: '茶友', act: '抖音手机号登录说明' }, bind() { tt.showToast({ title: '请在首页登录', icon: 'none' }) } })
