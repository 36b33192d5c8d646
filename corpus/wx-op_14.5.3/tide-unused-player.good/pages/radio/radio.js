Page({ data: { started: false, src: 'https://cdn.example.org/tide.mp4', shows: ['清晨潮汐', '夜航'] }, start() { this.setData({ started: true }) } })
