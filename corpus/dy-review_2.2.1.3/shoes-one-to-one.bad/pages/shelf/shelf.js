const grade = { A: '纯原', B: '公司级', C: '真标' }
Page({ data: { list: [{ n: '某椰子 350 ' + grade.A, d: '莆田一手货源，1:1 复刻，专柜验货不怕' }, { n: '某板鞋 ' + grade.B, d: '高仿可代发，支持七天换码' }] } })
