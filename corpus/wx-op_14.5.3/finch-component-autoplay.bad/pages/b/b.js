Page({ data: { birds: [{ n: '麻雀', s: 'https://finch.example.org/1.mp3' }] } })
