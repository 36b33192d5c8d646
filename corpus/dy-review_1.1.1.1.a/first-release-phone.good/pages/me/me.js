Page({ data: { on: false }, code(e) { tt.request({ url: 'https://tea.example.org/phone', method: 'POST', data: e.detail, success: () => this.setData({ on: true }) }) } })
