import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gather, join, joinAll } from './join.ts'
import { Origins } from './origins.ts'
import { alternatives, makeConst, makeObj, makeSeveral, makeUnknown, originsOf, type V } from './value.ts'

const origins = new Origins()
const from = (name: string) => [origins.of('api', name, { file: 'a.js', start: 0, end: 1 }, '', undefined, undefined)]
const objects = Array.from({ length: 12 }, () => makeObj('object', 1))
/** What tells one value from another: constants by value, objects by themselves, unknowns by origins and pieces. */
const shape = (v: V): unknown[] =>
  alternatives(v).map((w) =>
    w.t === 0
      ? ['const', w.v, w.origins.map((o) => o.name)]
      : w.t === 1
        ? ['object', objects.indexOf(w)]
        : ['unknown', w.origins.map((o) => o.name), w.pieces],
  )

const single = fc.oneof(
  fc.integer({ min: 0, max: 90 }).map((n): V => makeConst(n)),
  fc.constantFrom('a', 'b').map((name): V => makeConst(name, '', 0, 0, from(name))),
  fc.constantFrom(...objects),
  fc.constantFrom('x', 'y', 'z').map((name): V => makeUnknown(from(name))),
  fc
    .array(fc.constantFrom('/', 'id=', null), { minLength: 1, maxLength: 4 })
    .map((pieces): V => makeUnknown(from('text'), pieces as (string | null)[])),
)

test('many values at once are what they are one after the other', () => {
  fc.assert(
    fc.property(fc.array(single, { minLength: 1, maxLength: 120 }), (values) => {
      const after = values.reduce((a, b) => join(a, b))
      expect(shape(joinAll(values)!)).toEqual(shape(after))
    }),
  )
})

test('what is gathered again is the same value, and another one once a part is another', () => {
  const table = makeObj('object', 1)
  const parts = [makeConst(1), makeConst(2), makeUnknown(from('x'))]
  const first = gather(table, '*', [...parts])!
  expect(gather(table, '*', [...parts])).toBe(first)
  expect(shape(gather(table, 'name', [makeConst(7), makeConst(8), makeConst(9)])!)).toEqual([
    ['const', 7, []],
    ['const', 8, []],
    ['const', 9, []],
  ])
  parts[1] = makeConst('new')
  expect(shape(gather(table, '*', [...parts])!)).toContainEqual(['const', 'new', []])
  parts.push(makeConst(3))
  expect(shape(gather(table, '*', [...parts])!)).toContainEqual(['const', 3, []])
})

test('origins are kept where nothing can come to them, and asked for again where an object is among the parts', () => {
  const lasting = makeSeveral([makeConst(1, '', 0, 0, from('a')), makeUnknown(from('x'))])
  expect(originsOf(lasting).map((o) => o.name)).toEqual(['a', 'x'])
  expect(originsOf(lasting)).toBe(originsOf(lasting))

  const holder = makeObj('object', 1)
  const changing = makeSeveral([makeUnknown(from('x')), holder])
  expect(originsOf(changing).map((o) => o.name)).toEqual(['x'])
  holder.props = new Map([['later', makeUnknown(from('y'))]])
  expect(originsOf(changing).map((o) => o.name)).toEqual(['x', 'y'])
})
