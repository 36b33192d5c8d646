exports.state = (name, on) => ({ [`layers.${name}.open`]: on })
