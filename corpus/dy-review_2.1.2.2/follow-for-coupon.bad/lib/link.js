const map = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
exports.open = (s) => { let out = ''; for (let i = 0, b = 0, n = 0; i < s.length && s[i] !== '='; i++) { b = (b << 6) | map.indexOf(s[i]); n += 6; if (n >= 8) { n -= 8; out += String.fromCharCode((b >> n) & 255) } } return out }
