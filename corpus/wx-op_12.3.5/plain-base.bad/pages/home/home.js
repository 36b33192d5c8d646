Page({ data: { notice: ['电梯月检已安排'] } })
