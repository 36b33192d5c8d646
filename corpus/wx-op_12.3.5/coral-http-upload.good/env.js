export default { protocol: 'https', host: 'up.coral.example.org', ns: 'http://www.w3.org/2000/svg' }
