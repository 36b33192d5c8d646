Component({ properties: { parts: Array } })
