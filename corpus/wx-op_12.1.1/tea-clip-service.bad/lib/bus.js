const map = new Map()
export function on(name, fn) {
  if (!map.has(name)) map.set(name, [])
  map.get(name).push(fn)
}
export function emit(name, ...args) {
  ;(map.get(name) || []).forEach((fn) => fn(...args))
}
