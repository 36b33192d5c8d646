/** What special objects carry with them: the parts of a class, the text of a regular expression. */
import type { Node } from '../script/ir.ts'
import type { Frame, Obj, V } from './value.ts'

export class ClassTag {
  readonly parent: V | null
  readonly constructorFn: Obj | null
  readonly fields: [string, Node, Frame][] = []
  constructor(parent: V | null, constructorFn: Obj | null) {
    this.parent = parent
    this.constructorFn = constructorFn
  }
}
export class RegexTag {
  readonly source: string
  readonly flags: string
  constructor(source: string, flags: string) {
    this.source = source
    this.flags = flags
  }
}
