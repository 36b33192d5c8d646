const album = require('../../behaviors/album')
Page({ behaviors: [album], data: { no: 12 }, save() { this.keep('https://orchard.example.org/t/12.png') } })
