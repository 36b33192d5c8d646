import sound from '../../behaviors/sound'
Component({ behaviors: [sound], properties: { name: String, src: String } })
