Component({ properties: { label: String, card: String } })
