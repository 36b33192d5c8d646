module.exports = { cn: 'https://school.example.org', sg: 'https://sg-1.partner.example.com' }
