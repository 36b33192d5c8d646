/**
 * Tables as bytes: numbers lie in columns that are used where they were read, without parsing or copying; what is no number
 * is JSON beside them. Written by the build, read by whoever searches.
 */
export type Column = Int32Array | Uint16Array | Uint8Array
export interface Table<Plain, Columns extends Readonly<Record<string, Column>>> {
  readonly plain: Plain
  readonly columns: Columns
}

const KINDS = { i32: Int32Array, u16: Uint16Array, u8: Uint8Array } as const
type Kind = keyof typeof KINDS
const kindOf = (column: Column): Kind => (column instanceof Int32Array ? 'i32' : column instanceof Uint16Array ? 'u16' : 'u8')
/** Begins every table; read the other way round, its numbers have to be turned. */
const MAGIC = 0x4d534331
const HEAD = 8
const aligned = (size: number): number => (size + 7) & ~7

interface Layout {
  readonly plain: unknown
  /** Name, kind, offset behind the JSON, number of values. */
  readonly columns: readonly (readonly [string, Kind, number, number])[]
}

export const toBytes = ({ plain, columns }: Table<unknown, Readonly<Record<string, Column>>>): Uint8Array => {
  let size = 0
  const rows: [string, Kind, number, number][] = []
  for (const [name, column] of Object.entries(columns)) {
    rows.push([name, kindOf(column), size, column.length])
    size += aligned(column.byteLength)
  }
  const head = new TextEncoder().encode(JSON.stringify({ plain, columns: rows } satisfies Layout))
  const from = aligned(HEAD + head.length)
  const out = new Uint8Array(from + size)
  new Uint32Array(out.buffer, 0, 2).set([MAGIC, head.length])
  out.set(head, HEAD)
  for (const [name, , offset] of rows) {
    const column = columns[name]!
    out.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), from + offset)
  }
  return out
}

/** The columns are views of the bytes: nobody may write into either. */
export const fromBytes = <Plain, Columns extends Readonly<Record<string, Column>>>(given: Uint8Array): Table<Plain, Columns> => {
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice()
  const head = new DataView(bytes.buffer, bytes.byteOffset, HEAD)
  const own = new Uint32Array(bytes.buffer, bytes.byteOffset, 1)[0] === MAGIC
  const little = head.getUint32(0, true) === MAGIC
  if (!little && head.getUint32(0, false) !== MAGIC) throw new Error('not a table')
  const length = head.getUint32(4, little)
  const from = aligned(HEAD + length)
  const layout = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD, HEAD + length))) as Layout
  const columns: Record<string, Column> = {}
  for (const [name, kind, offset, count] of layout.columns) {
    const column = new KINDS[kind](bytes.buffer as ArrayBuffer, bytes.byteOffset + from + offset, count)
    columns[name] = own ? column : turned(column)
  }
  return { plain: layout.plain as Plain, columns: columns as unknown as Columns }
}

/** A column that was written on a machine of the other byte order. */
const turned = (column: Column): Column => {
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength).slice()
  for (let i = 0, size = column.BYTES_PER_ELEMENT; i < bytes.length; i += size) bytes.subarray(i, i + size).reverse()
  return new KINDS[kindOf(column)](bytes.buffer, 0, column.length)
}

/** Strings as one long row of code units, with the place where each begins and, behind the last, where they end. */
export const lettersOf = (strings: readonly string[]): { readonly letters: Uint16Array; readonly words: Int32Array } => {
  const words = new Int32Array(strings.length + 1)
  for (const [i, one] of strings.entries()) words[i + 1] = words[i]! + one.length
  const letters = new Uint16Array(words[strings.length]!)
  for (const [i, one] of strings.entries()) for (let k = 0; k < one.length; k++) letters[words[i]! + k] = one.charCodeAt(k)
  return { letters, words }
}
