Page({ data: { src: '' }, onLoad() { this.setData({ src: 'https://news.example.org/hot' }) } })
