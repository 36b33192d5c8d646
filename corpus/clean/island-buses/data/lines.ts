export interface Stop { id: number; name: string; at: string[] }
export interface Line { id: string; name: string; stops: Stop[] }
export const lines: Line[] = [
  { id: 'ring', name: '环岛线', stops: [{ id: 1, name: '渔港', at: ['6:30', '7:10', '21:40'] }, { id: 2, name: '灯塔', at: ['6:42', '7:22', '21:52'] }] },
  { id: 'hill', name: '山顶线', stops: [{ id: 3, name: '码头', at: ['7:00', '9:00'] }, { id: 4, name: '观景台', at: ['7:25', '9:25'] }] },
]
export const lineOf = (id: string): Line => lines.find((l) => l.id === id) || lines[0]
