export default function definePage(Klass) {
  const inst = new Klass()
  const options = {}
  let proto = Klass.prototype
  Object.getOwnPropertyNames(proto).forEach((k) => {
    if (k !== 'constructor') options[k] = proto[k]
  })
  Object.keys(inst).forEach((k) => { options[k] = inst[k] })
  Page(options)
}
