Component({ properties: { src: String } })
