Page({ data: { ferns: ['铁线蕨', '鹿角蕨', '波士顿蕨'] } })
