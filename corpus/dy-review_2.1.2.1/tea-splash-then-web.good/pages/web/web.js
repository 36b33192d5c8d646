Page({ data: { u: '' }, onLoad() { this.setData({ u: 'https://tea.example.org/report' }) } })
