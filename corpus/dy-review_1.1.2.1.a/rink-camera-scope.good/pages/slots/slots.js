Page({ data: { slots: ['10:00', '11:30', '14:00'] }, take(e) { tt.showToast({ title: '已约 ' + e.currentTarget.dataset.t }) } })
