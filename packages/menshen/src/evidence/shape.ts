/** The shape of a JSON file that a person writes by hand: one description gives the checks, their messages and the JSON Schema. */
export interface Words {
  readonly zh: string
  readonly en: string
}
interface About {
  readonly about: Words
}
export type Shape = About &
  (
    | {
        readonly type: 'string'
        readonly values?: readonly string[]
        readonly pattern?: { readonly source: string; readonly says: Words }
        readonly most?: number
        /** For the schema's sake only: editors offer it. */
        readonly start?: string
      }
    | { readonly type: 'boolean' }
    | { readonly type: 'array'; readonly items: Shape; readonly most?: number }
    | { readonly type: 'object'; readonly properties: Readonly<Record<string, Shape>>; readonly required?: readonly string[] }
    /** An object with names of the writer's own, each with the same shape of value. */
    | { readonly type: 'map'; readonly values: Shape; readonly names?: readonly string[] }
    | { readonly type: 'either'; readonly shapes: readonly Shape[] }
    | { readonly type: 'anything' }
  )

export interface ShapeProblem {
  readonly path: readonly (string | number)[]
  readonly what: Words
}

const TYPES: Readonly<Record<string, Words>> = {
  string: { zh: '字符串', en: 'a string' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '数组', en: 'an array' },
  object: { zh: '对象', en: 'an object' },
  map: { zh: '对象', en: 'an object' },
}
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isOfType = (shape: Shape, value: unknown): boolean => {
  if (shape.type === 'array') return Array.isArray(value)
  if (shape.type === 'object' || shape.type === 'map') return isRecord(value)
  return shape.type === 'anything' || shape.type === 'either' || typeof value === shape.type
}
const nameOfPath = (path: readonly (string | number)[]): string =>
  path.reduce<string>((all, step) => (typeof step === 'number' ? `${all}[${step}]` : all ? `${all}.${step}` : step), '')
/** Names of the writer's own are quoted in messages: short, and without anything that steers a terminal. */
export const shown = (text: string): string => text.slice(0, 60).replace(/\p{C}/gu, '')

/** Letters to change, add or take away to come from one word to the other; given up beyond `most`. */
const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
/** The word that was probably meant; undefined when none is near. */
export const nearest = (word: string, words: Iterable<string>): string | undefined => {
  const asked = word.slice(0, 80).toLowerCase()
  const most = asked.length < 4 ? 1 : Math.max(2, Math.floor(asked.length / 3))
  let best: string | undefined
  let least = most + 1
  for (const candidate of words) {
    const away = distance(asked, candidate.toLowerCase(), most)
    if (away < least) {
      best = candidate
      least = away
    }
  }
  return best
}

const MOST_PROBLEMS = 50

