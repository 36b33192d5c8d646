import { fruits } from '../../services/index'
Page({ data: { list: fruits() } })
