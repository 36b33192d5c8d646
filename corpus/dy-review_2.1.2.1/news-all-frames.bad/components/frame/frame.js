Component({ properties: { path: String }, data: { src: '' }, lifetimes: { attached() { this.setData({ src: 'https://news.example.org' + this.data.path }) } } })
