export const list = () => [{ n: '翠冠梨', p: 12 }, { n: '夏黑', p: 18 }]
