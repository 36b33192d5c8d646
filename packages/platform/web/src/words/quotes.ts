/** Quotation marks inside quotation marks: “‘样例’ 申请”, as it is written in print. What is quoted often has marks of its own. */
export const nested = (text: string): string => {
  if (!text.includes('“')) return text
  let depth = 0
  const marks: [at: number, depth: number][] = []
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '“') marks.push([i, ++depth])
    else if (text[i] === '”') marks.push([i, depth--])
    if (depth < 0) return text
  }
  if (depth !== 0 || !marks.some(([, level]) => level > 1)) return text
  const letters = [...Array(text.length).keys()].map((i) => text[i]!)
  for (const [at, level] of marks) if (level % 2 === 0) letters[at] = text[at] === '“' ? '‘' : '’'
  return letters.join('')
}
