exports.link = (path) => `https://yard.example.org${path}`
