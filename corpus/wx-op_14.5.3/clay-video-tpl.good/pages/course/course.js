const lesson = { title: '拉坯入门', src: 'https://clay.example.org/a.mp4', auto: false }
Page({ data: { lesson } })