/** Everything that does not fit, with its path; empty when the value fits. */
export const shapeProblems = (shape: Shape, value: unknown): readonly ShapeProblem[] => {
  const problems: ShapeProblem[] = []
  const say = (path: readonly (string | number)[], zh: string, en: string) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ path, what: { zh, en } })
  }
  const visit = (one: Shape, at: unknown, path: readonly (string | number)[]): void => {
    const name = shown(nameOfPath(path))
    const subject = { zh: name === '' ? '整个文件' : name, en: name === '' ? 'the file' : name }
    if (!isOfType(one, at)) {
      say(path, `${subject.zh} 应为${TYPES[one.type]!.zh}`, `${subject.en} has to be ${TYPES[one.type]!.en}`)
      return
    }
    switch (one.type) {
      case 'string': {
        const text = at as string
        if (one.values && !one.values.includes(text)) {
          const meant = nearest(text, one.values)
          const all = one.values.length <= 12 ? one.values.join(', ') : undefined
          say(
            path,
            `${subject.zh} 不能是“${shown(text)}”` + (meant ? `，是否想写 ${meant}？` : '') + (all ? `（可用：${all}）` : ''),
            `${subject.en} cannot be "${shown(text)}"` + (meant ? `; did you mean ${meant}?` : '') + (all ? ` (one of ${all})` : ''),
          )
        } else if (one.pattern && !new RegExp(one.pattern.source, 'u').test(text.slice(0, 2000)))
          say(path, `${subject.zh} ${one.pattern.says.zh}`, `${subject.en} ${one.pattern.says.en}`)
        else if (text.length > (one.most ?? 10_000)) say(path, `${subject.zh} 过长`, `${subject.en} is too long`)
        return
      }
      case 'array': {
        const items = at as readonly unknown[]
        if (items.length > (one.most ?? 1000))
          say(path, `${subject.zh} 最多 ${one.most ?? 1000} 项`, `${subject.en} takes at most ${one.most ?? 1000} items`)
        for (const [i, item] of items.slice(0, one.most ?? 1000).entries()) visit(one.items, item, [...path, i])
        return
      }
      case 'object': {
        const record = at as Readonly<Record<string, unknown>>
        for (const key of Object.keys(record)) {
          const known = Object.hasOwn(one.properties, key) ? one.properties[key] : undefined
          if (known) visit(known, record[key], [...path, key])
          else {
            const meant = nearest(key, Object.keys(one.properties))
            say(
              [...path, key],
              `没有“${shown(key)}”这个字段` + (meant ? `，是否想写 ${meant}？` : ''),
              `there is no field "${shown(key)}"` + (meant ? `; did you mean ${meant}?` : ''),
            )
          }
        }
        for (const key of one.required ?? [])
          if (!Object.hasOwn(record, key)) say(path, `${subject.zh} 缺少 ${key}`, `${subject.en} lacks ${key}`)
        return
      }
      case 'map': {
        const record = at as Readonly<Record<string, unknown>>
        for (const key of Object.keys(record)) {
          if (one.names && !one.names.includes(key)) {
            const meant = nearest(key, one.names)
            say(
              [...path, key],
              `没有“${shown(key)}”` + (meant ? `，是否想写 ${meant}？` : ''),
              `there is no "${shown(key)}"` + (meant ? `; did you mean ${meant}?` : ''),
            )
          } else visit(one.values, record[key], [...path, key])
        }
        return
      }
      case 'either': {
        const fitting = one.shapes.find((option) => isOfType(option, at))
        if (fitting) visit(fitting, at, path)
        else {
          const names = one.shapes.map((option) => TYPES[option.type]!)
          say(
            path,
            `${subject.zh} 应为${names.map((n) => n.zh).join('或')}`,
            `${subject.en} has to be ${names.map((n) => n.en).join(' or ')}`,
          )
        }
        return
      }
    }
  }
  visit(shape, value, [])
  return problems
}

/** The same shape as JSON Schema (draft-07, which every editor knows), described in both languages. */
export const jsonSchema = (shape: Shape): Readonly<Record<string, unknown>> => {
  const description = `${shape.about.zh} / ${shape.about.en}`
  switch (shape.type) {
    case 'string':
      return {
        description,
        type: 'string',
        ...(shape.values ? { enum: shape.values } : {}),
        ...(shape.pattern ? { pattern: shape.pattern.source } : {}),
        ...(shape.most ? { maxLength: shape.most } : {}),
        ...(shape.start ? { default: shape.start } : {}),
      }
    case 'boolean':
      return { description, type: 'boolean' }
    case 'array':
      return { description, type: 'array', items: jsonSchema(shape.items), ...(shape.most ? { maxItems: shape.most } : {}) }
    case 'object':
      return {
        description,
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(Object.entries(shape.properties).map(([key, one]) => [key, jsonSchema(one)])),
        ...(shape.required ? { required: shape.required } : {}),
      }
    case 'map':
      return shape.names
        ? {
            description,
            type: 'object',
            additionalProperties: false,
            properties: Object.fromEntries(shape.names.map((name) => [name, jsonSchema(shape.values)])),
          }
        : { description, type: 'object', additionalProperties: jsonSchema(shape.values) }
    case 'either':
      return { description, anyOf: shape.shapes.map(jsonSchema) }
    case 'anything':
      return { description }
  }
}
