/** Methods of texts and of regular expressions. */
import { RegexTag } from '../machine.ts'
import { type Const, isFunction, makeConst, makeUnknown, originsOf, type Site, UNKNOWN, type V } from '../value.ts'
import { arg, derived, type Method, made, number, text, unknownList } from './method.ts'

export const STRING: Record<string, Method> = {
  split: (m, self, args, site) => {
    const s = text(self)
    const by = args[0] ? text(args[0]) : null
    return s !== null && by !== null
      ? m.list(
          s
            .split(by)
            .slice(0, 500)
            .map((x) => made(x, site, self)),
          site,
        )
      : unknownList(m, derived(self), site)
  },
  replace: (m, self, args, site) => {
    const s = text(self)
    const a = arg(args, 0)
    const by = arg(args, 1)
    if (isFunction(by)) m.callback(by, [derived(self), UNKNOWN], 'replace', 'call', null, site)
    else if (s !== null && text(by) !== null) {
      const plain = text(a)
      if (plain !== null)
        return made(
          s.replace(plain, () => text(by)!),
          site,
          self,
        )
      if (a.t === 1 && a.tag instanceof RegexTag && a.tag.source.length < 60 && !/[+*}]\)?[+*{]/.test(a.tag.source)) {
        try {
          return made(s.replace(new RegExp(a.tag.source, a.tag.flags), text(by)!), site, self)
        } catch {
          return derived(self)
        }
      }
    }
    return derived(self, by)
  },
  replaceAll: (m, self, args, site) => {
    const s = text(self)
    const a = text(arg(args, 0))
    const b = text(arg(args, 1))
    return s !== null && a && b !== null ? made(s.split(a).join(b), site, self) : STRING.replace!(m, self, args, site)
  },
  charCodeAt: (_m, self, args, site) => {
    const i = args[0] ? number(args[0]) : 0
    const c = i === undefined ? Number.NaN : (text(self) ?? '').charCodeAt(i)
    return Number.isNaN(c) ? derived(self) : made(c, site)
  },
  concat: (_m, self, args, site) => {
    const parts = [self, ...args].map(text)
    return parts.every((p) => p !== null) ? made(parts.join(''), site, self) : makeUnknown(originsOf(derived(self, ...args)), parts)
  },
  match: (_m, self, args) => {
    const s = text(self)
    return s !== null && regexFits(arg(args, 0), s) === false ? makeConst(null) : derived(self)
  },
  matchAll: (_m, self) => derived(self),
}
for (const name of [
  'toUpperCase',
  'toLowerCase',
  'trim',
  'trimStart',
  'trimEnd',
  'charAt',
  'substring',
  'substr',
  'slice',
  'repeat',
  'padStart',
  'padEnd',
  'normalize',
  'toString',
  'valueOf',
  'toFixed',
  'toLocaleString',
  'toLocaleUpperCase',
  'toLocaleLowerCase',
  'codePointAt',
] as const)
  STRING[name] = (_m, self, args, site) => foldText(self, name, args, site)
for (const name of ['startsWith', 'endsWith', 'includes', 'indexOf', 'lastIndexOf', 'localeCompare', 'search'] as const)
  STRING[name] = (_m, self, args, site) => foldText(self, name, args, site)

function foldText(self: V, name: string, args: readonly V[], site: Site): V {
  if (self.t === 0 && self.v !== undefined && self.v !== null && args.every((a) => a.t === 0)) {
    try {
      const values = args.map((a) => (a as Const).v)
      if (name === 'repeat' && Number(values[0]) > 2000) return derived(self)
      // biome-ignore lint/suspicious/noExplicitAny: the method stands in the table above
      const out = (self.v as any)[name](...values)
      if (typeof out === 'string' || typeof out === 'number' || typeof out === 'boolean') return made(out, site, self)
    } catch {
      return derived(self)
    }
  }
  return derived(self, ...args)
}

/** Whether a plain regular expression fits a known text; null when that is not worth the risk of a slow one. */
const regexFits = (regex: V, s: string): boolean | null => {
  if (regex.t !== 1 || !(regex.tag instanceof RegexTag) || s.length > 400) return null
  const { source, flags } = regex.tag
  if (source.length > 60 || /[*+}]\)?[*+{]/.test(source)) return null
  try {
    return new RegExp(source, flags.replace('g', '').replace('y', '')).test(s)
  } catch {
    return null
  }
}
export const REGEX: Record<string, Method> = {
  test: (_m, self, args) => {
    const s = text(arg(args, 0))
    const fits = s === null ? null : regexFits(self, s)
    return fits === null ? derived(arg(args, 0)) : makeConst(fits, '', 0, 0, originsOf(arg(args, 0)))
  },
  exec: (_m, self, args) => {
    const s = text(arg(args, 0))
    return s !== null && regexFits(self, s) === false ? makeConst(null) : derived(arg(args, 0))
  },
}
