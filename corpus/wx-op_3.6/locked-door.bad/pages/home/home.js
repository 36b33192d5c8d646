Page({ data: { words: ['abandon', 'ability'] } })
