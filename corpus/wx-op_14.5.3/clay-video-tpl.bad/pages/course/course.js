const lesson = { title: '拉坯入门', src: 'https://clay.example.org/a.mp4', auto: true }
Page({ data: { lesson } })
