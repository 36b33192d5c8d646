Page({ data: { src: 'https://rice.example.org/guide' } })
