import watch from '../../mixins/watch'
Page(watch({ data: { list: ['乡村面包', '贝果'] } }))
